"""Papers of a family: which may be written, and which stay as they left."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.vocabulary import DocumentKind


def why_not_day(day: date, today: date) -> Words | None:
    """A reason, or None."""
    return _("La data del documento è nel futuro.") if day > today else None


def why_not_edit_document(kind: str) -> Words | None:
    """What has been sent to somebody stays as it was sent."""
    if kind == DocumentKind.REPORT:
        return _("Una relazione resta com'è partita: se era sbagliata si annulla, con il motivo.")
    return None
