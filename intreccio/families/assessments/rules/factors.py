"""Since when something protects or weighs, and until when."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_dates(*, since: date, until: date | None, today: date) -> Words | None:
    """What is written has begun; what has ended has ended after that, and not tomorrow."""
    if since > today:
        return _("Si scrive quello che c'è già: il giorno è nel futuro.")
    if until is not None and until <= since:
        return _("Finisce dopo essere cominciato: guardate le due date.")
    if until is not None and until > today:
        return _("Si scrive quando è finito, non quando finirà: il giorno è nel futuro.")
    return None
