"""A version as one reads it: steps on a line, what to look at, the guide, the letters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.rules.calendar import Definition, Part, concerns, steps_of
from intreccio.workshop.protocols.rules.counting import Counter, counter_on
from intreccio.workshop.protocols.rules.definition import parts_of
from intreccio.workshop.protocols.rules.guidance import guidance_for
from intreccio.workshop.protocols.rules.letters import again_in_words
from intreccio.workshop.protocols.rules.moments import SOME_DAY, day_of, in_words, span_of
from intreccio.workshop.protocols.vocabulary import Age, Answering, Doer, PartKind, Side, StepKind, Turn

MARKS = {StepKind.MILESTONE: ("net", "flag"), StepKind.ANNIVERSARY: ("fam", "calendar")}


@dataclass(frozen=True, slots=True)
class Told:
    """A part with all that is said beside it."""

    part: Part
    when: str = ""
    days: tuple[date, date] | None = None
    turn: Turn | None = None
    who: str = ""
    mark: tuple[str, str, str] | None = None
    track: str = ""
    losses: str = ""
    ages: str = ""
    again: str = ""
    answers: str = ""
    sources: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How one looks: counted from a day, for one subject, one loss, one age; empty words for all."""

    today: date
    day: date | None = None
    about: str = ""
    loss: str = ""
    age: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A version, through a look."""

    said: Definition
    steps: list[Told]
    checks: list[Told]
    factors: list[tuple[str, list[Told]]]
    pages: list[Told]
    letters: list[Told]
    counter: Counter | None

    @property
    def sources(self) -> list[Part]:
        """On what it rests."""
        return parts_of(self.said, PartKind.SOURCES)


def read(version: ProtocolVersion, look: Look) -> Reading:
    """All that a page shows of a version, in the reader's language. No query."""
    said = version.said
    counter = said["zero"].get("counter")
    steps = sorted(steps_of(said, about=look.about, loss=look.loss), key=_turn)
    return Reading(
        said,
        [_told(step, said, look) for step in steps],
        [_told(each, said, look) for each in _concerning(said, PartKind.CHECKS, look)],
        list(_by_side(said, look)),
        [
            _told(page, said, look)
            for page in guidance_for(said, age=look.age, about=look.about, loss=look.loss)
        ],
        [_told(each, said, look) for each in sorted(_concerning(said, PartKind.LETTERS, look), key=_turn)],
        counter_on(look.today, look.day, counter) if counter and look.day else None,
    )


def previewed(part: Part, said: Definition, today: date) -> Told:
    """A part that is being written, as it will be read."""
    return _told(part, said, Look(today))


def _turn(part: Part) -> date:
    return day_of(_moments(part)[0], SOME_DAY)


def _moments(part: Part) -> list[str]:
    when = part.get("when", [])
    return [when] if isinstance(when, str) else list(when)


def _concerning(said: Definition, kind: str, look: Look) -> list[Part]:
    return [each for each in parts_of(said, kind) if concerns(each, about=look.about, loss=look.loss)]


def _by_side(said: Definition, look: Look) -> Iterator[tuple[str, list[Told]]]:
    for side in Side:
        there = [each for each in parts_of(said, PartKind.FACTORS) if each["side"] == side]
        if there:
            yield str(side.label), [_told(each, said, look) for each in there]


def _told(part: Part, said: Definition, look: Look) -> Told:
    moments = _moments(part)
    days = span_of(moments, look.day) if moments and look.day else None
    kind = StepKind(part.get("kind", StepKind.STEP))
    return Told(
        part,
        " – ".join(map(in_words, moments)),
        days,
        _turn_on(look.today, days) if days else None,
        str(Doer(part["role"]).label) if "role" in part else "",
        (*MARKS[kind], str(kind.label)) if kind in MARKS else None,
        _labels(said["tracks"], [part.get("track")]),
        _labels(said.get("losses", []), part.get("losses", [])),
        ", ".join(str(Age(each).label) for each in part.get("ages", [])),
        again_in_words(part.get("again")),
        str(Answering(part["answers"]).label) if "answers" in part else "",
        tuple(_cited(said, part.get("sources", []))),
    )


def _cited(said: Definition, codes: list[str]) -> Iterator[tuple[int, str]]:
    """The number of a source at the foot of the page, and its code."""
    for number, each in enumerate(said.get("sources", []), 1):
        if each["code"] in codes:
            yield number, each["code"]


def _turn_on(today: date, days: tuple[date, date]) -> Turn:
    if today < days[0]:
        return Turn.COMING
    return Turn.NOW if today <= days[1] else Turn.PAST


def _labels(rows: list[Mapping[str, Any]], codes: list[Any]) -> str:
    return ", ".join(row["label"] for row in rows if row["code"] in codes)
