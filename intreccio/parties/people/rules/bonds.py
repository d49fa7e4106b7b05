"""What a bond with the world outside may say, and what is written of whoever helps."""

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


def why_not_reach(*, reach: str, agreed_by: str, agreed_on: date | None, today: date) -> Words | None:
    """A yes is of somebody and of a day; how to reach somebody is written with their yes alone."""
    if agreed_on is not None and agreed_on > today:
        return _("La data è nel futuro: scrivetela quando sarà successo.")
    if bool(agreed_by) != (agreed_on is not None):
        return _("Di un sì si scrive chi lo ha detto, e il giorno.")
    if reach and agreed_on is None:
        return _("Come si trova una persona si scrive solo con il suo sì: chi lo ha detto, e quando.")
    return None


def why_not_hear(*, is_over: bool, day: date, today: date) -> Words | None:
    """Somebody who is still around, on a day that has come."""
    if is_over:
        return _("Questo legame è finito: se è tornato, scrivetelo di nuovo.")
    return _("Si scrive quando vi siete sentiti: la data è nel futuro.") if day > today else None
