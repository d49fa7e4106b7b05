"""What was seen of two goals that hold each other: when one moved, whether the other did, and how many days later.

It describes the days on which people looked. It says nothing of why: two things that move together may both follow a third.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low


@dataclass(frozen=True, slots=True)
class Scale:
    """A goal as long as its five steps say the same: where it began, on which day, and how far it was on others."""

    since: date
    start: int
    looks: Sequence[tuple[date, int]]

    @property
    def days(self) -> list[tuple[date, int]]:
        """One look a day, in order; of two on one day the one that was written last."""
        return sorted(dict(self.looks).items())


@dataclass(frozen=True, slots=True)
class Move:
    """A day on which a goal was found on another step than before, nearer or farther."""

    day: date
    up: bool


@dataclass(frozen=True, slots=True)
class Spill:
    """Of the moves of one goal: after how many days the other moved the same way, how often it did not, of how many it is early."""

    days: tuple[int, ...]
    missed: int
    waiting: int

    @property
    def times(self) -> int:
        """How many moves there is something to say of."""
        return len(self.days) + self.missed

    @property
    def middle(self) -> int:
        """Half of the times it was within so many days."""
        return median_low(self.days)


def moves_of(scales: Iterable[Scale]) -> list[Move]:
    """Every move of a goal. Where its steps were described anew, the new ones are not compared with the old."""
    found = []
    for scale in scales:
        before = scale.start
        for day, level in scale.days:
            if level != before:
                found.append(Move(day, level > before))
            before = level
    return found


def spill(one: Iterable[Move], other: Iterable[Move], *, within: int, today: date) -> Spill:
    """Whether the other moved the same way on the day of each move of one or within so many days after it.

    A move of the other answers one move: the first that it can still answer, and no second one. A move whose days are not
    over yet, and that nothing has followed so far, is told apart: it is early.
    """
    free = sorted(other, key=lambda move: move.day)
    days, missed, waiting = [], 0, 0
    for move in sorted(one, key=lambda move: move.day):
        until = move.day + timedelta(days=within)
        after = next((each for each in free if each.up == move.up and move.day <= each.day <= until), None)
        if after is not None:
            free.remove(after)
            days.append((after.day - move.day).days)
        elif until >= today:
            waiting += 1
        else:
            missed += 1
    return Spill(tuple(sorted(days)), missed, waiting)
