"""A family goes to another team: every row of it changes hands, and the giver's sight ends unless a window is kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.deputies import end_deputies
from intreccio.families.cases.actions.follow_ups import let_go
from intreccio.families.cases.actions.steps import lock_case, write_step
from intreccio.families.cases.actions.workers import send_all_home
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import members_now
from intreccio.families.cases.queries.cases import open_case_of
from intreccio.families.cases.queries.teams import teams_at_work
from intreccio.families.cases.rules.stages import why_not_hand_over, why_not_step
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.actions.households import hand_over
from intreccio.parties.people.vocabulary import GrantPurpose, Level


@dataclass(frozen=True, slots=True)
class Keep:
    """The window that the giving team keeps: to see, not to act, until a day, for a reason the family may know."""

    until: date
    reason: str
    level: Level = Level.RECORD


@transaction.atomic
def hand_over_case(
    case: Case,
    *,
    to_team_id: UUID,
    motive: str,
    summary: str,
    keep: Keep | None = None,
    by: Viewer,
    today: date,
) -> None:
    """Gives a family to another team, which will name who answers for it. Raises Refused with the reason."""
    policies.hand_over_case.require(by)
    held = lock_case(case, by=by)
    refuse_if(
        why_not_hand_over(
            from_team=held.team_id, to_team=to_team_id, summary=summary,
            to_team_open=teams_at_work().filter(pk=to_team_id).exists(),
        ),
        code="cannot_hand_over",
    )  # fmt: skip
    refuse_if(
        why_not_step(
            "hand_over_case", held.stage, motive=motive, day=today, today=today, since=held.stage_since
        ),
        code="stage",
    )
    step = write_step(
        held, verb="hand_over_case", source=held.stage, day=today, motive=motive, words=summary, by=by,
        from_team_id=held.team_id, to_team_id=to_team_id,
    )  # fmt: skip
    write_over(held, version=held.version, responsible_id=None, unread_summary=step.pk)
    record_family_deed(
        "case.handed_over", held, held.household, by=by, motive=motive, to_team=str(to_team_id)
    )
    pass_on(held, to_team_id=to_team_id, keep=keep, motive=motive, by=by, today=today)


def pass_on(case: Case, *, to_team_id: UUID, keep: Keep | None, motive: str, by: Viewer, today: date) -> None:
    """Moves the household; `household.handed_over` then finds `follow_household`. The window is opened while one may."""
    window = keep and (
        grant(
            case.household, by=by, level=keep.level, purpose=GrantPurpose.CONTINUITY, reason=keep.reason,
            since=today, until=keep.until, to_team_id=case.team_id,
        )
    )  # fmt: skip
    hand_over(
        case.household, to_team_id=to_team_id, by=by, reason_code=motive, keep=window.pk if window else None
    )


@transaction.atomic
def follow_household(household_id: UUID, *, to_team_id: UUID, by: Viewer, today: date) -> None:
    """A family is about to change hands, from whatever page: who is not of the new team no longer works with it."""
    staying = members_now(to_team_id, today)
    let_go(household_id, staying=staying)
    case = open_case_of(household_id)
    if case is None:
        return
    send_all_home(case, but=staying, day=today, reason=WorkerEnd.HANDED_OVER, by=by)
    end_deputies(case, today=today)
    answers = case.responsible_id if case.responsible_id in staying else None
    write_over(case, version=case.version, team_since=today, responsible_id=answers)
