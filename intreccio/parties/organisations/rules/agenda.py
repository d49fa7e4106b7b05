"""The institutional agenda: with whom, when it can be told, and what follows."""

from datetime import date, timedelta

from intreccio.ground.kernel.words import _

# The appointment stands in Oggi from so many days before.
BEFORE = timedelta(days=3)


def why_not_with(*, body: bool, whom: str) -> str | None:
    """An appointment is with somebody."""
    return None if body or whom.strip() else _("Scegli un ente, oppure scrivi con chi è l'appuntamento.")


def why_not_conclude(day: date, *, today: date, agreed: str) -> str | None:
    """What was agreed is told when it has been."""
    if day > today:
        return _("L'appuntamento deve ancora esserci: che cosa si è concordato si scrive dopo.")
    return None if agreed.strip() else _("Scrivi che cosa si è concordato, o perché non si è tenuto.")


def why_not_next(step: str, on: date | None, *, day: date) -> str | None:
    """A next step has its day, and a day its step; not before the appointment."""
    if bool(step.strip()) != (on is not None):
        return _("Il passo che segue va scritto con il suo giorno.")
    if on is not None and on < day:
        return _("Il passo che segue viene dopo l'appuntamento.")
    return None


def why_not_move(*, told: bool, day: date, was: date, today: date) -> str | None:
    """What has been told was on its day: it is not moved to one that has not come."""
    if told and day != was and day > today:
        return _("Di questo appuntamento è già scritto com'è andata: il giorno non può essere dopo oggi.")
    return None
