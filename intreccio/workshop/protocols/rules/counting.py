"""The counter of days: how far one is on a path whose length is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Counter:
    """Day `number` of `whole`."""

    number: int
    whole: int

    @property
    def left(self) -> int:
        """Days to the end."""
        return self.whole - self.number


def counter_on(day: date, zero: date, counter: Mapping[str, int]) -> Counter | None:
    """Where a day stands; None before the first and after the last. counter: days `before` and `after` zero.

    For 1000 giorni zero is the expected birth, 270 days before and 730 after: day 270 is the birth, day 1000 the last.
    """
    whole = counter["before"] + counter["after"]
    number = (day - zero).days + counter["before"]
    return Counter(number, whole) if 0 <= number <= whole else None


def ends_of(zero: date, counter: Mapping[str, int]) -> tuple[date, date]:
    """Day 0 and the last day."""
    return zero - timedelta(days=counter["before"]), zero + timedelta(days=counter["after"])
