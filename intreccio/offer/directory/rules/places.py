"""Where a service is, how far, and the small map beside the list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from intreccio.ground.kernel.words import _
from intreccio.ground.territory.rules.distance import Point, distance_km
from intreccio.offer.directory.rules.facts import Facts, Wish, kilometres

WIDTH, HEIGHT, EDGE = 376, 440, 44
PIN = 30
FAR = 60


def where_words(service: Facts, wish: Wish, towns: Sequence[str]) -> str:
    """«Rozzano, 1,4 km», «Binasco, stessa provincia», «luogo da chiedere»."""
    more = _(" e altri %(number)d") % {"number": len(towns) - 3} if len(towns) > 3 else ""
    names = ", ".join(towns[:3]) + more
    if not wish.municipality:
        return names or _("luogo da chiedere")
    return f"{names}, {_far(service, wish)}" if names else _("luogo da chiedere")


def _far(service: Facts, wish: Wish) -> str:
    km = kilometres(service, wish)
    if km is not None:
        return km_words(km)
    if wish.municipality in service.at_municipalities:
        return _("stesso comune")
    return _("stessa provincia") if wish.province in service.at_provinces else _("distanza non nota")


def km_words(km: float) -> str:
    """«meno di 1 km», «1,4 km», «23 km»."""
    if km < 1:
        return _("meno di 1 km")
    return f"{km:.1f} km".replace(".", ",") if km < 10 else f"{km:.0f} km"


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the drawing; `number` None is where one looks from."""

    x: int
    y: int
    number: int | None = None
    label: str = ""
    fits: bool = True

    @property
    def below(self) -> int:
        """Where the label of a town stands."""
        return self.y + 26

    @property
    def middle(self) -> int:
        """Where a number stands inside its pin."""
        return self.y + 5


def pins_of(points: Iterable[tuple[int, Point, bool]], home: tuple[str, Point] | None) -> list[Pin]:
    """Pins on a drawing of WIDTH by HEIGHT, north above; none where fewer than two places are known."""
    kept = [(number, point, fits) for number, point, fits in points if home is None or _near(point, home[1])]
    if len(kept) < 2:
        return []
    spots = [point for _number, point, _fits in kept] + ([home[1]] if home else [])
    place = _placer(spots)
    pins = [Pin(*place(home[1]), label=home[0])] if home else []
    for number, point, fits in kept:
        pins.append(Pin(*_free(place(point), pins), number, "", fits))
    return pins


def _near(point: Point, home: Point) -> bool:
    km = distance_km(point, home)
    return km is not None and km <= FAR


def _placer(spots: Sequence[Point]) -> Callable[[Point], tuple[int, int]]:
    narrow = cos(radians(float(spots[0][0])))
    xs, ys = [float(lon) * narrow for _lat, lon in spots], [-float(lat) for lat, _lon in spots]
    scale = min(
        (WIDTH - 2 * EDGE) / max(max(xs) - min(xs), 1e-4), (HEIGHT - 2 * EDGE) / max(max(ys) - min(ys), 1e-4)
    )

    def place(point: Point) -> tuple[int, int]:
        x = (float(point[1]) * narrow - (min(xs) + max(xs)) / 2) * scale + WIDTH / 2
        y = (-float(point[0]) - (min(ys) + max(ys)) / 2) * scale + HEIGHT / 2
        return round(x), round(y)

    return place


def _free(spot: tuple[int, int], taken: Sequence[Pin]) -> tuple[int, int]:
    """Beside a pin that stands there already, so that every number can be read."""
    x, y = spot
    for step in range(1, 40):
        if all(abs(pin.x - x) >= PIN or abs(pin.y - y) >= PIN for pin in taken):
            break
        x, y = spot[0] + PIN * (step % 5 - 2), spot[1] + PIN * (step // 5 % 5 - 2)
    return max(16, min(x, WIDTH - 16)), max(16, min(y, HEIGHT - 16))
