"""On which days somebody can have been heard. People are heard when they are met, also before somebody presses «comincia»."""

from datetime import date, timedelta

from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

HEARD_BEFORE = timedelta(days=31)


def why_not_hear(*, heard_on: date, begun_on: date, today: date) -> Words | None:
    """A point of view is of the days around its assessment."""
    if begun_on - HEARD_BEFORE <= heard_on <= today:
        return None
    return _("Scegli un giorno intorno alla valutazione: al più un mese prima, e non dopo oggi")


def why_not_write_words(*, heard_on: date, today: date) -> Words | None:
    """A child's words may be older, and not of another age."""
    return None if today - A_YEAR <= heard_on <= today else _("Un giorno già venuto, al più un anno fa")
