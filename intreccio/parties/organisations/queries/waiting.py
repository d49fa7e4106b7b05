"""What has come to its day and waits in Oggi: principles to look at again, the agenda, goals of the strategy. One query for all."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.ground.accounts.roles import Coordinator
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import ProjectPrinciples
from intreccio.parties.organisations.queries.principles import again_sql
from intreccio.parties.organisations.rules.agenda import BEFORE
from intreccio.parties.organisations.rules.strategy import ENDS, TO_BEGIN

PRINCIPLES, APPOINTMENT, GOAL = "principles", "appointment", "goal"
# Written out: composed by the ORM it cost more than all the rest of Oggi. Of the agenda: in the days to come, not told yet,
# or with a next step whose day has come. Of the strategy: the day has come, and nobody has said how it ended.
WAITING = """
    SELECT 'principles', a.*, '', '', '', '', NULL::time, NULL::date, NULL::uuid FROM ({principles}) a
    UNION ALL
    (SELECT 'goal', g.id, g.change, g.due, '', '', '', '', NULL, NULL, NULL
      FROM organisations_strategygoal g JOIN organisations_team t ON t.id = g.team_id AND t.closed_on IS NULL
      WHERE g.team_id = ANY(%(teams)s::uuid[]) AND g.voided_at IS NULL AND g.due <= %(day)s
        AND coalesce((SELECT l.step FROM organisations_strategylook l WHERE l.goal_id = g.id AND l.voided_at IS NULL
          ORDER BY l.day DESC, l.id DESC LIMIT 1), %(begin)s) <> ALL(%(ends)s::text[])
      ORDER BY g.due, g.id LIMIT %(most)s)
    UNION ALL
    (SELECT 'appointment', a.id, coalesce(b.name, ''), a.day, a.whom, a.about, a.agreed, a.next_step, a.hour, a.next_on, a.team_id
      FROM organisations_appointment a JOIN organisations_team t ON t.id = a.team_id AND t.closed_on IS NULL
        LEFT JOIN organisations_organisation b ON b.id = a.body_id
      WHERE a.team_id = ANY(%(teams)s::uuid[]) AND a.voided_at IS NULL
        AND ((a.agreed = '' AND a.day <= %(soon)s) OR (a.next_done_on IS NULL AND a.next_on <= %(day)s))
      ORDER BY a.day, a.hour, a.id LIMIT %(most)s)
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A line. `key`: the row to act on; the rest is an appointment's."""

    kind: str
    key: UUID
    title: str
    day: date
    whom: str
    about: str
    agreed: str
    next_step: str
    hour: time | None
    next_on: date | None
    team_id: UUID | None

    @property
    def with_whom(self) -> str:
        """The body, and who of it."""
        return " · ".join(each for each in (self.title, self.whom) if each)


def dated_waits(viewer: Viewer, day: date, most: int) -> list[Dated]:
    """At most so many of each kind, the first first; agenda and strategy of the teams that the viewer coordinates."""
    teams = [str(team) for team in viewer.team_ids] if viewer.role == Coordinator.code else []
    values: dict[str, Any] = {
        "me": viewer.membership_id, "day": day, "soon": day + BEFORE, "most": most, "begin": TO_BEGIN,
        "teams": f"{{{','.join(teams)}}}", "ends": f"{{{','.join(ENDS)}}}",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(WAITING.format(principles=again_sql(ProjectPrinciples, "project")), values)
        return sorted((Dated(*row) for row in cursor.fetchall()), key=lambda row: row.day)
