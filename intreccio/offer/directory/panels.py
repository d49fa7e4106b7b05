"""What this area shows elsewhere."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import MenuItem, Waiting, add_menu, add_search, add_waiting, tell
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import ServicePrinciples
from intreccio.offer.directory.queries.search import search_for
from intreccio.parties.organisations.queries.principles import again_for, look_again


def principles_again(viewer: Viewer, most: int) -> list[Waiting]:
    """Services of which the viewer said when to look again at the six principles."""
    rows = again_for(viewer, ServicePrinciples.objects.all(), "service", today())[:most]
    return [
        look_again(row.service.name, row.again_on, reverse("check_service_principles", args=[row.service_id]))
        for row in rows
        if row.again_on
    ]


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(
        MenuItem(
            "services",
            _("Servizi"),
            "service_search",
            "map-marker",
            order=40,
            shown_to=lambda _viewer: True,
            phone=True,
        )
    )
    add_search(search_for)
    add_waiting(principles_again)
    tell(
        service__created=_("servizio aggiunto"),
        service__edited=_("servizio aggiornato"),
        service__principles_checked=_("i sei principi del servizio guardati"),
        service__verified=_("servizio controllato: è ancora così"),
        service__place_added=_("un altro luogo del servizio"),
        service__place_closed=_("un luogo del servizio chiuso"),
        service__room_updated=_("posti del servizio aggiornati"),
        service__place_taken=_("un posto occupato"),
        service__place_given_back=_("un posto di nuovo libero"),
    )
