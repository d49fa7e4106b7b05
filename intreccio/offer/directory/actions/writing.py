"""Writing a service for the first time, and writing it anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions.index import index
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.models import Schedule, Service, ServiceLocation
from intreccio.offer.directory.rules.hours import Hours
from intreccio.parties.organisations.models import Organisation

PLACE = ("name", "address", "postal_code", "municipality_code", "latitude", "longitude")


@transaction.atomic
def create_service(
    organisation: Organisation,
    *,
    by: Viewer,
    today: date,
    fields: Mapping[str, Any],
    place: Mapping[str, Any],
    hours: Sequence[Hours],
) -> Service:
    """Writes a new service of `organisation`. Raises NotAllowed where it is not the writer's to write."""
    policies.edit_services.require(by)
    service = Service(organisation=organisation, **fields)
    require_own(by, service)
    location = ServiceLocation(service=service, **place)
    for name, value in index(service, [location], hours, today).items():
        setattr(service, name, value)
    service.save(force_insert=True)
    location.save(force_insert=True)
    _add_hours(service, location, hours)
    record(
        "service.created",
        service,
        by=by,
        codes={"needs": service.need_codes, "municipalities": service.at_municipalities},
    )
    return service


@transaction.atomic
def edit_service(
    service: Service,
    *,
    version: int,
    by: Viewer,
    today: date,
    fields: Mapping[str, Any],
    place: Mapping[str, Any],
    hours: Sequence[Hours],
) -> set[str]:
    """Writes over a service as it was read at `version`; answers what really changed. It verifies nothing.

    Raises Changed where somebody else wrote first.
    """
    policies.edit_services.require(by)
    require_own(by, service)
    places = list(service.locations.filter(Q(closed_on=None) | Q(closed_on__gt=today)))
    location = places[0] if places else ServiceLocation(service=service)
    moved = {name for name in PLACE if name in place and getattr(location, name) != place[name]}
    for name, value in fields.items():
        setattr(service, name, value)
    for name in moved:
        setattr(location, name, place[name])
    columns = index(service, places or [location], hours, today)
    service.refresh_from_db()
    changed = write_over(service, version=version, **fields, **columns) - set(columns)
    _save_place(location, moved)
    changed |= {f"place_{name}" for name in moved}
    if _change_hours(service, location, hours, today):
        changed.add("hours")
    if changed:
        record("service.edited", service, by=by, fields=changed)
    return changed


def _save_place(location: ServiceLocation, moved: set[str]) -> None:
    if location._state.adding:
        location.save(force_insert=True)
    elif moved:
        location.save(update_fields=sorted(moved))


def _add_hours(
    service: Service, location: ServiceLocation | None, hours: Sequence[Hours], since: date | None = None
) -> None:
    Schedule.objects.bulk_create(
        Schedule(
            service=service,
            location=location,
            weekday=row.weekday,
            opens=row.opens,
            closes=row.closes,
            note=row.note,
            valid_from=row.since or since,
            valid_until=row.until,
        )
        for row in hours
    )


def _change_hours(service: Service, location: ServiceLocation, hours: Sequence[Hours], today: date) -> bool:
    """Hours that are no longer there end today, new ones begin today: what was true stays readable."""
    wanted = {(row.weekday, row.opens, row.closes, row.note): row for row in hours}
    ended = False
    rows = service.schedules.filter(Q(location=location) | Q(location=None)).filter(
        Q(valid_until=None) | Q(valid_until__gt=today)
    )
    for row in rows:
        if wanted.pop((row.weekday, row.opens, row.closes, row.note), None) is None:
            row.valid_until = max(today, row.valid_from or today)
            row.save(update_fields=["valid_until"])
            ended = True
    _add_hours(service, location, list(wanted.values()), since=today)
    return ended or bool(wanted)
