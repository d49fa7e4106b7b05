"""A service and a wish, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from intreccio.ground.territory.rules.distance import Point, distance_km
from intreccio.offer.directory.vocabulary import Cost, Isee, Residence, Scope, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a service. None, an empty set of days, «unknown»: nobody knows yet, so one asks."""

    status: str = Status.ACTIVE
    need_codes: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    residence: str = Residence.UNKNOWN
    residence_codes: frozenset[str] = frozenset()
    isee: str = Isee.UNKNOWN
    isee_limit: Decimal | None = None
    cost: str = Cost.UNKNOWN
    weekdays: frozenset[int] = frozenset()
    places_free: int | None = None
    room_as_of: date | None = None
    waiting: str = ""
    verified_on: date | None = None
    at_municipalities: frozenset[str] = frozenset()
    at_provinces: frozenset[str] = frozenset()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for. Codes, never a name. Ages are whole months, first and last; `isee` above and up to."""

    needs: frozenset[str] = frozenset()
    hinted: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    municipality: str = ""
    province: str = ""
    point: Point | None = None
    days: frozenset[int] = frozenset()
    isee: tuple[Decimal, Decimal] | None = None
    room: bool = False
    scope: str = Scope.NEAR
    names: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """Nothing asked: the list is simply everything, by name."""
        asked = (self.needs, self.words, self.ages, self.municipality, self.days, self.isee)
        return not any(asked) and not self.room

    def named(self, code: str) -> str:
        """The words of a need's or municipality's code."""
        return self.names.get(code, code)


def kilometres(service: Facts, wish: Wish) -> float | None:
    """To the nearest of its places; None where a point is not known."""
    known = [km for point in service.points if (km := distance_km(wish.point, point)) is not None]
    return min(known, default=None)
