"""A profile: on each line one or more dots between two ends, and where they stood before. Drawn by `{% profile %}`.

Drawn 320 wide, as wide as a column and as a telephone, so that its words are read at their own size.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

LEFT, RIGHT, STEP, FIRST = 10, 310, 44, 20
# As many letters as stand beside one another; more, and what is said goes below the name.
LETTERS, BELOW = 50, 16


@dataclass(frozen=True, slots=True)
class Line:
    """One line: numbers now, the one before where there was one; whose: the family's own, the network's, several (None)."""

    label: str
    now: list[float]
    then: float | None = None
    is_family: bool | None = None

    @property
    def change(self) -> float | None:
        """How much it moved, as the two numbers are read; None where there was nothing before."""
        return None if self.then is None else round(round(self.now[0], 1) - round(self.then, 1), 1)

    @property
    def kind(self) -> str:
        """How it is drawn: the thread of the family, that of the network, or neither."""
        return {True: "fam", False: "net", None: "all"}[self.is_family]

    @property
    def is_long(self) -> bool:
        """Its name and its numbers do not fit beside one another."""
        return len(str(self.label)) + len(self.said) > LETTERS

    @property
    def said(self) -> str:
        """«3,4», «da 2,5 a 3,4», «2,5 → 3,4 (+0,9)»."""
        if self.then is not None:
            return f"{written(self.then)} → {written(self.now[0])} ({moved(self.change or 0)})"
        low, high = written(min(self.now)), written(max(self.now))
        return high if low == high else _("da %(low)s a %(high)s") % {"low": low, "high": high}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its places on the drawing."""

    line: Line
    y: int
    dots: list[int]
    then: int | None
    ends: tuple[int, int]


def written(number: float) -> str:
    """«3,4»: one decimal is as fine as a step is felt."""
    return number_format(round(number, 1), 1)


def moved(change: float) -> str:
    """«+0,9», «−0,3», «uguale»."""
    if not change:
        return _("uguale")
    return f"{'+' if change > 0 else '−'}{written(abs(change))}"


def drawn(lines: Iterable[Line], low: float, high: float) -> Iterator[Drawn]:
    """Each line with its places, from the top."""
    y = FIRST
    for line in lines:
        y += BELOW if line.is_long else 0
        dots = [along(number, low, high) for number in line.now]
        then = None if line.then is None else along(line.then, low, high)
        marks = [*dots, *([] if then is None else [then])]
        yield Drawn(line, y, dots, then, (min(marks), max(marks)))
        y += STEP


def along(number: float, low: float, high: float) -> int:
    """Where a number stands between the two ends."""
    share = min(max((number - low) / (high - low), 0), 1)
    return round(LEFT + share * (RIGHT - LEFT))
