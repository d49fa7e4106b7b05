"""A line ends with an outcome, goes on with another cycle, changes hands."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES
from intreccio.families.diary import policies
from intreccio.families.diary.actions.meetings import add_cycle
from intreccio.families.diary.actions.steps import lock_line
from intreccio.families.diary.models import SupportCycle, SupportLine, SupportMeeting
from intreccio.families.diary.queries.candidates import psychologist_sees, psychologists_for
from intreccio.families.diary.queries.lines import cycle_now
from intreccio.families.diary.queries.notes import written_on
from intreccio.families.diary.rules.standing import (
    why_not_end,
    why_not_hand_over,
    why_not_hand_over_here,
    why_not_renew,
)
from intreccio.families.diary.vocabulary import LineState, MeetingState
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def end_line(line: SupportLine, *, outcome: str, words: str, by: Viewer, today: date) -> None:
    """The cycle ends with an outcome of its line, and what was still to come is called off. Raises Refused."""
    held = lock_line(line, "end_line", by=by)
    cycle = cycle_now(held)
    gone_by = _planned(cycle, day__lt=today) if cycle else 0
    reason = why_not_end(
        held.kind,
        outcome,
        unwritten=gone_by,
        is_theirs=policies.is_theirs(by, held),
        psychologist_sees=psychologist_sees(held, today),
    )
    refuse_if(reason, code="cannot_end")
    # Where nobody ever met, the outcome still has a cycle to stand on.
    cycle = cycle or add_cycle(held, rhythm=held.rhythm, starts_on=today)
    rows = SupportMeeting.objects.filter(cycle=cycle, state=MeetingState.PLANNED)
    rows.update(state=MeetingState.CALLED_OFF, version=F("version") + 1)
    write_over(cycle, version=cycle.version, ended_on=today, outcome=outcome, words=words.strip())
    write_over(held, version=held.version, state=LineState.ENDED, told_at=now())
    record_family_deed("line.ended", held, held.household, by=by, line=held.kind, outcome=outcome)


def _planned(cycle: SupportCycle, **when: date) -> int:
    return SupportMeeting.objects.filter(cycle=cycle, state=MeetingState.PLANNED, **when).count()


@transaction.atomic
def renew_line(line: SupportLine, *, by: Viewer) -> None:
    """Another cycle with the same people: what ended stays written. Raises Refused."""
    held = lock_line(line, "renew_line", by=by)
    refuse_if(
        why_not_renew(
            case_open=held.case.stage in IN_CHARGE_STAGES, in_charge=is_in_charge(by, held.team_id)
        ),
        code="cannot_renew",
    )
    write_over(held, version=held.version, state=LineState.ACCEPTED, told_at=now())
    record_family_deed("line.renewed", held, held.household, by=by, line=held.kind)


def leave_lines(household_id: UUID) -> None:
    """The family goes to another team, in this transaction: whoever follows its lines will find it in Oggi."""
    rows = SupportLine.objects.filter(
        household_id=household_id, state=LineState.ACCEPTED, voided_at__isnull=True
    )
    rows.update(former_id=F("psychologist_id"), left_at=now(), version=F("version") + 1)


@transaction.atomic
def hand_over_line(line: SupportLine, *, to: UUID, with_notes: bool, by: Viewer, today: date) -> None:
    """Another psychologist follows the line. Notes go along only where their author says so. Raises Refused."""
    held = lock_line(line, "hand_over_line", by=by)
    could = {one.membership.pk for one in psychologists_for(held.case, today)}
    any_time = "hand_over_line" not in policies.only_if_nobody_follows(by, held)
    here = why_not_hand_over_here(may_any_time=any_time, psychologist_sees=held.psychologist_id in could)
    refuse_if(here, code="cannot_hand_over")
    refuse_if(
        why_not_hand_over(has_lines_psychologist=to == held.psychologist_id, is_candidate=to in could),
        code="cannot_hand_over",
    )
    passes = with_notes and policies.is_theirs(by, held)
    if passes:
        written_on(held, by.membership_id).update(passed_to_id=to, version=F("version") + 1)
    # Who gives their own line away knows it; who had it taken over finds it in Oggi.
    left: dict[str, object] = {}
    if policies.is_theirs(by, held):
        left = {"former_id": None, "left_at": None}
    elif held.former_id != held.psychologist_id:  # else they know since the family went
        left = {"former_id": held.psychologist_id, "left_at": now()}
    write_over(held, version=held.version, psychologist_id=to, told_at=now(), **left)
    record_family_deed(
        "line.handed_over", held, held.household, by=by, line=held.kind, to=str(to), with_notes=passes
    )
