"""The municipalities that lists and forms offer."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.territory.queries import district_municipalities


def district_places() -> Mapping[str, str]:
    """Codes and names of the municipalities of the network, by name."""
    return _places_on(today())


@kept
def _places_on(day: date) -> Mapping[str, str]:
    return MappingProxyType(dict(district_municipalities().values_list("istat", "name")))
