"""Who a service belongs to, asked before it is written."""

from django.utils.translation import gettext as _

from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.models import Service


def require_own(by: Viewer, service: Service) -> None:
    if not policies.may_edit(by, service):
        raise NotAllowed(
            _("Un servizio lo aggiorna chi lavora nell'ente che lo offre."),
            code="not_own_service",
            way_out=_("Puoi telefonare e confermare che è ancora così, oppure dirlo a %(body)s.")
            % {"body": service.organisation.name},
        )
