"""What this area shows elsewhere."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import Found, add_pages_under, add_search, tell
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.queries.versions import shelves


def register() -> None:
    """Fills the kernel's registers. The way here is on the page of the network and on each team's."""
    add_pages_under("network", "/protocols/", "/protocol-versions/")
    add_search(search_for)
    tell(
        protocol__drafted=_("cominciata la bozza di un protocollo"),
        protocol__edited=_("cambiata la bozza di un protocollo"),
        protocol__voided=_("annullata la bozza di un protocollo"),
        protocol__approved=_("approvata una versione di un protocollo"),
    )


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Protocols in whose title every word begins a word."""
    wanted = words_of(words)
    if not wanted or not policies.read_protocols(viewer):
        return []
    return [
        Found(
            _("Protocolli"),
            shelf.shown.row.title,
            shelf.shown.tag[2].capitalize(),
            reverse("protocol_page", args=[shelf.protocol.pk]),
        )
        for shelf in shelves(viewer)
        if all(any(each.startswith(word) for each in words_of(shelf.shown.row.title)) for word in wanted)
    ]
