"""The clock: kept in one place so that rules receive `today` and never read it."""

from datetime import date, datetime, timedelta

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now()


def today() -> date:
    """The date in Europe/Rome."""
    return timezone.localdate()


def days_since(moment: datetime | date, *, day: date | None = None) -> int:
    """Whole days from `moment` to `day` (today), never negative."""
    start = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return max(((day or today()) - start) // timedelta(days=1), 0)
