"""What children say, what is not agreed on, who said yes."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.assessments.vocabulary import Heard
from intreccio.families.plans.models import Acceptance, Disagreement, Plan

# Written out: composed by the ORM this costs three times what it takes to answer, at every opening of a plan.
SAID = """
    SELECT c.person_id, c.heard, c.words, c.heard_on
    FROM assessments_childwords c JOIN assessments_assessment a ON a.id = c.assessment_id AND a.voided_at IS NULL
    WHERE c.household_id = %(household)s AND c.voided_at IS NULL AND c.heard <> %(silent)s
      AND (%(until)s::date IS NULL OR c.heard_on <= %(until)s) ORDER BY c.heard_on, c.id
"""


@dataclass(frozen=True, slots=True)
class Said:
    """A child's words, the last ones heard."""

    person_id: UUID
    heard: str
    words: str
    day: date


def children_say(plan: Plan) -> list[Said]:
    """Of each child the last words, up to the end of this version. One query."""
    asked = {"household": plan.household_id, "until": plan.ended_on, "silent": Heard.NOT_YET.value}
    with connection.cursor() as cursor:
        cursor.execute(SAID, asked)
        said = [Said(*row) for row in cursor.fetchall()]
    return list({one.person_id: replace(one, words=one.words.strip(" «»")) for one in said}.values())


def disagreements_of(plan: Plan) -> list[Disagreement]:
    """In the order in which they were said. One query."""
    return list(plan.disagreements.filter(voided_at__isnull=True).order_by("said_on", "id"))


def acceptances_of(plan: Plan) -> tuple[list[Acceptance], list[Acceptance]]:
    """Those that stand, the family first, then who works with it; and those that were annulled. One query."""
    rows = list(plan.acceptances.select_related("worker__user", "listened_by__user", "written_by__user"))
    standing = [row for row in rows if row.voided_at is None]
    annulled = [row for row in rows if row.voided_at is not None]
    return sorted(standing, key=lambda row: (row.worker_id is not None, row.day, row.pk)), annulled
