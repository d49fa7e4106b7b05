"""The diary of a family as it is read: each note with what stands beside it."""

from dataclasses import dataclass, field

from intreccio.families.cases.models import Case
from intreccio.families.diary import policies
from intreccio.families.diary.actions.visit_notes import still_fresh
from intreccio.families.diary.models import VisitNote
from intreccio.families.diary.queries.diary import visit_notes_in_sight
from intreccio.families.diary.queries.family import Family, family_of
from intreccio.ground.kernel.viewer import Viewer


@dataclass(slots=True)
class Entry:
    """A note, who was there, the corrections beside it, what the viewer may do with it."""

    row: VisitNote
    present: str
    may: set[str]
    corrections: list[VisitNote] = field(default_factory=list)


def entries_of(viewer: Viewer, case: Case) -> list[Entry]:
    """What the viewer reads of it, the last day first. Three queries."""
    rows = list(visit_notes_in_sight(viewer).filter(case_id=case.pk).order_by("-day", "-written_at", "-id"))
    family = family_of(viewer, case.household)
    found = {row.pk: _entry(viewer, row, family) for row in rows if row.corrects_id is None}
    for row in reversed(rows):
        if row.corrects_id in found:
            found[row.corrects_id].corrections.append(row)
    return list(found.values())


def _entry(viewer: Viewer, row: VisitNote, family: Family) -> Entry:
    return Entry(row, family.named(row.present) if row.present else "", _may(viewer, row))


def _may(viewer: Viewer, row: VisitNote) -> set[str]:
    if row.voided_at is not None:
        return set()
    may = {"void_visit_note"} if policies.voids_note(viewer, row) else set()
    if row.author_id == viewer.membership_id:
        may |= {"edit_visit_note" if still_fresh(row) else "correct_visit_note"}
    return may
