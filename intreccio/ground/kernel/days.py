"""Days counted by the calendar, from days alone: rules use it too."""

from calendar import monthrange
from datetime import date, timedelta

A_YEAR = timedelta(days=366)  # a leap one, so that the same day a year later is within


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
