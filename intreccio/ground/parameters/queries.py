"""What people and rules read: the value of a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from intreccio.ground.parameters.models import Parameter


class NoValue(LookupError):
    """No value holds on that day: somebody has to write one, nothing is guessed."""


def holding_at(code: str, day: date) -> Parameter:
    """The row that holds on a day, with its source. Raises NoValue."""
    holding = Parameter.objects.filter(code=code, valid_from__lte=day)
    row = holding.filter(Q(valid_until=None) | Q(valid_until__gte=day)).first()
    if row is None:
        raise NoValue(f"no value of parameter '{code}' on {day.isoformat()}")
    return row


def value_at(code: str, day: date) -> Any:
    """The value that holds on a day. Raises NoValue."""
    return holding_at(code, day).value


def value_in_sql(code: str) -> str:
    """For a statement that needs a value among the rest, so that it is not asked on its own: the `value` of `%(day)s`."""
    return (
        f"SELECT value FROM parameters_parameter WHERE code = '{code}'"  # noqa: S608  # a code of ours
        " AND valid_from <= %(day)s::date AND (valid_until IS NULL OR valid_until >= %(day)s::date)"
    )


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long something is kept, by which row, and the first moment that is still kept."""

    by: Parameter
    since: datetime


def keeping(code: str, day: date) -> Keeping:
    """What a period in months means on a day: what happened before `since` has been kept long enough."""
    row = holding_at(code, day)
    months = day.year * 12 + day.month - 1 - int(row.value)
    year, month = months // 12, months % 12 + 1
    first = date(year, month, min(day.day, monthrange(year, month)[1]))
    return Keeping(row, timezone.make_aware(datetime.combine(first, time())))
