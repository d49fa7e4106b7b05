"""The numbers agreed in the network, as they hold on a day."""

from datetime import date

from intreccio.families.around.rules.hearing import AroundLimits
from intreccio.ground.parameters.queries import value_at

CODE = "around_limits"


def limits_on(day: date) -> AroundLimits:
    """As agreed. Raises NoValue."""
    return AroundLimits(**value_at(CODE, day))
