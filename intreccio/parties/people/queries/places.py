"""The municipalities that lists and forms offer."""

from collections.abc import Mapping

from intreccio.ground.territory.queries import network_municipalities


def district_places() -> Mapping[str, str]:
    """Codes and names of the municipalities of the network, by name."""
    return {place.istat: place.name for place in network_municipalities()}
