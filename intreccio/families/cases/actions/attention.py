"""A prompt is set aside with a reason, and can be taken back: never in silence."""

from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, PromptSetAside
from intreccio.families.cases.queries.attention import Prompt, prompt_of
from intreccio.families.cases.rules.attention import why_not_show, why_not_take_back, why_not_until
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


def still_there(prompt: Prompt | None) -> Prompt:
    """A prompt that shows. Raises Refused where something new has happened, or it is aside already."""
    if prompt is None or prompt.aside:
        raise Refused(why_not_show(is_there=prompt is not None), code="cannot_set_aside")
    return prompt


@transaction.atomic
def set_aside_prompt(
    case: Case, *, kind: str, subject_id: UUID, reason: str, words: str, until: date | None, by: Viewer, today: date
) -> None:  # fmt: skip
    """Until a day, or until something new happens. Raises Refused where it does not show, or somebody was quicker."""
    policies.set_aside_prompt.require(by)
    held = lock_case(case, by=by)
    prompt = still_there(prompt_of(held, kind, subject_id, today=today))
    refuse_if(
        why_not_until(kind=kind, until=until, today=today, limits=prompt.limits), code="cannot_set_aside"
    )
    row = PromptSetAside(
        household_id=held.household_id, team_id=held.team_id, case=held, kind=kind, subject_id=subject_id,
        as_of=prompt.as_of, day=today, reason=reason, words=words.strip(), until=until,
        by_id=by.membership_id,
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed(
        "prompt.set_aside", row, held.household, by=by, prompt=kind, reason=reason,
        until=until.isoformat() if until else None,
    )  # fmt: skip


@transaction.atomic
def take_back_prompt(set_aside: PromptSetAside, *, reason: str, by: Viewer) -> None:
    """It shows again, where it still holds. What was written stays readable. Raises Refused the second time."""
    policies.take_back_prompt.require(by)
    held = lock_case(set_aside.case, by=by)
    row = PromptSetAside.objects.select_for_update().get(pk=set_aside.pk)
    refuse_if(why_not_take_back(is_back=row.voided_at is not None), code="taken_back")
    void(row, by=by, reason=reason.strip())
    record_family_deed("prompt.taken_back", row, held.household, by=by, prompt=row.kind)
