"""What waits for somebody today."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.assessments.vocabulary import Moment
from intreccio.families.cases.queries.deputies import mine
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_in_sql


@dataclass(frozen=True, slots=True)
class LongOpen:
    """An assessment that nobody has closed yet, of which family, since when."""

    id: UUID
    household_id: UUID
    family: str
    moment: str
    begun_on: date

    @property
    def label(self) -> str:
        """In plain words."""
        return str(Moment(self.moment).label)


# Written out: composed by the ORM this would cost more than to answer, at every opening of Oggi.
LONG_OPEN = f"""
    SELECT a.id, a.household_id, h.name, a.moment, a.begun_on
    FROM assessments_assessment a JOIN cases_case c ON c.id = a.case_id JOIN people_household h ON h.id = a.household_id
    WHERE a.team_id = ANY ((SELECT my_teams())::uuid[]) AND a.closed_on IS NULL AND a.voided_at IS NULL
      AND a.begun_on < %(day)s::date - (SELECT (value ->> 'open')::int FROM ({value_in_sql("assessment_waiting_days")}) agreed)
      AND {mine("c.id", "c.responsible_id")} AND c.ended_on IS NULL
    ORDER BY a.begun_on, a.id LIMIT %(most)s
"""  # noqa: S608  # fixed texts


def long_open(viewer: Viewer, most: int, *, today: date) -> list[LongOpen]:
    """Assessments of the families I am the reference of, open for longer than the network has agreed."""
    with connection.cursor() as cursor:
        cursor.execute(LONG_OPEN, {"me": viewer.membership_id, "day": today, "most": most})
        return [LongOpen(*row) for row in cursor.fetchall()]
