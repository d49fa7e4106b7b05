"""Where the marks of a way stand on a drawing, from days alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

LEFT, RIGHT = 12, 348  # of a drawing 360 wide: a telephone's
LETTER = 6  # how wide a small letter is
TOP, LANE, FOOT = 30, 54, 22


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from the first to the last, along the drawing."""

    first: date
    last: date

    def x(self, day: date) -> int:
        """Where a day stands; what lies outside stands at the edge."""
        whole = max((self.last - self.first).days, 1)
        gone = min(max((day - self.first).days, 0), whole)
        return LEFT + round((RIGHT - LEFT) * gone / whole)

    def years(self) -> list[tuple[int, str]]:
        """Where each year begins, and which it is."""
        return [
            (self.x(date(year, 1, 1)), str(year)) for year in range(self.first.year + 1, self.last.year + 1)
        ]


def height_of(lanes: int) -> int:
    """How high a drawing of so many lanes is."""
    return TOP + LANE * lanes + FOOT


def spans_of(days: Sequence[date], ends: date, scale: Scale) -> list[tuple[int, int]]:
    """One bar a stage: where it begins and how long it is, each until the next one."""
    places = [scale.x(day) for day in [*days, ends]]
    return [(start, max(end - start, 2)) for start, end in pairwise(places)]


def fits(words: str, wide: int) -> bool:
    """Whether the name of a stage stands under its own bar without touching the next one's."""
    return len(words) * LETTER < wide
