"""A run on a day: the version as it concerns somebody, and what was said of each of its steps. Whose it is, areas above say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.reading import Look, Reading, Told, read
from intreccio.workshop.protocols.rules.calendar import Part
from intreccio.workshop.protocols.rules.running import standing
from intreccio.workshop.protocols.vocabulary import Standing


class Mark(Protocol):
    """What somebody said of a step: a row of an area above."""

    pk: Any
    step: Any
    state: Any
    day: Any
    words: Any
    voided_at: Any
    void_reason: Any

    @property
    def said_by(self) -> str:
        """By name."""
        ...


# As many as one keeps in mind; the others are folded.
SOON = 4
ASKED = (Standing.NOW, Standing.LATE)
KEPT = (Standing.DONE, Standing.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the version with what was said of it on this run."""

    told: Told
    standing: Standing
    mark: Mark | None

    @property
    def code(self) -> str:
        """Of the step, in its version."""
        return str(self.told.part["code"])


@dataclass(frozen=True, slots=True)
class Strand:
    """One of the threads of a version, and how far a run is along it."""

    label: str
    lead: str
    kept: int
    whole: int


@dataclass(frozen=True, slots=True)
class Walk:
    """A run on a day: the version as it concerns somebody, and each of its steps."""

    reading: Reading
    steps: list[Step]

    def those(self, *where: Standing) -> list[Step]:
        """The steps that stand there, in the order of their days."""
        return [step for step in self.steps if step.standing in where]

    @property
    def strands(self) -> list[Strand]:
        """Each thread of which something concerns them, with how many of its steps something was said."""
        found = (self._strand(track) for track in self.reading.said["tracks"])
        return [strand for strand in found if strand.whole]

    def _strand(self, track: Part) -> Strand:
        along = [step.standing for step in self.steps if step.told.part["track"] == track["code"]]
        asked = [where for where in along if where != Standing.BEFORE]
        return Strand(
            track["label"], track.get("lead", ""), sum(where in KEPT for where in asked), len(asked)
        )

    @property
    def asked(self) -> list[Step]:
        """What is to be done now, what was left behind first."""
        return sorted(self.those(*ASKED), key=lambda step: step.standing != Standing.LATE)

    @property
    def soon(self) -> list[Step]:
        """The next few that come."""
        return self.those(Standing.COMING)[:SOON]

    @property
    def later(self) -> list[Step]:
        """What comes after them."""
        return self.those(Standing.COMING)[SOON:]

    @property
    def kept(self) -> list[Step]:
        """What was done, and what was not needed."""
        return self.those(*KEPT)

    @property
    def before(self) -> list[Step]:
        """What was over before the run began."""
        return self.those(Standing.BEFORE)


def walk(version: ProtocolVersion, look: Look, marks: Iterable[Mark], *, since: date) -> Walk:
    """A run as it is on `look.today`. since: the day on which it began; marks: mistakes count for nothing."""
    standing_marks = {str(mark.step): mark for mark in marks if mark.voided_at is None}
    reading = read(version, look)
    return Walk(reading, [_step(told, standing_marks, look, since) for told in reading.steps])


def _step(told: Told, marks: Mapping[str, Mark], look: Look, since: date) -> Step:
    mark = marks.get(str(told.part["code"]))
    day = look.day or look.today
    days = told.days or (day, day)
    return Step(told, standing(days, mark.state if mark else "", since=since, today=look.today), mark)
