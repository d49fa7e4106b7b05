"""Minutes, as in a ledger: what is put right takes away and adds, and no line is changed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Sum

from intreccio.families.diary.models import VisitNote, WorkedTime
from intreccio.families.diary.rules.visits import Minutes, amends
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.viewer import Viewer


def minutes_of(note: VisitNote) -> dict[UUID | None, Minutes]:
    """What stands for a note, by line of money."""
    rows = WorkedTime.objects.filter(note=note)
    sums = rows.values("line").annotate(d=Sum("direct"), i=Sum("indirect")).order_by()
    return {each["line"]: Minutes(each["d"], each["i"]) for each in sums}


def first_minutes(note: VisitNote, wanted: Mapping[UUID | None, Minutes], *, by: Viewer) -> None:
    """The minutes of a note that has just been written."""
    _write(note, wanted, note.day, by.organisation_id)


def set_minutes(
    note: VisitNote, wanted: Mapping[UUID | None, Minutes], *, moved_from: date | None = None
) -> None:
    """Writes what leads from what stands to `wanted`. moved_from: the day that was written before, where it was another."""
    employer = note.author.organisation_id
    if moved_from is not None:
        _write(note, amends(minutes_of(note), {}), moved_from, employer)
    _write(note, amends(minutes_of(note), wanted), note.day, employer)


def _write(note: VisitNote, entries: Mapping[UUID | None, Minutes], day: date, employer: UUID) -> None:
    WorkedTime.objects.bulk_create(
        WorkedTime(
            household_id=note.household_id, team_id=note.team_id, case_id=note.case_id, note=note, worker_id=note.author_id,
            employer_id=employer, line_id=line, day=day, direct=minutes.direct, indirect=minutes.indirect,
            written_at=now(),
        )
        for line, minutes in entries.items()
    )  # fmt: skip
