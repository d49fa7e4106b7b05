"""What children say, what is not agreed on, who said yes."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from intreccio.families.assessments.models import ChildWords
from intreccio.families.assessments.vocabulary import Heard
from intreccio.families.plans.models import Acceptance, Disagreement, Plan


@dataclass(frozen=True, slots=True)
class Said:
    """A child's words, the last ones heard."""

    person_id: UUID
    heard: str
    words: str
    day: date


def children_say(plan: Plan) -> list[Said]:
    """Of each child the last words, up to the end of this version. One query."""
    rows = ChildWords.objects.filter(
        household_id=plan.household_id, voided_at__isnull=True, assessment__voided_at__isnull=True
    ).exclude(heard=Heard.NOT_YET)
    if plan.ended_on:
        rows = rows.filter(heard_on__lte=plan.ended_on)
    columns = ("person_id", "heard", "words", "heard_on")
    said = (Said(*row) for row in rows.order_by("heard_on", "id").values_list(*columns))
    return list({one.person_id: replace(one, words=one.words.strip(" «»")) for one in said}.values())


def disagreements_of(plan: Plan) -> list[Disagreement]:
    """In the order in which they were said. One query."""
    return list(plan.disagreements.filter(voided_at__isnull=True).order_by("said_on", "id"))


def acceptances_of(plan: Plan) -> list[Acceptance]:
    """The family first, then who works with it. One query."""
    rows = plan.acceptances.filter(voided_at__isnull=True).select_related("worker__user", "listened_by__user")
    return sorted(rows, key=lambda row: (row.worker_id is not None, row.day, row.pk))
