"""What a bond with the world outside may say."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_bond(*, since: date | None, until: date | None, today: date) -> Words | None:
    """A reason, or None."""
    if any(day is not None and day > today for day in (since, until)):
        return _("La data è nel futuro: scrivetela quando sarà successo.")
    if since is not None and until is not None and until < since:
        return _("La fine viene prima dell'inizio.")
    return None
