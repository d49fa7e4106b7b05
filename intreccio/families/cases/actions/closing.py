"""A way with us ends, and what is agreed for later is written; it may begin again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case, take_step
from intreccio.families.cases.actions.workers import NOBODY, bring_back, send_all_home
from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.queries.candidates import standing_in
from intreccio.families.cases.queries.cases import has_open_case
from intreccio.families.cases.queries.follow_ups import still_to_come
from intreccio.families.cases.queries.teams import teams_at_work
from intreccio.families.cases.rules.closing import why_not_agree, why_not_call, why_not_close, why_not_reopen
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed

OVERTAKEN = gettext_lazy("Il percorso è ricominciato prima.")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed for 6 or 12 months later; `left_out` says why nothing is."""

    months: int
    due_on: date
    what: str = ""
    who_id: UUID | None = None
    left_out: str = ""


@transaction.atomic
def close_case(
    case: Case, *, motive: str, words: str, follow_ups: Sequence[Agreed], by: Viewer, today: date
) -> None:
    """The way with a family ends. Raises Refused with the reason, or with those of the areas above (`why_not_close`)."""
    policies.close_case.require(by)
    held = lock_case(case, by=by)
    refuse_if(why_not_close(words=words, answered=[each.months for each in follow_ups]), code="cannot_close")
    take_step(
        held, "close_case", motive=motive, words=words, by=by, day=today, held_back_by="why_not_close",
        ended_on=today,
    )  # fmt: skip
    for each in follow_ups:
        _agree(held, each, by=by, today=today)
    send_all_home(held, but=set(), day=today, reason=WorkerEnd.CASE_ENDED, by=by)
    record_family_deed(
        "case.closed", held, held.household, by=by, motive=motive, opened_on=held.opened_on.isoformat(),
        in_charge_since=held.in_charge_since.isoformat() if held.in_charge_since else None,
    )  # fmt: skip


def _agree(case: Case, agreed: Agreed, *, by: Viewer, today: date) -> None:
    left_out = agreed.left_out.strip()
    refuse_if(
        why_not_agree(due_on=agreed.due_on, what=agreed.what, left_out=left_out, today=today),
        code="cannot_agree",
    )
    if agreed.who_id and not left_out:
        who = standing_in(case.team_id, agreed.who_id, today)
        refuse_if(why_not_call(who.standing if who else NOBODY), code="cannot_call")
    follow_up = CaseFollowUp(
        household_id=case.household_id, team_id=case.team_id, case=case, months=agreed.months,
        due_on=agreed.due_on, what=agreed.what.strip(), who_id=None if left_out else agreed.who_id,
    )  # fmt: skip
    follow_up.save(force_insert=True)
    if left_out:
        void(follow_up, by=by, reason=left_out)


@transaction.atomic
def reopen_case(case: Case, *, motive: str, words: str, by: Viewer, today: date) -> None:
    """A closed way goes on, with those who worked with the family and still can. Raises Refused with the reason."""
    policies.reopen_case.require(by)
    held = lock_case(case, by=by)
    ended = held.ended_on
    team_open = teams_at_work().filter(pk=held.team_id).exists()
    refuse_if(
        why_not_reopen(has_open_case=has_open_case(held.household_id), team_open=team_open),
        code="cannot_reopen",
    )
    answers = held.responsible_id and standing_in(held.team_id, held.responsible_id, today)
    take_step(
        held, "reopen_case", motive=motive, words=words, by=by, day=today, ended_on=None,
        responsible_id=held.responsible_id if answers else None,
    )  # fmt: skip
    bring_back(held, ended=ended, today=today, by=by)
    for follow_up in still_to_come(held):
        void(follow_up, by=by, reason=str(OVERTAKEN))
    record_family_deed(
        "case.reopened", held, held.household, by=by, motive=motive, **_closing_of(held, ended)
    )


def _closing_of(case: Case, ended: date | None) -> dict[str, Any]:
    """How it had been closed: what a closing by mistake takes back from the numbers."""
    closing = case.steps.filter(verb="close_case").order_by("-day", "-id").values_list("motive", flat=True)
    return {
        "closed_motive": closing.first(), "closed_on": ended.isoformat() if ended else None,
        "opened_on": case.opened_on.isoformat(),
        "in_charge_since": case.in_charge_since.isoformat() if case.in_charge_since else None,
    }  # fmt: skip
