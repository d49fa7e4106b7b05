"""Quarters that are over: only of these there are numbers, so that what is shown no longer changes."""

from dataclasses import dataclass
from datetime import date, timedelta

YEARS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months. A week belongs to the quarter in which its Monday falls."""

    year: int
    number: int

    @property
    def months(self) -> tuple[date, ...]:
        """Their first days."""
        return tuple(date(self.year, self.number * 3 - 2 + each, 1) for each in range(3))

    @property
    def end(self) -> date:
        """The first day after it."""
        return date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)

    @property
    def code(self) -> str:
        """As in an address: `2026-3`."""
        return f"{self.year}-{self.number}"


@dataclass(frozen=True, slots=True)
class Period:
    """A year as far as it has gone, or one quarter of it (`only`)."""

    year: int
    quarters: tuple[Quarter, ...]
    only: Quarter | None = None

    @property
    def code(self) -> str:
        """As in an address."""
        return self.only.code if self.only else str(self.year)


def over(year: int, today: date) -> tuple[Quarter, ...]:
    """The quarters of a year whose last week is over."""
    monday = today - timedelta(days=today.weekday())
    return tuple(each for each in (Quarter(year, number) for number in range(1, 5)) if each.end <= monday)


def periods(today: date) -> list[Period]:
    """Those one can choose, the newest year first, each followed by its quarters."""
    found: list[Period] = []
    for year in range(today.year, today.year - YEARS, -1):
        if quarters := over(year, today):
            found.append(Period(year, quarters))
            found += [Period(year, quarters, only) for only in reversed(quarters)]
    return found


def period_of(code: str, today: date) -> Period:
    """The one with this code; the newest year for any other word."""
    found = periods(today)
    return next((each for each in found if each.code == code), found[0])
