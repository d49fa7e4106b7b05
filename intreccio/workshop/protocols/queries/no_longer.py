"""What was written along a run and counts no more: a mistake, or what was said of another loss. It stays to be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from intreccio.workshop.protocols.queries.reading import Told
from intreccio.workshop.protocols.queries.walking import Mark, Walk
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.definition import title_of
from intreccio.workshop.protocols.vocabulary import PartKind


class Row(Protocol):
    """What somebody said of a part of a version: a row of an area above."""

    day: Any
    words: Any
    voided_at: Any
    void_reason: Any

    @property
    def said_by(self) -> str:
        """By name."""
        ...


@dataclass(frozen=True, slots=True)
class NoLonger:
    """Of which part, in which words, when and by whom; why, where it was annulled."""

    title: str
    words: str
    day: date
    who: str
    why: str


def no_longer(
    said: Definition, kind: str, written: Iterable[tuple[str, Row]], shown: Iterable[Told]
) -> Iterator[NoLonger]:
    """Of the rows of one kind of parts, each with the code of its part. shown: the parts that concern the run as it stands."""
    standing = {told.part["code"] for told in shown}
    for code, row in written:
        if row.voided_at is not None or code not in standing:
            yield NoLonger(title_of(said, kind, code), row.words, row.day, row.said_by, row.void_reason)


def steps_no_longer(walk: Walk, marks: Iterable[Mark]) -> list[NoLonger]:
    """Of a run whose rows are marks of its steps alone."""
    return list(
        no_longer(walk.reading.said, PartKind.STEPS, ((row.step, row) for row in marks), walk.reading.steps)
    )
