"""Where a calendar takes its entries from: each area above says its own. The calendar itself knows no family."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.calendar.rules.entries import Entry, in_order


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a source: both days count. Entries of that team, and those in which one of these takes part."""

    since: date
    until: date
    team_id: UUID | None = None
    members: tuple[UUID, ...] = ()


Entries = Callable[[Viewer, Wanted], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Source:
    """entries: asked as the viewer, so that row security decides; in as many queries whatever there is.

    due: what may be reminded, a SELECT of (kind, key, membership, day, hour) between `%(since)s` and `%(until)s`, both days in;
    it runs as the house's `jobs`, so it reads a narrow function of that area. Empty where nothing is reminded.
    """

    code: str
    entries: Entries
    due: str = ""


_sources: dict[str, Source] = {}


def add_source(source: Source) -> None:
    """Registers an area's entries."""
    _sources[source.code] = source


def sources() -> list[Source]:
    """All that were registered."""
    return list(_sources.values())


def entries_of(viewer: Viewer, wanted: Wanted) -> list[Entry]:
    """Everything that the viewer may see of what is wanted, in its order."""
    found = (entry for source in sources() for entry in source.entries(viewer, wanted))
    return sorted(found, key=in_order)
