"""What people and rules read: the value of a day."""

from datetime import date
from typing import Any

from django.db.models import Q

from intreccio.ground.parameters.models import Parameter


class NoValue(LookupError):
    """No value holds on that day: somebody has to write one, nothing is guessed."""


def value_at(code: str, day: date) -> Any:
    """The value that holds on a day. Raises NoValue."""
    holding = Parameter.objects.filter(code=code, valid_from__lte=day)
    values = list(
        holding.filter(Q(valid_until=None) | Q(valid_until__gte=day)).values_list("value", flat=True)
    )
    if not values:
        raise NoValue(f"no value of parameter '{code}' on {day.isoformat()}")
    return values[0]
