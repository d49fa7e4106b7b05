"""Days put together in weeks, and minutes as they are said: pure, on values."""

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
STAYS = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def moved(self, times: int) -> "Period":
        """As long, before (−1) or after (1)."""
        step = timedelta(days=self.days * times)
        return Period(self.first + step, self.last + step)

    def shares(self, since: date, until: date | None) -> int:
        """How many of its days lie from `since` to before `until`."""
        last = self.last if until is None else min(self.last, until - timedelta(days=1))
        return max((last - max(self.first, since)).days + 1, 0)


def week_of(day: date) -> Period:
    """From Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    return Period(first, first + timedelta(days=WEEK - 1))


def iso_week(day: date) -> str:
    """«2026-W48»."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02d}"


def spoken(minutes: int) -> str:
    """«45 min», «3 h», «3 h 20», which no line breaks."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{STAYS}min"
    return f"{hours}{STAYS}h{STAYS}{rest:02d}" if rest else f"{hours}{STAYS}h"


def digits(minutes: int) -> str:
    """«0:45», «3:20», «124:05»."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d}"
