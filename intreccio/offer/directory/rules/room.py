"""How much room a service has, and how it is said."""

from dataclasses import dataclass
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
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
        return Tag("", "help-circle", "Posti: da chiedere")
    if free:
        return Tag("ok", "check-circle", "1 posto libero" if free == 1 else f"{free} posti liberi")
    if service.waiting:
        return Tag("look", "clock", f"Lista: {service.waiting}")
    return Tag("", "minus-circle", "Completo")
