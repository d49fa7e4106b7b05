"""Meetings about a family: prepared for a day to come, held once they have been, decided when they were held."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_prepare(*, day: date, today: date, agenda: int, asked: int, has_ended: bool) -> Words | None:
    """A meeting has a day to come, something to look at, and somebody who is asked."""
    if has_ended:
        return _("Il percorso è concluso: non c'è più una riunione da preparare.")
    if day < today:
        return _("Una riunione si prepara per oggi o per un giorno che viene.")
    if not agenda:
        return _("Scrivete di che cosa si parla.")
    return None if asked else _("Scrivete chi è invitato.")


def why_not_change(*, is_held: bool) -> Words | None:
    """What has been held is told, and no longer prepared."""
    return _("La riunione si è già tenuta: si può correggere il verbale.") if is_held else None


def why_not_hold(*, held_on: date, today: date, opened_on: date, minutes: str, there: int) -> Words | None:
    """Minutes are of a day that has come, say something, and who was there."""
    if held_on > today:
        return _("Il verbale si scrive quando la riunione si è tenuta: la data è nel futuro.")
    if held_on < opened_on:
        return _("La data viene prima dell'inizio del percorso.")
    if not minutes.strip():
        return _("Scrivete almeno due righe su che cosa vi siete detti.")
    return None if there else _("Scrivete chi c'era.")


def why_not_meet(
    *, day: date, today: date, opened_on: date, has_ended: bool, persons: int, words: str
) -> Words | None:
    """A contact has been, during the way, with somebody of the family, and leaves a line."""
    if has_ended:
        return _("Il percorso è concluso: come va si scrive in ciò che avevate concordato per dopo.")
    if day > today:
        return _("Si scrive quando vi siete sentiti: la data è nel futuro.")
    if day < opened_on:
        return _("La data viene prima dell'inizio del percorso.")
    if not persons:
        return _("Scegliete con chi vi siete sentiti.")
    return None if words.strip() else _("Scrivete una riga su che cosa vi siete detti.")


def why_not_decide(*, is_held: bool, what: str, by_when: date | None, held_on: date | None) -> Words | None:
    """Only a meeting that was held decides, and for a day after it."""
    if not is_held:
        return _("Prima si scrive che la riunione si è tenuta, poi che cosa si è deciso.")
    if not what.strip():
        return _("Scrivete che cosa si è deciso.")
    if by_when is not None and held_on is not None and by_when < held_on:
        return _("Il giorno viene prima della riunione.")
    return None


def why_not_take_part(all_known: bool) -> Words | None:
    """Colleagues who see the family, and people of the family; everybody else is written by name."""
    return (
        None
        if all_known
        else _("Una delle persone scelte non vede questa famiglia, o non ne fa parte: scrivete il suo nome.")
    )


def why_not_answer(*, answer: str, is_asked: bool, is_held: bool) -> Words | None:
    """Who is asked answers, until the meeting is held."""
    if is_held:
        return _("La riunione si è già tenuta: chi c'era si legge nel verbale.")
    if not is_asked:
        return _("Non è più tra chi è invitato.")
    return None if answer else _("Scegliete se viene.")


def why_not_void(*, is_voided: bool) -> Words | None:
    """What was annulled stays as it was read."""
    return _("È già annullata: resta da leggere.") if is_voided else None
