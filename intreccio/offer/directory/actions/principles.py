"""The six principles of a service, answered with words."""

from datetime import date

from django.db import transaction

from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.models import Service, ServicePrinciples
from intreccio.workshop.instruments.actions import Filled, columns_of


@transaction.atomic
def check_service_principles(
    service: Service, filled: Filled, *, by: Viewer, today: date
) -> ServicePrinciples:
    """How a service stands today; what was answered before stays. Raises Refused with the reason."""
    require_own(by, service)
    row = ServicePrinciples(service=service, by_id=by.membership_id, **columns_of(filled, today=today))
    row.save(force_insert=True)
    record("service.principles_checked", service, by=by, codes=filled.codes)
    return row
