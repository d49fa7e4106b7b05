"""The institutional agenda: with whom, when it can be told, and what follows."""

from datetime import date, timedelta

from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.words import _

# The appointment stands in Oggi from so many days before.
BEFORE = timedelta(days=3)
FURTHEST = 2 * A_YEAR


def why_not_with(*, body: bool, whom: str) -> str | None:
    """An appointment is with somebody."""
    return None if body or whom.strip() else _("Scegli un ente, oppure scrivi con chi è l'appuntamento.")


def why_not_day(day: date, *, today: date, was: date | None = None) -> str | None:
    """Of an appointment, or of what follows: within what an agenda holds. was: the day that stands there already."""
    if day == was:
        return None
    if today - day > A_YEAR:
        return _("È di più di un anno fa: controlla l'anno.")
    return _("È tra più di due anni: controlla l'anno.") if day - today > FURTHEST else None


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


def why_not_follow(step: str, on: date | None, *, day: date, was: date | None, today: date) -> str | None:
    """A next step of an appointment that was on `day`; was: the day that its step has."""
    reason = why_not_next(step, on, day=day)
    return reason or (why_not_day(on, today=today, was=was) if on is not None else None)


def why_not_rearrange(
    day: date, *, was: date, told: bool, step: str, on: date | None, today: date
) -> str | None:
    """Another day for an appointment, with what stands there already: whether it was told, and what follows."""
    reason = why_not_day(day, today=today, was=was) or why_not_move(told=told, day=day, was=was, today=today)
    return reason or why_not_next(step, on, day=day)
