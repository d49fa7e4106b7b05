"""A team as planned and as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# The name, among planned posts, of the total that was stated.
STATED = ""


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
    stated: int = 0

    @property
    def planned(self) -> int:
        """How many people there should be: as many as were stated, where that is more than the professions add up to."""
        return max(self._by_profession, self.stated)

    @property
    def without_role(self) -> int:
        """How many were stated and not said of which profession."""
        return self.planned - self._by_profession

    @property
    def open_without_role(self) -> int:
        """Of these, how many are missing: whoever is more than planned stands in one of them."""
        beyond = sum(max(line.present - line.planned, 0) for line in self.lines)
        return max(self.without_role - beyond, 0)

    @property
    def _by_profession(self) -> int:
        return sum(line.planned for line in self.lines)

    @property
    def present(self) -> int:
        """How many there are."""
        return sum(line.present for line in self.lines)

    @property
    def open_posts(self) -> int:
        """Missing people; one too many educators do not stand in for a missing psychologist."""
        return sum(line.open_posts for line in self.lines) + self.open_without_role


def composition(
    professions: Iterable[str], planned: Mapping[str, int], present: Iterable[str]
) -> Composition:
    """Counts who is there beside who should be; professions that are neither planned nor present are left out.

    What is planned without a profession (`STATED`) is the total that was stated.
    """
    there: dict[str, int] = {}
    for profession in present:
        there[profession] = there.get(profession, 0) + 1
    lines = (Line(each, planned.get(each, 0), there.get(each, 0)) for each in professions)
    return Composition(tuple(line for line in lines if line.planned or line.present), planned.get(STATED, 0))
