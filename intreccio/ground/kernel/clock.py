"""The clock: kept in one place so that rules receive `today` and never read it."""

from datetime import date, datetime, timedelta

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now()


def today() -> date:
    """The date in Europe/Rome."""
    return day_of(timezone.now())


def day_of(moment: datetime) -> date:
    """The date of a moment in Europe/Rome: every page asks dozens of times, and nobody reads in another zone."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def days_since(moment: datetime | date, *, day: date | None = None) -> int:
    """Whole days from `moment` to `day` (today), never negative."""
    start = day_of(moment) if isinstance(moment, datetime) else moment
    return max(((day or today()) - start) // timedelta(days=1), 0)
