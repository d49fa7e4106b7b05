"""What children say, what is not agreed on, who said yes."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.assessments.vocabulary import Heard
from intreccio.families.plans.models import Acceptance, Disagreement, Plan
from intreccio.ground.kernel.written import WrittenOut

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


DIFFER = WrittenOut(
    Disagreement,
    "d",
    "SELECT {d} FROM plans_disagreement d WHERE d.plan_id = %(plan)s AND d.voided_at IS NULL ORDER BY d.said_on, d.id",
)
AGREED = WrittenOut(
    Acceptance,
    "a",
    """
    SELECT {a}, {w}, {wu}, {l}, {lu} FROM plans_acceptance a
      LEFT JOIN organisations_membership w ON w.id = a.worker_id LEFT JOIN accounts_colleague wu ON wu.id = w.user_id
      LEFT JOIN organisations_membership l ON l.id = a.listened_by_id LEFT JOIN accounts_colleague lu ON lu.id = l.user_id
    WHERE a.plan_id = %(plan)s AND a.voided_at IS NULL ORDER BY a.worker_id IS NOT NULL, a.day, a.id
    """,
    w="a.worker",
    wu="w.user",
    l="a.listened_by",
    lu="l.user",
)


def disagreements_of(plan: Plan) -> list[Disagreement]:
    """In the order in which they were said. One query."""
    return DIFFER.rows(plan=plan.pk)


def acceptances_of(plan: Plan) -> list[Acceptance]:
    """The family first, then who works with it. One query."""
    return AGREED.rows(plan=plan.pk)
