"""When a path falls silent by itself: of whom it is is no more, or a birth is awaited no longer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Definition

# So long after the day on which a birth was awaited one may still be told that it was none.
STILL_AWAITED = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Lost:
    """A loss that a family told: its day, of whom (None: nobody says), whether of somebody who was awaited."""

    day: date
    person_id: UUID | None
    awaited: bool


def stilled_on(
    definition: Definition, zero: date, whom: UUID | None, *, gone_on: date | None, is_born: bool, losses: Iterable[Lost]
) -> date | None:  # fmt: skip
    """From which day on nothing is asked and nothing is written; None where the path goes on.

    whom: of whom it is (None: of the family). gone_on: when they died, or since when they are of the family no more.
    A text for who has lost something goes on: it is for that.
    """
    if definition.get("losses"):
        return None
    if gone_on is not None:
        return gone_on
    before = definition["zero"].get("counter", {}).get("before", 0)
    first, last = zero - timedelta(days=before), zero + STILL_AWAITED
    theirs = [each.day for each in losses if whom is not None and each.person_id == whom]
    awaited = [
        each.day
        for each in losses
        if before and each.awaited and not is_born and None in (whom, each.person_id) and first <= each.day <= last
    ]  # fmt: skip
    return min((*theirs, *awaited), default=None)


def why_not_speak(*, stilled: bool) -> Words | None:
    """Nothing is sent of a path that has fallen silent."""
    if stilled:
        return _(
            "C'è stata una perdita, o la nascita non è più attesa: questo percorso tace, e non scrive più niente."
        )
    return None
