"""What a protocol asks, and on which days."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intreccio.workshop.protocols.rules.moments import span_of
from intreccio.workshop.protocols.vocabulary import Subject, Turn

Part = Mapping[str, Any]
Definition = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A step with its days."""

    step: Part
    first: date
    last: date

    def turn_on(self, day: date) -> Turn:
        """Before its first day, between its two, after the last."""
        if day < self.first:
            return Turn.COMING
        return Turn.NOW if day <= self.last else Turn.PAST


def concerns(part: Part, *, about: str = "", loss: str = "") -> bool:
    """Whether a part is for this subject and this loss; what says none is for all. Empty: whoever asks wants all."""
    return all(
        not asked or not part.get(name) or asked in part[name]
        for name, asked in (("about", about), ("losses", loss))
    )


def steps_of(definition: Definition, *, about: str = "", loss: str = "") -> Iterator[Part]:
    """The steps that concern somebody."""
    return (step for step in definition["steps"] if concerns(step, about=about, loss=loss))


def timeline(definition: Definition, zero: date, *, about: str = "", loss: str = "") -> list[Line]:
    """Every step with its days, the first first; of one day, in the order of the definition."""
    lines = (
        Line(step, *span_of(step["when"], zero)) for step in steps_of(definition, about=about, loss=loss)
    )
    return sorted(lines, key=lambda line: line.first)


def due_on(
    day: date,
    definition: Definition,
    zero: date,
    *,
    since: date,
    done: Collection[str] = (),
    about: str = Subject.FAMILY,
    loss: str = "",
) -> list[Line]:
    """What asks to be done on a day: begun, not done, and not over before the path began.

    since: the day on which the path was begun: who arrives late is not asked what was for before. done: codes.
    A step whose last day has passed stays until it is done: what was not done is ours to say.
    """
    return [
        line
        for line in timeline(definition, zero, about=about, loss=loss)
        if line.first <= day and line.last >= since and line.step["code"] not in done
    ]
