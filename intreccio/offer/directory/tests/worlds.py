"""Random services and wishes, and an oracle that answers the same questions in another way."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as some

from intreccio.offer.directory.rules.facts import Facts, Wish

TODAY = date(2026, 11, 26)
BANDS = [(Decimal(0), Decimal(6000)), (Decimal(6000), Decimal(10140)), (Decimal(30000), Decimal(10**6))]
NEEDS = ["futuro.educative", "emergenze.alimentare", "lavoro.inserimenti"]
TOWNS = [("015189", "MI"), ("015159", "MI"), ("058091", "RM")]
POINTS = [(45.38121, 9.15278), (45.37728, 9.21172), (41.89, 12.49)]
months = some.integers(min_value=0, max_value=240)
day = some.integers(min_value=0, max_value=400).map(lambda days: TODAY - timedelta(days=days))


@some.composite
def services(draw: some.DrawFn) -> Facts:
    """Any service the database would keep."""
    start, length = draw(some.none() | months), draw(some.integers(min_value=1, max_value=120))
    end = draw(some.none() | some.just((start or 0) + length))
    place = draw(some.none() | some.sampled_from(range(len(TOWNS))))
    limit = draw(some.none() | some.sampled_from([Decimal(6000), Decimal(9360), Decimal(20000)]))
    only = draw(some.booleans())
    free = draw(some.none() | some.integers(min_value=0, max_value=3))
    return Facts(
        status=draw(some.sampled_from(["active", "active", "temporarily_closed"])),
        need_codes=frozenset(draw(some.sets(some.sampled_from(NEEDS)))),
        age_from=start,
        age_to=end,
        residence="only" if only else draw(some.sampled_from(["unknown", "anyone"])),
        residence_codes=frozenset(
            draw(some.sets(some.sampled_from([code for code, _ in TOWNS]), min_size=1)) if only else ()
        ),
        isee="limit" if limit else draw(some.sampled_from(["unknown", "none"])),
        isee_limit=limit,
        weekdays=frozenset(draw(some.sets(some.integers(min_value=1, max_value=7), max_size=3))),
        places_free=free,
        room_as_of=draw(day) if free is not None else None,
        waiting=draw(some.sampled_from(["", "un mese"])),
        verified_on=draw(some.none() | day),
        at_municipalities=frozenset() if place is None else frozenset([TOWNS[place][0]]),
        at_provinces=frozenset() if place is None else frozenset([TOWNS[place][1]]),
        points=(POINTS[place],) if place is not None and draw(some.booleans()) else (),
    )


@some.composite
def wishes(draw: some.DrawFn) -> Wish:
    """Anything that can be asked."""
    town = draw(some.none() | some.sampled_from(range(len(TOWNS))))
    first, years = draw(months), draw(some.booleans())
    return Wish(
        needs=frozenset(draw(some.sets(some.sampled_from(NEEDS), max_size=1))),
        ages=draw(
            some.none() | some.just((first // 12 * 12, first // 12 * 12 + 11) if years else (first, first))
        ),
        municipality=TOWNS[town][0] if town is not None else "",
        province=TOWNS[town][1] if town is not None else "",
        point=POINTS[town] if town is not None and draw(some.booleans()) else None,
        days=frozenset(draw(some.sets(some.integers(min_value=1, max_value=7), max_size=2))),
        isee=draw(some.none() | some.sampled_from(BANDS)),
        room=draw(some.booleans()),
        scope=draw(some.sampled_from(["near", "everywhere"])),
    )


def brute_force(service: Facts, wish: Wish) -> str:
    """`yes`, `ask` or `no`, by trying every case that the unknown could be: all fit, some do, or none does."""
    outcomes = {_fits(service, wish, age, isee) for age in _ages(wish) for isee in _isees(wish)}
    unknown = (
        (wish.needs and not service.need_codes)
        or (wish.ages and service.age_from is None and service.age_to is None)
        or (wish.municipality and service.residence == "unknown")
        or (not wish.municipality and service.residence == "only")
        or (wish.isee and service.isee == "unknown")
        or (not wish.isee and service.isee == "limit")
        or (wish.days and not service.weekdays)
        or (wish.room and _free(service) is None)
        or (not wish.room and _free(service) == 0 and service.waiting)
    )
    if outcomes == {False} or not _stays(service, wish):
        return "no"
    return "ask" if unknown or len(outcomes) > 1 else "yes"


def _free(service: Facts) -> int | None:
    if service.room_as_of is None or (TODAY - service.room_as_of).days > 60:
        return None
    return service.places_free


def _ages(wish: Wish) -> list[int | None]:
    return [None] if wish.ages is None else list(range(wish.ages[0], wish.ages[1] + 1))


def _isees(wish: Wish) -> list[Decimal | None]:
    """A value just above the lower end, and the upper end: what a band can hold at most and at least."""
    return [None] if wish.isee is None else [wish.isee[0] + 1, wish.isee[1]]


def _fits(service: Facts, wish: Wish, age: int | None, isee: Decimal | None) -> bool:
    if age is not None and service.age_from is not None and age < service.age_from:
        return False
    if age is not None and service.age_to is not None and age >= service.age_to:
        return False
    return not (isee is not None and service.isee_limit is not None and isee > service.isee_limit)


def _stays(service: Facts, wish: Wish) -> bool:
    """Conditions without any in-between."""
    if service.status != "active":
        return False
    if wish.needs and service.need_codes and not wish.needs & service.need_codes:
        return False
    if wish.municipality and service.residence == "only" and wish.municipality not in service.residence_codes:
        return False
    if wish.days and service.weekdays and not wish.days & service.weekdays:
        return False
    return not (_free(service) == 0 and (wish.room or not service.waiting))
