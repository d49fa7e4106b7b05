"""One person in two places at once. It is said, and never refused: people know why."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from intreccio.workshop.calendar.rules.entries import Entry, Who, in_order


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody who takes part in both; `first` begins first."""

    who: Who
    first: Entry
    second: Entry


def clashes_among(entries: Iterable[Entry]) -> list[Clash]:
    """Every pair of entries with an hour that overlap and have somebody in common. What ends as another begins does not."""
    found = []
    for who, theirs in _by_person(entries).items():
        for first, second in _overlapping(sorted(theirs, key=in_order)):
            found.append(Clash(who, first, second))
    return found


def clashes_of(entry: Entry, others: Iterable[Entry]) -> list[Clash]:
    """Those of one entry that is being written; as it stood before, it does not clash with itself."""
    rest = (other for other in others if other.name != entry.name)
    return [clash for clash in clashes_among([entry, *rest]) if entry in (clash.first, clash.second)]


def mark_of(clashes: Iterable[Clash]) -> str:
    """Known by what clashes with what: whoever has been told of it, and writes the same again, has decided. Empty where nothing does."""
    said = sorted(f"{each.who.key} {each.first.name} {each.second.name}" for each in clashes)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32] if said else ""


def _by_person(entries: Iterable[Entry]) -> dict[Who, list[Entry]]:
    found: dict[UUID, tuple[Who, list[Entry]]] = {}
    for entry in entries:
        if entry.hour is not None:
            for who in dict.fromkeys(entry.who):
                found.setdefault(who.key, (who, []))[1].append(entry)
    return dict(found.values())


def _overlapping(theirs: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Of entries in order: each beside those that it is not over for yet."""
    still: list[Entry] = []
    for entry in theirs:
        still = [before for before in still if before.ends > entry.starts]
        yield from ((before, entry) for before in still)
        still.append(entry)
