"""How much room a service has, and how it is said."""

from dataclasses import dataclass
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, many
from intreccio.offer.directory.rules.criteria import room
from intreccio.offer.directory.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Tag:
    """A state as icon and words."""

    kind: str
    icon: str
    text: str


def why_not_update_room(*, free: int | None, total: int | None) -> Words | None:
    """A reason, or None."""
    if free is not None and total is not None and free > total:
        return _("I posti liberi non possono essere più dei posti in tutto.")
    return None


def room_tag(service: Facts, today: date) -> Tag:
    """«4 posti liberi», «Lista: 3 settimane», «Completo», «Posti: da chiedere»."""
    free = room(service, today)
    if free is None:
        return Tag("", "help-circle", _("Posti: da chiedere"))
    if free:
        return Tag("ok", "check-circle", many("%d posto libero", "%d posti liberi", free) % free)
    if service.waiting:
        return Tag("look", "clock", _("Lista: %s") % service.waiting)
    return Tag("", "minus-circle", _("Completo"))
