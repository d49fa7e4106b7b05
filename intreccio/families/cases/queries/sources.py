"""What other areas tell of a family's way: each gives a SELECT, and one statement asks all of them.

All run as the viewer, so that what is out of sight is not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done about a prompt: the words of a link and where it leads."""

    action: Words
    url: str


Drawing = Callable[[Viewer, Any], Way]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the line of the way: on which lane, on which day, in which words (`code`: as it is kept)."""

    lane: str
    day: date
    said: str
    code: str


Saying = Callable[[str], str]


@dataclass(slots=True)
class Sources:
    """All that was registered."""

    contacts: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    ways: dict[str, Drawing] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    lanes: dict[str, tuple[int, Words, Saying]] = field(default_factory=dict)


sources = Sources()


def add_contacts(*sql: str) -> None:
    """Days on which the family was met or heard: SELECT household_id, day … WHERE household_id IN (SELECT household_id FROM ways)."""
    sources.contacts.extend(sql)


def add_prompts(sql: str, ways: Mapping[str, Drawing]) -> None:
    """Something that stands still: SELECT kind, household_id, subject_id, since, as_of, what, NULL::date … of the `ways`.

    `ways` in SQL: the open ways asked for (id, household_id, stage …). ways, by kind: what can be done about a prompt.
    """
    sources.prompts.append(sql)
    sources.ways.update(ways)


def add_marks(lane: str, order: int, label: Words, said: Saying, sql: str) -> None:
    """A lane of the line: SELECT day, text … WHERE household_id = %(household)s. said: the words of that text."""
    sources.lanes[lane] = (order, label, said)
    sources.marks.append(f"SELECT '{lane}' AS lane, m.day, m.what FROM ({sql}) m (day, what)")  # noqa: S608  # fixed texts
