"""One line as its page shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.families.diary.models import RestrictedNote, SupportCycle, SupportLine, SupportMeeting
from intreccio.families.diary.policies import ABILITIES
from intreccio.families.diary.queries.candidates import psychologist_sees
from intreccio.families.diary.queries.family import Family, family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.queries.lines import cycles_of
from intreccio.families.diary.queries.notes import notes_in_sight
from intreccio.families.diary.rules.notes import is_fresh
from intreccio.families.diary.vocabulary import TOLD, LineState, MeetingState
from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Met:
    """One date, and who was there."""

    row: SupportMeeting
    who: str
    is_due: bool

    @property
    def is_to_come(self) -> bool:
        """It can still be moved."""
        return self.row.state == MeetingState.PLANNED


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle and its dates, those that were called off left out."""

    row: SupportCycle
    meetings: list[Met]

    @property
    def told(self) -> int:
        """Of how many it is written how they went."""
        return sum(met.row.state in TOLD for met in self.meetings)

    @property
    def is_done(self) -> bool:
        """Nothing of it is to come."""
        return self.told == len(self.meetings)


@dataclass(frozen=True, slots=True)
class Note:
    """A note and what corrects it."""

    row: RestrictedNote
    corrections: list["Note"]
    is_mine: bool
    is_fresh: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything of one line that this viewer may know."""

    whom: str
    yes_of: str
    yes_also: str
    is_open: bool
    cycles: list[Cycle]
    notes: list[Note]
    due: SupportMeeting | None

    @property
    def now(self) -> Cycle | None:
        """The cycle that goes on."""
        return next((cycle for cycle in self.cycles if cycle.row.ended_on is None), None)


def whole_of(viewer: Viewer, line: SupportLine) -> Whole:
    """Seven queries at most; of notes nothing is even asked for who keeps none."""
    family, day = family_of(viewer, line.household), today()
    cycles = [_cycle(row, family, day) for row in cycles_of(line)]
    due = [met.row for cycle in cycles if cycle.row.ended_on is None for met in cycle.meetings if met.is_due]
    return Whole(
        whom=family.named(line.for_whom),
        yes_of=family.named([line.yes_of_id]) if line.yes_of_id else "",
        yes_also=family.called(line.yes_also),
        is_open=line.state == LineState.ACCEPTED and not psychologist_sees(line, day),
        cycles=cycles,
        notes=_notes(viewer, line) if ABILITIES["write_note"](viewer) else [],
        due=min(due, key=lambda row: row.day, default=None),
    )


def _cycle(row: SupportCycle, family: Family, day: date) -> Cycle:
    meetings = sorted(row.meetings.all(), key=lambda meeting: meeting.day)
    return Cycle(
        row,
        [
            Met(
                each,
                family.named(each.present) if each.present else "",
                is_due=each.state == MeetingState.PLANNED and each.day <= day,
            )
            for each in meetings
            if each.state != MeetingState.CALLED_OFF
        ],
    )


def _notes(viewer: Viewer, line: SupportLine) -> list[Note]:
    rows = list(notes_in_sight(viewer, line))
    hours = limits_on(today()).note_hours if rows else 0
    drawn = [
        Note(
            row,
            [],
            is_mine=row.author_id == viewer.membership_id,
            is_fresh=is_fresh(row.written_at, now=now(), hours=hours),
        )
        for row in rows
    ]
    by_key: dict[UUID | None, Note] = {note.row.pk: note for note in drawn}
    for note in drawn:
        if first := by_key.get(note.row.corrects_id):
            first.corrections.append(note)
    return [note for note in drawn if note.row.corrects_id not in by_key]
