"""A week, from Monday to Sunday, and the days of it on which nobody works."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

DAYS = 7
WORKING = 5
# The names of Italian holidays, in the languages of the house.
SPOKEN = {"it": "it_IT", "en": "en_US"}


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def days_of(monday: date) -> list[date]:
    """The seven of a week."""
    return [monday + timedelta(days=number) for number in range(DAYS)]


def shown_days(monday: date, *, full: Iterable[date]) -> list[date]:
    """The working days, and of the others those that hold something."""
    busy = set(full)
    return [day for day in days_of(monday) if day.weekday() < WORKING or day in busy]


def holiday_on(day: date, language: str) -> str:
    """Its name where it is a national holiday, as the law of that year has it; empty on other days. Patrons of towns are not known."""
    return _holidays(day.year, SPOKEN.get(language, "it_IT")).get(day, "")


@lru_cache(maxsize=64)
def _holidays(year: int, language: str) -> dict[date, str]:
    return dict(holidays.country_holidays("IT", years=year, language=language))
