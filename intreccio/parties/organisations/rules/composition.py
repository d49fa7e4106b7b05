"""A team as planned and as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One profession: how many there should be, how many there are."""

    profession: str
    planned: int
    present: int

    @property
    def open_posts(self) -> int:
        """How many are missing; more than planned is no open post."""
        return max(self.planned - self.present, 0)


@dataclass(frozen=True, slots=True)
class Composition:
    """All professions of a team, in the order of the vocabulary."""

    lines: tuple[Line, ...]

    @property
    def planned(self) -> int:
        """How many people there should be."""
        return sum(line.planned for line in self.lines)

    @property
    def present(self) -> int:
        """How many there are."""
        return sum(line.present for line in self.lines)

    @property
    def open_posts(self) -> int:
        """Missing people; one too many educators do not stand in for a missing psychologist."""
        return sum(line.open_posts for line in self.lines)


def composition(
    professions: Iterable[str], planned: Mapping[str, int], present: Iterable[str]
) -> Composition:
    """Counts who is there beside who should be; professions that are neither planned nor present are left out."""
    there: dict[str, int] = {}
    for profession in present:
        there[profession] = there.get(profession, 0) + 1
    lines = (Line(each, planned.get(each, 0), there.get(each, 0)) for each in professions)
    return Composition(tuple(line for line in lines if line.planned or line.present))
