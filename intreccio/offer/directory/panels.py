"""What this area shows elsewhere."""

from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import MenuItem, Waiting, add_menu, add_search, add_waiting, tell
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import ServicePrinciples
from intreccio.offer.directory.queries.search import search_for
from intreccio.parties.organisations.queries.principles import again_sql, look_again


def principles_again(viewer: Viewer, most: int) -> list[Waiting]:
    """Services of which the viewer said when to look again at the six principles."""
    with connection.cursor() as cursor:
        values: dict[str, Any] = {"me": viewer.membership_id, "day": today(), "most": most}
        cursor.execute(again_sql(ServicePrinciples, "service"), values)
        return [
            look_again(name, day, reverse("check_service_principles", args=[key]))
            for key, name, day in cursor.fetchall()
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
