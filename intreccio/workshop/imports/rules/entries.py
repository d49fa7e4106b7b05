"""What a file becomes: entries that can be taken, and refusals that say where and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class Unreadable(ValueError):
    """The file cannot be read to its end: nothing of it is taken."""


class BadMapping(ValueError):
    """The mapping itself is wrong: nothing is read."""


class BadCell(ValueError):
    """A cell that cannot be taken as it is; the words are for whoever has the file open."""


class BadField(ValueError):
    """A field that whoever writes it cannot take."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something left out: where it stands and why."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"riga {self.line}, colonna {self.column}" if self.column else f"riga {self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a file: `key` finds it again next time, `columns` says where each field came from."""

    line: int
    key: str
    values: Mapping[str, Any]
    columns: Mapping[str, str] = field(default_factory=dict)

    def refuse(self, problem: BadField) -> Refusal:
        """The refusal of this entry, under the column's own name."""
        return Refusal(self.line, self.columns.get(problem.field, problem.field), problem.reason)


@dataclass(slots=True)
class Reading:
    """A file read to its end. `notes` are small things left empty in entries that were taken."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    notes: list[Refusal] = field(default_factory=list)
