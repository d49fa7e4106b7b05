"""The diary of a family as it is read: what happened, the last first, each note with what stands beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.diary import policies
from intreccio.families.diary.models import VisitNote
from intreccio.families.diary.queries.beside import Beside
from intreccio.families.diary.queries.chronicle import PAGE, chronicle_of
from intreccio.families.diary.queries.family import Family
from intreccio.families.diary.queries.limits import visit_limits_on
from intreccio.families.diary.queries.wanted import Wanted
from intreccio.families.diary.rules.notes import is_fresh
from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut

# Written out: composed by the ORM this would cost more than to answer, at every opening of a diary.
NOTES = WrittenOut(
    VisitNote,
    "n",
    """
    SELECT {n}, {m}, {u} FROM diary_visitnote n LEFT JOIN organisations_membership m ON m.id = n.author_id
      LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE n.id = ANY(%(ids)s::uuid[]) OR n.corrects_id = ANY(%(ids)s::uuid[]) ORDER BY n.written_at, n.id
    """,
    m="n.author",
    u="m.user",
)


@dataclass(slots=True)
class Entry:
    """A note, who was there, which goals it touches, the corrections beside it, what the viewer may do with it."""

    row: VisitNote
    present: str
    goals: list[str] = field(default_factory=list)
    may: set[str] = field(default_factory=set)
    corrections: list[VisitNote] = field(default_factory=list)

    @property
    def is_note(self) -> bool:
        """It holds words."""
        return True


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a diary, and the key after which it goes on."""

    entries: list[Entry | Beside]
    after: str = ""


def page_of(
    viewer: Viewer, case: Case, family: Family, titles: dict[UUID, str], wanted: Wanted, *, after: str = "", most: int = PAGE
) -> Page:  # fmt: skip
    """What the viewer reads of it, the last first. Three queries at most. Raises ValueError for a key that is none."""
    places, rest = chronicle_of(case, wanted, after=after, most=most)
    notes = notes_by_key(viewer, family, titles, [place.id for place in places if place.kind == "note"])
    entries = [
        notes[place.id] if place.kind == "note" else Beside(place, _named(family, place.persons))
        for place in places
        if place.kind != "note" or place.id in notes
    ]
    return Page(entries, rest)


def notes_by_key(
    viewer: Viewer, family: Family, titles: dict[UUID, str], keys: Iterable[UUID]
) -> dict[UUID, Entry]:
    """Notes with their corrections, oldest first, those that were annulled too. Two queries at most, none for none."""
    wanted = list(keys)
    if not wanted:
        return {}
    rows = NOTES.rows(ids=wanted) if sees_families(viewer) else []
    hours = visit_limits_on(today()).fresh_hours
    found = {
        row.pk: Entry(
            row,
            _named(family, row.present),
            list(dict.fromkeys(titles[goal] for goal in row.goals if goal in titles)),
            _may(viewer, row, hours),
        )
        for row in rows
        if row.corrects_id is None
    }
    for row in rows:
        if row.corrects_id in found:
            found[row.corrects_id].corrections.append(row)
    return found


def _named(family: Family, persons: list[UUID]) -> str:
    return family.named(persons) if persons else ""


def _may(viewer: Viewer, row: VisitNote, hours: int) -> set[str]:
    if row.voided_at is not None:
        return set()
    may = {"signal_from_note"} if policies.signal_from_note(viewer) else set()
    may |= {"void_visit_note"} if policies.voids_note(viewer, row) else set()
    if row.author_id == viewer.membership_id:
        may |= {
            "edit_visit_note" if is_fresh(row.written_at, now=now(), hours=hours) else "correct_visit_note"
        }
    return may
