"""What is not agreed on, through time: said on a day, perhaps settled on another."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_said(*, said_on: date, settled_on: date | None, today: date) -> Words | None:
    """A reason, or None: it was said on a day that has come, and not after it was settled."""
    if said_on > today:
        return _("La data è nel futuro.")
    if settled_on is not None and said_on > settled_on:
        return _("È stato detto dopo il giorno in cui si è risolto: guardate le due date.")
    return None


def why_not_settle(*, is_settled: bool, day: date, said_on: date, today: date) -> Words | None:
    """A reason, or None: once, on a day that has come, since it was said."""
    if is_settled:
        return _("Si è già risolto: se la data o le parole sono sbagliate, si correggono.")
    if day > today:
        return _("La data è nel futuro: si scrive quando si è risolto.")
    return _("Si è risolto prima che fosse detto: guardate le due date.") if day < said_on else None
