"""The frame around every page: who is looking, where they can go, what waits for them.

All of it is kept on the request: boxes drawn inside a page run this again and cost nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from intreccio.ground.kernel.addresses import address_of
from intreccio.ground.kernel.counts import counted
from intreccio.ground.kernel.panels import MenuItem, registers
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer

# Registered like the others, drawn as icons at the right of the bar.
CORNER = ("visit_note", "contact", "search")
# Whoever writes notes keeps them on the device while there is no network.
KEPT = "visit_note"
ON_PHONE = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu as it is drawn."""

    name: str
    label: Words
    url: str
    icon: str
    phone: bool
    current: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one viewer: the bar, the corner, and what the phone shows at once or under «Altro»."""

    bar: list[Entry]
    corner: list[Entry]
    bottom: list[Entry]
    other: list[Entry]

    @property
    def kept(self) -> str:
        """Where one chooses whose a note is that was written without a network; empty for who writes none."""
        return next((entry.url for entry in self.corner if entry.name == KEPT), "")


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor: the same words for every box of a page, as long as the same viewer looks."""
    viewer = getattr(request, "viewer", None)
    kept: tuple[Viewer | None, dict[str, Any]] | None = getattr(request, "_frame", None)
    if kept is None or kept[0] is not viewer:
        kept = viewer, words_of(request, viewer)
        request._frame = kept  # type: ignore[attr-defined]  # Django's request is open by design
    return kept[1]


def words_of(request: HttpRequest, viewer: Viewer | None) -> dict[str, Any]:
    """What the frame says to this viewer on this page."""
    return {
        "viewer": viewer,
        "demo": settings.DEMO,
        "this_path": request.path,
        # Where a choice made in the frame leads back to; words that somebody looked for are not written again.
        "this_address": request.path if request.path == address_of("search") else request.get_full_path(),
        "links": links(),
        # Called by the page that draws it, and by no other: a menu counts what waits.
        "menu": partial(menu_once, request, viewer) if viewer else None,
    }


def links() -> Mapping[str, str]:
    """Pages of areas above that the frame points to where they exist."""
    names = (
        "choose_hat",
        "choose_language",
        "profile_page",
        "roles_page",
        "account_change_password",
        "mfa_index",
        "account_logout",
        "account_login",
        "send_signal",
        "signal_privacy",
    )
    return {name: address_of(name) for name in names}


def menu_once(request: HttpRequest, viewer: Viewer) -> Menu:
    """The viewer's menu, built at most once a request."""
    kept: Menu | None = getattr(request, "_menu", None)
    if kept is None:
        kept = menu_of(request, viewer)
        request._menu = kept  # type: ignore[attr-defined]  # Django's request is open by design
    return kept


def menu_of(request: HttpRequest, viewer: Viewer) -> Menu:
    """What the registers propose to this viewer; a page that is not there yet proposes nothing."""
    shown = [(item, address_of(item.url_name)) for item in registers.menu if item.shown_to(viewer)]
    found = [(item, url) for item, url in shown if url]
    here = current_of(found, request)
    waiting = waiting_by_name((item for item, _ in found), viewer)
    entries = [
        Entry(item.name, item.label, url, item.icon, item.phone, item is here, waiting.get(item.name, 0))
        for item, url in found
    ]
    bar = [entry for entry in entries if entry.name not in CORNER]
    at_hand = [entry for entry in entries if entry.phone]
    # The bar has no room for all: the last place is «Altro», unless everything is at hand.
    bottom = at_hand[: ON_PHONE if len(at_hand) <= ON_PHONE and not set(bar) - set(at_hand) else ON_PHONE - 1]
    other = [entry for entry in bar if entry not in bottom]
    return Menu(bar, [entry for entry in entries if entry.name in CORNER], bottom, other)


def current_of(found: list[tuple[MenuItem, str]], request: HttpRequest) -> MenuItem | None:
    """The entry of this page: by its own name, else the one whose address begins this one most closely."""
    match = request.resolver_match
    for item, _ in found:
        if match is not None and match.view_name == item.url_name:
            return item
    by_name = {item.name: item for item, _ in found}
    under = [(by_name[name], url) for url, name in registers.under.items() if name in by_name]
    above = [
        (len(url), item.order, item)
        for item, url in (*found, *under)
        if url != "/" and request.path.startswith(url)
    ]
    return max(above, key=lambda one: one[:2])[2] if above else None


def waiting_by_name(items: Iterable[MenuItem], viewer: Viewer) -> dict[str, int]:
    """What waits for this viewer under each entry. One query for the whole menu, none where nothing can wait."""
    asked = {item.name: count for item in items if item.waiting and (count := item.waiting(viewer))}
    return dict(zip(asked, counted(asked.values()), strict=True))
