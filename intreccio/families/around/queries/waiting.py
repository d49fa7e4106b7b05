"""What of going together waits for whoever goes: one query for all of it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import connection

from intreccio.families.around.queries.limits import CODE
from intreccio.families.around.queries.outings import NO_MORE
from intreccio.families.cases.queries.deputies import mine
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_in_sql


@dataclass(frozen=True, slots=True)
class Line:
    """One that waits: of which family, for which service, on which day."""

    outing_id: UUID
    household_id: UUID
    family: str
    service: str
    state: str
    day: date
    at: time | None


# Whoever goes, while they are of the team that answers; then whoever answers for the family.
_AT_WORK = """EXISTS (SELECT FROM organisations_teammembership t WHERE t.membership_id = o.goes_id AND t.team_id = o.team_id
      AND t.since <= %(day)s AND (t.until IS NULL OR t.until > %(day)s))"""
WAITING = f"""
    WITH agreed AS MATERIALIZED (SELECT (value ->> 'near')::int AS near FROM ({value_in_sql(CODE)}) v (value))
    SELECT o.id, o.household_id, h.name, s.name, o.state, coalesce(o.done_on, o.day), o.at
    FROM around_outing o JOIN cases_case c ON c.id = o.case_id JOIN people_household h ON h.id = o.household_id
      JOIN directory_service s ON s.id = o.service_id
    WHERE o.team_id = ANY ((SELECT my_teams())::uuid[]) AND c.ended_on IS NULL AND c.voided_at IS NULL
      AND o.state IN ('planned', 'not_in') AND o.let_go = '' AND NOT {NO_MORE}
      AND (o.state = 'planned' AND o.day <= %(day)s::date + (SELECT near FROM agreed)
        OR o.state = 'not_in' AND NOT EXISTS (SELECT FROM around_outing a WHERE a.again_of_id = o.id))
      AND ({mine("o.case_id", "o.goes_id")} AND {_AT_WORK} OR {mine("o.case_id", "c.responsible_id")} AND NOT {_AT_WORK})
    ORDER BY o.day, o.id LIMIT %(most)s
"""  # noqa: S608  # fixed texts


def waiting_for(viewer: Viewer, most: int, *, today: date) -> list[Line]:
    """Days that come, days gone by, and a no of which nobody has said what becomes of it."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"me": viewer.membership_id, "day": today, "most": most})
        return [Line(*row) for row in cursor.fetchall()]
