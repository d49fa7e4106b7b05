"""When a family and its team look together at how it goes."""

from datetime import date, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

AHEAD = timedelta(days=180)


def why_not_review_on(*, review_on: date, today: date) -> Words | None:
    """A review is prepared for a day to come, and not for next year."""
    if today <= review_on <= today + AHEAD:
        return None
    return _("Il giorno della verifica è da oggi a sei mesi da oggi.")
