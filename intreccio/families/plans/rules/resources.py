"""What a family brings: of whom it is, and since when one can count on it."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_resource(
    *, person: bool, somebody: str, since: date, until: date | None, today: date
) -> Words | None:
    """It is there already; it is of one person, of somebody by name, or of all of them."""
    return (
        why_not_theirs(person=person, somebody=somebody)
        or why_not_since(since, today=today)
        or why_not_until(until, since=since)
    )


def why_not_theirs(*, person: bool, somebody: str) -> Words | None:
    """Of one of them, of somebody by name, or of all of them."""
    if person and somebody.strip():
        return _("È di una persona della famiglia oppure di qualcun altro per nome: una delle due.")
    return None


def why_not_since(since: date, *, today: date) -> Words | None:
    """It is there already."""
    return _("Si scrive quello su cui si può già contare: il giorno è nel futuro.") if since > today else None


def why_not_until(until: date | None, *, since: date) -> Words | None:
    """It ends after it has begun."""
    if until is not None and until <= since:
        return _("Finisce dopo essere cominciato: guardate le due date.")
    return None


def why_not_lean(*, is_theirs: bool, stands: bool, ended: bool) -> Words | None:
    """An action counts on something of this family, while it is there."""
    if not is_theirs or not stands:
        return _("Questa risorsa non è tra quelle della famiglia: sceglietela dall'elenco.")
    return _("Su questa risorsa non si conta più: aggiornatela, o scegliete altro.") if ended else None
