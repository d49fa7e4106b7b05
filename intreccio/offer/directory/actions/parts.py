"""Places, hours and checks of many services, gathered while a file is read and written at its end."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from intreccio.offer.directory.models import Schedule, Service, ServiceLocation, Verification
from intreccio.offer.directory.rules.hours import Hours
from intreccio.offer.directory.vocabulary import VerificationMethod

COLUMNS = ["name", "address", "postal_code", "municipality_code", "latitude", "longitude", "closed_on"]


class Parts:
    """What belongs to the services of one run."""

    def __init__(self, service_ids: Sequence[UUID], today: date) -> None:
        self.today = today
        self._places: dict[UUID, list[ServiceLocation]] = defaultdict(list)
        self._hours: dict[UUID, list[Schedule]] = defaultdict(list)
        for place in ServiceLocation.objects.filter(service__in=service_ids, closed_on=None):
            self._places[place.service_id].append(place)
        for row in Schedule.objects.filter(service__in=service_ids).filter(
            Q(valid_until=None) | Q(valid_until__gt=today)
        ):
            self._hours[row.service_id].append(row)
        self.new_places: list[ServiceLocation] = []
        self.changed_places: list[ServiceLocation] = []
        self.new_hours: list[Schedule] = []
        self.ended_hours: list[Schedule] = []
        self.checks: list[Verification] = []

    def places_of(self, service: Service) -> list[ServiceLocation]:
        """The open places of a service, as they will be."""
        return [place for place in self._places[service.pk] if place.closed_on is None]

    def hours_of(self, service: Service) -> list[Hours]:
        """Its hours, as they will be."""
        rows = self._hours[service.pk]
        return [
            Hours(row.weekday, row.opens, row.closes, row.note, row.valid_from, row.valid_until)
            for row in rows
        ]

    def write_places(self, service: Service, said: Sequence[dict[str, Any]]) -> None:
        """The first stays the first; what the file no longer has closes today."""
        there = self._places[service.pk]
        for place, values in zip(there, said, strict=False):
            for name, value in values.items():
                setattr(place, name, value)
        for place in there[len(said) :]:
            place.closed_on = self.today
        self.changed_places.extend(there)
        added = [
            ServiceLocation(service=service, order=order, **values) for order, values in enumerate(said, 1)
        ][len(there) :]
        self._places[service.pk] = [*there, *added]
        self.new_places.extend(added)

    def write_hours(self, service: Service, said: Sequence[Hours]) -> None:
        """Hours that were there end today; those of the file begin."""
        for row in self._hours[service.pk]:
            row.valid_until = max(self.today, row.valid_from or self.today)
            self.ended_hours.append(row)
        added = [
            Schedule(
                service=service,
                weekday=row.weekday,
                opens=row.opens,
                closes=row.closes,
                note=row.note,
                valid_from=row.since,
                valid_until=row.until,
            )
            for row in said
        ]
        self._hours[service.pk] = [*self._hours[service.pk], *added]
        self.new_hours.extend(added)

    def write_verification(self, service: Service, day: date | None) -> None:
        """A source may say when it last checked."""
        if day is not None:
            self.checks.append(Verification(service=service, day=day, method=VerificationMethod.SOURCE))

    def write(self) -> None:
        """Everything gathered."""
        ServiceLocation.objects.bulk_create(self.new_places, batch_size=500)
        ServiceLocation.objects.bulk_update(self.changed_places, COLUMNS, batch_size=500)
        Schedule.objects.bulk_create(self.new_hours, batch_size=500)
        Schedule.objects.bulk_update(self.ended_hours, ["valid_until"], batch_size=500)
        Verification.objects.bulk_create(self.checks, batch_size=500)
