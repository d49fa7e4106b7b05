"""What is strong and what is needed, through time."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_close(*, since: date, until: date, ended: bool, today: date) -> Words | None:
    """A reason, or None."""
    if ended:
        return _("È già chiuso.")
    if until < since:
        return _("La fine viene prima dell'inizio.")
    if until > today:
        return _("La fine è nel futuro: scrivetela quando sarà successo.")
    return None
