"""Saying that a service is still so, and how much room it has."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import NotAllowed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions.own import not_own
from intreccio.offer.directory.models import Service, Verification
from intreccio.offer.directory.rules.room import why_not_update_room
from intreccio.offer.directory.vocabulary import VerificationMethod


@transaction.atomic
def verify_service(service: Service, *, by: Viewer, method: VerificationMethod, today: date) -> Verification:
    """Somebody asked, and it is still so. The only thing that makes a service fresh."""
    require_verifier(by, service)
    checked = Verification(service=service, day=today, checked_by=by.membership_id, method=method)
    checked.save(force_insert=True)
    record("service.verified", service, by=by, codes={"method": str(method)})
    return checked


@transaction.atomic
def update_room(
    service: Service,
    *,
    version: int,
    by: Viewer,
    free: int | None,
    total: int | None,
    waiting: str,
    today: date,
) -> None:
    """How many places are free as of today; None where nobody knows any more. Raises Refused with the reason."""
    require_counter(by, service)
    refuse_if(why_not_update_room(free=free, total=total), code="room_over_places")
    known = today if free is not None else None
    write_over(
        service, version=version, places_free=free, places_total=total, waiting=waiting, room_as_of=known
    )
    record("service.room_updated", service, by=by, codes={"free": free, "total": total})


def require_counter(by: Viewer, service: Service) -> None:
    """Raises NotAllowed for who may not say how much room a service has."""
    if not policies.may_count(by, service):
        raise not_own(service)


def require_verifier(by: Viewer, service: Service) -> None:
    """Raises NotAllowed for who may not say that a service is still so."""
    if not policies.may_verify(by, service):
        raise NotAllowed(
            _("Conferma chi telefona ai servizi per la rete, o chi lavora nell'ente che lo offre."),
            code="may_not_verify",
        )
