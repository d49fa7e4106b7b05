"""A service opens in one more place, or no longer in one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions.index import index
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.queries.facts import holding, hours_of_service, places_of
from intreccio.offer.directory.queries.pages import service_in_full
from intreccio.offer.directory.rules.editing import why_not_close_place


@transaction.atomic
def add_place(service: Service, *, by: Viewer, today: date, place: Mapping[str, Any]) -> ServiceLocation:
    """One more place, after those that there are; found at once by who searches there."""
    held = _held(service, by=by, today=today)
    last = held.locations.order_by("-order").first()
    made = ServiceLocation(service=held, order=last.order + 1 if last else 1, **place)
    made.save(force_insert=True)
    _index(held, [*places_of(held), made], today)
    record(
        "service.place_added",
        held,
        by=by,
        codes={"place": str(made.pk), "municipality": made.municipality_code},
    )
    return made


@transaction.atomic
def close_place(service: Service, place: ServiceLocation, *, by: Viewer, today: date) -> None:
    """From today no longer there, nor its hours; what was true stays readable. Raises Refused with the reason."""
    held = _held(service, by=by, today=today)
    there = places_of(held)
    refuse_if(
        why_not_close_place(is_open=place in there, open_places=len(there)),
        code="place",
        way_out=_("Dalla pagina del servizio, «Aggiorna» cambia dove e quando."),
    )
    held.schedules.filter(holding(today), location=place).update(valid_until=today)
    ServiceLocation.objects.filter(pk=place.pk).update(closed_on=today)
    _index(held, [other for other in there if other != place], today)
    record("service.place_closed", held, by=by, codes={"place": str(place.pk)})


def _held(service: Service, *, by: Viewer, today: date) -> Service:
    """The service as it stands, until the transaction ends: of two places closed at once, one must stay."""
    policies.edit_services.require(by)
    require_own(by, service)
    Service.objects.select_for_update().get(pk=service.pk)
    held = service_in_full(service.pk, today)
    if held is None:
        raise Refused(_("Questo servizio non c'è più."), code="place")
    return held


def _index(service: Service, places: list[ServiceLocation], today: date) -> None:
    fresh = service_in_full(service.pk, today) or service
    columns = index(service, places, hours_of_service(fresh), today)
    write_over(service, version=service.version, **columns)
