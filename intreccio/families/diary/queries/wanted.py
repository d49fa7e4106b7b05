"""What of a diary is asked for, and where each thing that happened stands."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a diary is asked for: codes, keys and days. persons: cards of the one who was there; goal: as it was in its first version."""

    profession: str = ""
    author: UUID | None = None
    place: str = ""
    since: date | None = None
    until: date | None = None
    goal: UUID | None = None
    persons: tuple[UUID, ...] = ()
    only_record: bool = False

    def values(self) -> dict[str, Any]:
        """For the statement."""
        return {
            "profession": self.profession, "author": self.author, "place": self.place, "since": self.since or date.min,
            "until": self.until or date.max, "goal": self.goal, "persons": list(self.persons), "only_record": self.only_record,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Something that happened: a note, a meeting of a line, a visit where one did not meet, a meeting about the family or a contact.

    leads_to: the line or the meeting it is read at; names: who of us was there, and who else.
    """

    kind: str
    id: UUID
    day: date
    hour: time
    leads_to: UUID
    code: str
    said: str
    persons: list[UUID]
    names: list[str]

    @property
    def key(self) -> str:
        """After which the next ones begin."""
        return f"{self.day}_{self.hour:%H%M}_{self.id}"
