"""A family's story: the acts that have words, the last ones first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import told
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import Seen

LAST = 10
PAGE = 25


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, as the component `thread` draws it: when, who, and what was done."""

    id: UUID
    at: datetime
    what: str
    text: str
    family: bool = False


def story_of(viewer: Viewer, seen: Seen, *, most: int = LAST, before: Event | None = None) -> list[Entry]:
    """The acts before `before`, at most `most` that have words. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return []
    names = User.objects.filter(pk=OuterRef("user_id")).values("name")[:1]
    events = Event.objects.filter(household_id=seen.household.pk).annotate(who=Subquery(names))
    if before is not None:
        events = events.filter(Q(at__lt=before.at) | Q(at=before.at, pk__lt=before.pk))
    entries = (entry_of(event) for event in events.order_by("-at", "-pk")[: most + PAGE])
    return list(_first(most, entries))


def entry_of(event: Event) -> Entry | None:
    """None for an act that no story tells."""
    words = told(event.kind)
    who: str = getattr(event, "who", None) or ""
    return Entry(event.pk, event.at, who, str(words)) if words else None


def _first(most: int, entries: Iterator[Entry | None]) -> Iterator[Entry]:
    for entry in entries:
        if entry is not None:
            yield entry
            most -= 1
        if not most:
            return


def event_of(viewer: Viewer, household_id: UUID, event_id: UUID) -> Event | None:
    """Where a page of the story begins."""
    return Event.objects.filter(household_id=household_id, pk=event_id).first()
