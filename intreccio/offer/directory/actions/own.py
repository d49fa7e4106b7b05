"""Who a service belongs to, asked before it is written."""

from django.utils.translation import gettext as _

from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.models import Service


def require_own(by: Viewer, service: Service) -> None:
    """Raises NotAllowed for who may not write it."""
    if not policies.may_edit(by, service):
        raise not_own(service)


def not_own(service: Service) -> NotAllowed:
    """Who writes it, and what can be done by who does not."""
    return NotAllowed(
        _("Un servizio lo aggiorna chi lavora nell'ente che lo offre."),
        code="not_own_service",
        way_out=_("Puoi telefonare e confermare che è ancora così, oppure dirlo a %(body)s.")
        % {"body": service.organisation.name},
    )
