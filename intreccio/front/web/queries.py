"""Merges what every area answers for itself: what waits, what is found."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intreccio.front.web import rules
from intreccio.ground.accounts.roles import (
    Administrator,
    Coordinator,
    Educator,
    OrganisationLead,
    Partner,
    Psychologist,
    SocialWorker,
)
from intreccio.ground.kernel.panels import Found, registers
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Action:
    """The one main button of Oggi."""

    label: Words
    url: str
    icon: str


# For each role, what it does most; the first page that this installation has.
_ACTIONS: dict[str, tuple[tuple[str, Words, str], ...]] = {
    SocialWorker.code: (("create_contact", gettext_lazy("Nuovo contatto"), "plus-circle"),),
    Educator.code: (("household_list", gettext_lazy("Le mie famiglie"), "user"),),
    Psychologist.code: (("household_list", gettext_lazy("Le mie famiglie"), "user"),),
    Coordinator.code: (("signal_inbox", gettext_lazy("Leggi le segnalazioni"), "horn"),),
    Partner.code: (("create_signal", gettext_lazy("Scrivi una segnalazione"), "pencil"),),
    OrganisationLead.code: (("household_list", gettext_lazy("Le famiglie dell'ente"), "user"),),
    Administrator.code: (("invite_member", gettext_lazy("Invita una persona"), "plus-circle"),),
}
_NEED_BODY = {"invite_member"}


def main_action(viewer: Viewer) -> Action | None:
    """What this role does most; None where the page is not here."""
    for name, label, icon in _ACTIONS.get(viewer.role, ()):
        args = [viewer.organisation_id] if name in _NEED_BODY else []
        try:
            return Action(label, reverse(name, args=args), icon)
        except NoReverseMatch:
            continue
    return None


def waiting_for(viewer: Viewer, shown: int) -> list[rules.Group]:
    """What waits for this viewer, as every area says it: so many lines of a kind, and whether there are more."""
    return rules.groups_of((row for wait in registers.waits for row in wait(viewer, shown + 1)), shown)


def record_told(viewer: Viewer, groups: list[rules.Group]) -> None:
    """Showing names and words is a reading: of these families, signals and conversations."""
    shown = [row.about for group in groups for row in group.rows if row.about]
    if shown:
        record_reading(viewer, "today", shown=shown)


def said_of(groups: list[rules.Group]) -> str:
    """One true sentence: it counts only what the page shows."""
    shown = [row for group in groups for row in group.rows]
    if not shown:
        return _("Sei in pari: niente aspetta te.")
    number = rules.in_words(len(shown))
    if any(group.has_more for group in groups):
        return _("Più di %s cose aspettano te.") % number
    urgent = sum(row.urgent for row in shown)
    said = ngettext("%s cosa aspetta te", "%s cose aspettano te", len(shown)) % number.capitalize()
    if not urgent:
        return f"{said}."
    of_today = ngettext("%s da fare oggi", "%s da fare oggi", urgent) % rules.in_words(urgent)
    return f"{said}, {of_today}."


@dataclass(frozen=True, slots=True)
class Kind:
    """Results of one kind."""

    label: str
    rows: list[Found]


def search_for(viewer: Viewer, words: str) -> list[Kind]:
    """What every area finds, by kind, in the order of the areas."""
    kept: dict[str, list[Found]] = {}
    for search in registers.searches:
        for found in search(viewer, words):
            kept.setdefault(str(found.kind), []).append(found)
    return [Kind(label, rows) for label, rows in kept.items()]


KEPT = re.compile(r'"/static/([^"]+)"')


def mark_of_shelf(script: str, page: str) -> str:
    """A digest of all that a worker keeps. A browser fetches it anew only where the worker itself has changed: so it has to."""
    found = [finders.find(name) for name in KEPT.findall(script)]
    kept = [Path(path).read_bytes() for path in found if isinstance(path, str)]
    return sha256(b"".join([page.encode(), *kept])).hexdigest()[:16]
