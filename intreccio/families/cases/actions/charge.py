"""The preliminary analysis ends: the family is taken in charge, or it is not."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.passing import Keep, pass_on
from intreccio.families.cases.actions.steps import lock_case, take_step, write_step
from intreccio.families.cases.actions.workers import NOBODY, put_to_work, send_all_home
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import Candidate, standing_in
from intreccio.families.cases.queries.eligible import at_least, minors_in
from intreccio.families.cases.queries.workers import worker_of
from intreccio.families.cases.rules.eligible import why_not_take
from intreccio.families.cases.rules.stages import why_not_step
from intreccio.families.cases.rules.workers import why_not_answer_for
from intreccio.families.cases.vocabulary import Stage, WorkerEnd
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Choice:
    """Who takes a family in charge: a team, and the person who answers for it (None: the team will choose)."""

    team_id: UUID
    membership_id: UUID | None = None


@transaction.atomic
def take_charge(
    case: Case,
    *,
    choice: Choice,
    motive: str,
    words: str = "",
    keep: Keep | None = None,
    by: Viewer,
    today: date,
) -> None:
    """Takes a family in charge. Where it is another team's to do, the family moves there with all its rows.

    words: where a family is not as was agreed (`in_charge_minors`), why one goes on.
    Raises Refused: somebody was quicker, the motive does not fit, the person cannot answer for the family.
    """
    policies.take_charge.require(by)
    held = lock_case(case, by=by)
    source = held.stage
    refuse_if(
        why_not_step("take_charge", source, motive=motive, day=today, today=today, since=held.stage_since),
        code="stage",
    )
    refuse_if(
        why_not_take(minors=minors_in(held.household_id, today), at_least=at_least(today), words=words),
        code="no_minors",
    )
    who = _chosen(choice, today)
    moves = choice.team_id != held.team_id
    write_over(
        held, version=held.version, stage=Stage.IN_CHARGE, stage_since=today, in_charge_since=today,
        responsible_id=choice.membership_id,
    )  # fmt: skip
    if who and worker_of(held, who.membership.pk) is None:
        put_to_work(held, who, since=today)
    more = {"from_team_id": held.team_id, "to_team_id": choice.team_id} if moves else {}
    write_step(held, verb="take_charge", source=source, day=today, motive=motive, words=words, by=by, **more)
    record_family_deed("case.taken_charge", held, held.household, by=by, **_codes(held, choice, motive))
    if moves:
        pass_on(held, to_team_id=choice.team_id, keep=keep, motive=motive, by=by, today=today)


def _chosen(choice: Choice, today: date) -> Candidate | None:
    if choice.membership_id is None:
        return None
    who = standing_in(choice.team_id, choice.membership_id, today)
    refuse_if(why_not_answer_for(who.standing if who else NOBODY), code="cannot_answer_for")
    return who


def _codes(case: Case, choice: Choice, motive: str) -> dict[str, Any]:
    return {
        "motive": motive,
        "by_team": str(choice.team_id),
        "responsible": str(choice.membership_id or ""),
        "opened_on": case.opened_on.isoformat(),
        "asked_on": case.asked_on.isoformat() if case.asked_on else None,
    }


@transaction.atomic
def end_preliminary(case: Case, *, motive: str, words: str = "", by: Viewer, today: date) -> None:
    """Ends a preliminary analysis without taking charge. Raises Refused with the reason."""
    policies.end_preliminary.require(by)
    held = lock_case(case, by=by)
    take_step(held, "end_preliminary", motive=motive, words=words, by=by, day=today, ended_on=today)
    send_all_home(held, but=set(), day=today, reason=WorkerEnd.CASE_ENDED, by=by)
    record_family_deed("case.preliminary_ended", held, held.household, by=by, motive=motive)
