"""Rows become the plain values that rules judge."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from intreccio.offer.directory.models import Schedule, Service, ServiceLocation
from intreccio.offer.directory.rules.facts import Facts
from intreccio.offer.directory.rules.hours import Hours


def with_parts(services: QuerySet[Service], today: date) -> QuerySet[Service]:
    """With their body, their open places and the hours that hold today: three queries."""
    open_places = ServiceLocation.objects.filter(Q(closed_on=None) | Q(closed_on__gt=today))
    return services.select_related("organisation").prefetch_related(
        Prefetch("locations", open_places, to_attr="places"),
        Prefetch("schedules", Schedule.objects.filter(holding(today)), to_attr="hours"),
    )


class Row(NamedTuple):
    """What a search reads of a service: its columns, the days of today's weeks, names of municipalities beside their codes."""

    points: int
    pk: UUID
    name: str
    organisation: str
    status: str
    need_codes: list[str]
    age_from_months: int | None
    age_to_months: int | None
    residence: str
    residence_codes: list[str]
    isee: str
    isee_limit: Decimal | None
    cost: str
    places_free: int | None
    room_as_of: date | None
    waiting: str
    verified_on: date | None
    at_municipalities: list[str]
    at_provinces: list[str]
    at_lats: list[float]
    at_lons: list[float]
    weekdays: list[int]
    towns: list[str | None]
    residents: list[str | None]


def facts_of(service: Service | Row, weekdays: Iterable[int]) -> Facts:
    """The values of a service; `weekdays` are those of today's weeks."""
    return Facts(
        status=service.status,
        need_codes=frozenset(service.need_codes),
        age_from=service.age_from_months,
        age_to=service.age_to_months,
        residence=service.residence,
        residence_codes=frozenset(service.residence_codes),
        isee=service.isee,
        isee_limit=service.isee_limit,
        cost=service.cost,
        weekdays=frozenset(weekdays),
        places_free=service.places_free,
        room_as_of=service.room_as_of,
        waiting=service.waiting,
        verified_on=service.verified_on,
        at_municipalities=frozenset(service.at_municipalities),
        at_provinces=frozenset(service.at_provinces),
        points=tuple(zip(service.at_lats, service.at_lons, strict=True)),
    )


def holding(today: date) -> Q:
    """Hours that hold today."""
    return (Q(valid_from=None) | Q(valid_from__lte=today)) & (Q(valid_until=None) | Q(valid_until__gt=today))


def places_of(service: Service) -> list[ServiceLocation]:
    """Its open places, in order."""
    places: list[ServiceLocation] = service.places  # type: ignore[attr-defined]  # put there by with_parts
    return places


def hours_of_service(service: Service) -> list[Hours]:
    """Its hours of today's weeks."""
    rows: list[Schedule] = service.hours  # type: ignore[attr-defined]  # put there by with_parts
    return sorted(
        Hours(row.weekday, row.opens, row.closes, row.note, row.valid_from, row.valid_until) for row in rows
    )
