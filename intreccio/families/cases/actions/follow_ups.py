"""What was agreed for after the closing: heard, or moved to another day."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import CaseFollowUp
from intreccio.families.cases.queries.follow_ups import TO_COME
from intreccio.families.cases.rules.closing import why_not_follow_up, why_not_move
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


def _lock(follow_up: CaseFollowUp, *, by: Viewer) -> CaseFollowUp:
    """Holds the family, its case, then what was agreed, as it stands now. Raises Refused where it is over."""
    case = lock_case(follow_up.case, by=by)
    held = CaseFollowUp.objects.select_for_update().get(pk=follow_up.pk)
    held.case = case
    refuse_if(
        why_not_follow_up(is_done=held.done_on is not None, is_voided=held.voided_at is not None),
        code="follow_up_over",
    )
    return held


@transaction.atomic
def record_follow_up(
    follow_up: CaseFollowUp, *, outcome: str, words: str, version: int, by: Viewer, today: date
) -> None:
    """What was heard from a family after its way with us. Raises Refused, or Changed where somebody wrote first."""
    policies.record_follow_up.require(by)
    held = _lock(follow_up, by=by)
    household = held.case.household
    write_over(held, version=version, done_on=today, outcome=outcome, words=words.strip())
    record_family_deed("case.follow_up_recorded", held, household, by=by, months=held.months, outcome=outcome)


@transaction.atomic
def move_follow_up(
    follow_up: CaseFollowUp, *, due_on: date, reason: str, version: int, by: Viewer, today: date
) -> None:
    """The family will be heard on another day. Raises Refused, or Changed where somebody wrote first."""
    policies.move_follow_up.require(by)
    held = _lock(follow_up, by=by)
    refuse_if(why_not_move(due_on=due_on, today=today), code="cannot_move")
    household = held.case.household
    fields = write_over(held, version=version, due_on=due_on, moved_why=reason.strip(), reminded_at=None)
    record_family_deed(
        "case.follow_up_moved", held, household, by=by, fields=sorted(fields), months=held.months,
        due_on=due_on.isoformat(),
    )  # fmt: skip


def let_go(household_id: UUID, *, staying: set[UUID]) -> None:
    """A family changes hands: what others were to do later is its new team's to take up."""
    rows = CaseFollowUp.objects.filter(household_id=household_id, who__isnull=False, **TO_COME)
    rows.exclude(who_id__in=staying).update(who=None, version=F("version") + 1)
