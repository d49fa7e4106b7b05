"""Who has not been heard: from dates alone. Nobody is late; it is we who have not asked."""

from dataclasses import dataclass
from datetime import date, timedelta

from intreccio.families.around.vocabulary import Hearing

TO_HEAR = (Hearing.NEVER, Hearing.LONG)


@dataclass(frozen=True, slots=True)
class AroundLimits:
    """Days agreed in the network (a dated parameter): after how many nobody has been heard, for how many somebody is new,
    how many days before going somewhere together it shows in Oggi."""

    unheard: int
    first: int
    near: int


def hearing_of(*, since: date | None, heard: date | None, today: date, limits: AroundLimits) -> Hearing:
    """Heard within what was agreed, longer ago, never; who has only just begun is not asked about."""
    if heard is not None:
        return Hearing.LONG if today > heard + timedelta(days=limits.unheard) else Hearing.HEARD
    if since is not None and today <= since + timedelta(days=limits.first):
        return Hearing.RECENT
    return Hearing.NEVER
