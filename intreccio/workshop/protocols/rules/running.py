"""When a run may begin, what may be said of its steps, and where each of them is. Whose it is, areas above say."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Line
from intreccio.workshop.protocols.vocabulary import Marked, Standing

# A birth is expected at most so far ahead; what happened may be told years later.
AHEAD, BACK = timedelta(days=300), timedelta(days=20 * 366)


def standing(days: tuple[date, date], marked: str, *, since: date, today: date) -> Standing:
    """Where a step is. days: its first and its last; marked: what was said of it, or empty; since: when the path began.

    What was over before the path began was never asked of anybody, and is not late.
    """
    if marked:
        return Standing(marked)
    first, last = days
    if last < since:
        return Standing.BEFORE
    if today < first:
        return Standing.COMING
    return Standing.NOW if today <= last else Standing.LATE


def next_of(lines: Iterable[Line], marked: Collection[str], *, since: date) -> tuple[str, date | None]:
    """The code of the first step that waits and the day from which it is asked; empty and None where all is said.

    lines: in the order of their first days. What was over before `since` waits for nobody.
    """
    for line in lines:
        if line.last >= since and line.step["code"] not in marked:
            return str(line.step["code"]), max(line.first, since)
    return "", None


def why_not_zero(zero: date, *, today: date) -> Words | None:
    """The day from which one counts is near enough to be true."""
    if zero > today + AHEAD:
        return _("È troppo avanti: al massimo dieci mesi da oggi.")
    return _("È troppo indietro: controlla l'anno.") if zero < today - BACK else None


def why_not_loss(loss: str, losses: Collection[str]) -> Words | None:
    """A path for who has lost something says what; another says nothing of it."""
    if losses and loss not in losses:
        return _("Scegli che cosa è successo: i passi e le parole cambiano.")
    return _("In questo percorso non si dice.") if loss and not losses else None


def why_not_mark(state: str, words: str, day: date, *, today: date) -> Words | None:
    """A step is done on a day that has come, near enough to be true; what is not needed says why."""
    if day > today:
        return _("Non è ancora successo: scrivilo quando è fatto.")
    if day < today - BACK:
        return _("È troppo indietro: controlla l'anno.")
    if state == Marked.NOT_NEEDED and not words.strip():
        return _("Scrivi perché non serve: chi viene dopo lo capisce.")
    return None


def why_not_go_on(*, ended: bool, voided: bool) -> Words | None:
    """What is over stays as it was."""
    if voided:
        return _("Questo percorso è stato annullato: era un errore.")
    return _("Questo percorso è finito: resta da leggere.") if ended else None


def why_not_end(day: date, *, begun: date, today: date) -> Words | None:
    """It ends on a day that has come, not before it began."""
    if day > today:
        return _("Non è ancora successo: scrivilo quel giorno.")
    return _("È prima del giorno in cui è cominciato.") if day < begun else None
