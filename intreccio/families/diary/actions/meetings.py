"""A cycle of meetings: its dates, and how each of them went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.diary.actions.steps import lock_line
from intreccio.families.diary.models import SupportCycle, SupportLine, SupportMeeting
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.queries.lines import cycle_now
from intreccio.families.diary.rules.dates import dates_of, why_not_move, why_not_plan, why_not_record
from intreccio.families.diary.vocabulary import MeetingState
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Plan:
    """How many meetings, how often, from when on, at what hour where it is known."""

    meetings: int
    rhythm: str
    start: date
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class How:
    """Held, and who was there; or missed, and why."""

    state: str
    present: Sequence[UUID] = ()
    missed_why: str = ""


@transaction.atomic
def plan_meetings(line: SupportLine, plan: Plan, *, by: Viewer, today: date) -> SupportCycle:
    """A cycle begins, with its dates. Raises Refused with the reason."""
    held = lock_line(line, "plan_meetings", by=by)
    most = limits_on(today).most_meetings
    has_cycle = cycle_now(held) is not None
    refuse_if(
        why_not_plan(has_cycle=has_cycle, meetings=plan.meetings, most=most, start=plan.start, today=today),
        code="plan",
    )
    cycle = add_cycle(held, rhythm=plan.rhythm, starts_on=plan.start)
    SupportMeeting.objects.bulk_create(
        SupportMeeting(
            household_id=held.household_id, team_id=held.team_id, cycle=cycle, day=day, hour=plan.hour
        )
        for day in dates_of(plan.start, plan.rhythm, plan.meetings)
    )
    record_family_deed(
        "meeting.planned",
        cycle,
        held.household,
        by=by,
        line=held.kind,
        meetings=plan.meetings,
        rhythm=plan.rhythm,
    )
    return cycle


def add_cycle(line: SupportLine, *, rhythm: str, starts_on: date) -> SupportCycle:
    """The next cycle of a locked line."""
    cycle = SupportCycle(
        household_id=line.household_id, team_id=line.team_id, line=line, rhythm=rhythm, starts_on=starts_on,
        number=line.cycles.count() + 1,
    )  # fmt: skip
    cycle.save(force_insert=True)
    return cycle


@transaction.atomic
def record_meeting(
    line: SupportLine, meeting_id: UUID, how: How, *, version: int, by: Viewer, today: date
) -> None:
    """Writes whether one met, and who was there; nothing of what was said. Raises Refused, Changed."""
    held = lock_line(line, "record_meeting", by=by)
    meeting = meeting_of(held, meeting_id)
    refuse_if(
        why_not_record(
            meeting.state, meeting.day, today=today, cycle_ended=meeting.cycle.ended_on is not None
        ),
        code="meeting",
    )
    is_held = how.state == MeetingState.HELD
    present = _present(held, how, by) if is_held else []
    why = "" if is_held else how.missed_why
    write_over(meeting, version=version, state=how.state, present=present, missed_why=why)
    kind = "meeting.held" if is_held else "meeting.missed"
    said: dict[str, Any] = {"line": held.kind} if is_held else {"line": held.kind, "reason": why}
    record_family_deed(kind, meeting, held.household, by=by, **said)


def _present(line: SupportLine, how: How, by: Viewer) -> list[UUID]:
    """Of the home, or of whom the line is."""
    family = family_of(by, line.household)
    could = {each.person.pk for each in family.here} | set(line.for_whom)
    if not how.present or not set(how.present) <= could:
        raise Refused(_("Scegli chi c'era, fra le persone della famiglia."), code="present")
    return list(dict.fromkeys(how.present))


@transaction.atomic
def move_meeting(
    line: SupportLine,
    meeting_id: UUID,
    *,
    day: date,
    hour: time | None,
    version: int,
    by: Viewer,
    today: date,
) -> None:
    """To another day; the day first agreed stays written. Raises Refused, Changed."""
    held = lock_line(line, "move_meeting", by=by)
    meeting = meeting_of(held, meeting_id)
    others = meeting.cycle.meetings.exclude(pk=meeting.pk)
    taken = set(others.values_list("day", flat=True))
    refuse_if(why_not_move(meeting.state, day, taken=taken, today=today), code="meeting")
    first = meeting.moved_from or (meeting.day if day != meeting.day else None)
    write_over(meeting, version=version, day=day, hour=hour, moved_from=first)
    record_family_deed("meeting.moved", meeting, held.household, by=by, line=held.kind)


def meeting_of(line: SupportLine, meeting_id: UUID) -> SupportMeeting:
    """One meeting of a locked line. Raises Refused."""
    rows = SupportMeeting.objects.select_related("cycle")
    meeting = rows.filter(pk=meeting_id, cycle__line=line).first()
    if meeting is None:
        raise Refused(_("Questo incontro non è di questa linea."), code="not_of_line")
    return meeting
