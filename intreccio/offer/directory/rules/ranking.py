"""In which order services are shown. The weights are published on the search page; people choose, not the order.

The database adds up the same points (`search_services` receives WEIGHTS); a test compares the two.
"""

from collections.abc import Iterable
from datetime import date
from math import cos, radians, sqrt

from intreccio.ground.territory.rules.distance import Point
from intreccio.offer.directory.rules.criteria import answers, room
from intreccio.offer.directory.rules.facts import Facts, Wish

WEIGHTS = {
    "need": 30,  # it answers one of the needs
    "words": 20,  # it was found by the words typed
    "near": 25,  # in the same municipality; fades to nothing at `far_km`
    "far_km": 30,
    "same_province": 8,  # at least this much, where the distance is unknown or long
    "place_unknown": 4,
    "room_free": 20,
    "room_unknown": 8,
    "fresh_month": 10,  # checked within 31 days
    "fresh_half_year": 6,  # within 183
    "fresh_older": 2,
    "ask": 3,  # taken away for each question that must be asked
    "no": 1000,  # taken away for each no: those stand last, with their reasons
}


def rank(
    services: Iterable[tuple[str, Facts]], wish: Wish, today: date, *, found: frozenset[str] = frozenset()
) -> list[str]:
    """Keys of services, the most fitting first; `found` are those that the words led to."""
    scored = [(points(facts, wish, today, by_words=key in found), key) for key, facts in services]
    return [key for _points, key in sorted(scored, key=lambda one: (-one[0], one[1]))]


def points(service: Facts, wish: Wish, today: date, *, by_words: bool = False) -> int:
    """What a service adds up to for a wish."""
    total = WEIGHTS["need"] if service.need_codes & (wish.needs | wish.hinted) else 0
    total += WEIGHTS["words"] if by_words else 0
    total += _near(service, wish) + _room(service, today) + _fresh(service.verified_on, today)
    for answer in answers(service, wish, today).values():
        total -= 0 if answer else WEIGHTS["ask"] if answer is None else WEIGHTS["no"]
    return total


def _near(service: Facts, wish: Wish) -> int:
    if not wish.municipality:
        return 0
    if wish.municipality in service.at_municipalities:
        return WEIGHTS["near"]
    km = _on_a_plane(service, wish.point)
    by_km = 0 if km is None else int(WEIGHTS["near"] * max(0.0, 1 - km / WEIGHTS["far_km"]))
    if not service.at_provinces:
        return max(by_km, WEIGHTS["place_unknown"])
    return max(by_km, WEIGHTS["same_province"] if wish.province in service.at_provinces else 0)


def _on_a_plane(service: Facts, home: Point | None) -> float | None:
    """Near enough for points, and the same sum as the database's."""
    if home is None:
        return None
    lat, lon = float(home[0]), float(home[1])
    narrow = cos(radians(lat))
    there = ((float(point[0]) - lat, (float(point[1]) - lon) * narrow) for point in service.points)
    return min((111.195 * sqrt(north * north + east * east) for north, east in there), default=None)


def _room(service: Facts, today: date) -> int:
    free = room(service, today)
    if free is None:
        return WEIGHTS["room_unknown"]
    return WEIGHTS["room_free"] if free else 0


def _fresh(verified_on: date | None, today: date) -> int:
    if verified_on is None:
        return 0
    days = (today - verified_on).days
    return (
        WEIGHTS["fresh_month"]
        if days <= 31
        else WEIGHTS["fresh_half_year"]
        if days <= 183
        else WEIGHTS["fresh_older"]
    )
