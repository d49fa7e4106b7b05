"""What a run did, in one line."""

from dataclasses import dataclass, field
from enum import Enum

from intreccio.workshop.imports.rules.entries import Refusal


class Change(Enum):
    """What became of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(slots=True)
class Report:
    """Counts, and everything that was refused. Its last line is always the same shape."""

    counts: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    refused: list[Refusal] = field(default_factory=list)
    notes: list[Refusal] = field(default_factory=list)

    def count(self, change: Change) -> None:
        """One more."""
        self.counts[change] += 1

    @property
    def last_line(self) -> str:
        """`added N, changed N, unchanged N, refused N`."""
        counted = ", ".join(f"{change.value} {number}" for change, number in self.counts.items())
        return f"{counted}, refused {len(self.refused)}"
