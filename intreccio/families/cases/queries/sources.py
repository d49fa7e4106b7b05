"""What other areas tell of a family's way: each gives a SELECT, and one statement asks all of them.

All run as the viewer, so that what is out of sight is not told.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intreccio.families.cases.vocabulary import PromptKind
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done about a prompt: the words of a link and where it leads."""

    action: Words
    url: str


OF_AN_AREA = re.compile(r"(?=.{3,20}$)[a-z]+-[a-z_]+")
Drawing = Callable[[Viewer, Any], Way]


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of prompt of an area above: what it is called, its sentence, what can be done about it."""

    label: Words
    say: Callable[[Any, date], str]
    way: Drawing


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
    reasons: dict[str, Reason] = field(default_factory=dict)
    ways: dict[str, Drawing] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    lanes: dict[str, tuple[int, Words, Saying]] = field(default_factory=dict)


sources = Sources()


def add_contacts(*sql: str) -> None:
    """Days on which the family of `w`, an open way, was met or heard: SELECT day … WHERE household_id = w.household_id."""
    sources.contacts.extend(sql)


def add_prompts(sql: str, ways: Mapping[str, Drawing]) -> None:
    """Something that stands still: SELECT kind, household_id, subject_id, since, as_of, what, NULL::date … of the `ways`.

    `ways` in SQL: the open ways asked for (id, household_id, stage …). ways, by kind: what can be done about a prompt.
    """
    sources.prompts.append(sql)
    sources.ways.update(ways)


def add_reason(kind: str, reason: Reason, sql: str) -> None:
    """A reason of an area above, on the board and among the prompts: a lesson lost, a month without work.

    kind: the area's name and a code, `school-lost`. sql: as `add_prompts` takes it; `since` is the first day on which it shows,
    worked out there from that area's own dated parameter (`%(day)s` is today), so that nothing is asked a second time.
    `reason.say` is handed the prompt (`what`, `since`, `limits`) and today: one sentence with its day, a fact that blames nobody.
    """
    if not OF_AN_AREA.fullmatch(kind):
        raise ValueError(f"'{kind}' says no area: write it as area-code")
    sources.reasons[kind] = reason
    sources.prompts.append(sql)


def kinds() -> dict[str, Words]:
    """Every kind of prompt there is and what it is called: ours, then those of the areas above."""
    ours: dict[str, Words] = dict(PromptKind.choices)
    return ours | {kind: reason.label for kind, reason in sources.reasons.items()}


def add_marks(lane: str, order: int, label: Words, said: Saying, sql: str) -> None:
    """A lane of the line: SELECT day, text … WHERE household_id = %(household)s. said: the words of that text."""
    sources.lanes[lane] = (order, label, said)
    sources.marks.append(f"SELECT '{lane}' AS lane, m.day, m.what FROM ({sql}) m (day, what)")  # noqa: S608  # fixed texts
