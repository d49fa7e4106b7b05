"""What this area shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import MenuItem, add_menu, add_search, tell
from intreccio.offer.directory.queries.search import search_for


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
