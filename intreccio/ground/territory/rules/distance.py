"""How far two points are."""

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

Number = float | Decimal
Point = tuple[Number, Number]
EARTH_KM = 6371.0


def distance_km(a: Point | None, b: Point | None) -> float | None:
    """Kilometres as the crow flies between two points (latitude, longitude); None where one is not known."""
    if a is None or b is None:
        return None
    lat_a, lon_a, lat_b, lon_b = (radians(float(degrees)) for degrees in (*a, *b))
    chord = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(chord, 1.0)))
