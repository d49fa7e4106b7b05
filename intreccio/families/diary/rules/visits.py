"""What may be agreed and written of a visit, and how minutes are put right: pure, on values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class Minutes:
    """With the family, and for it without them."""

    direct: int = 0
    indirect: int = 0

    @property
    def all(self) -> int:
        """Both."""
        return self.direct + self.indirect


def why_not_note(
    day: date, *, today: date, days_back: int, opened_on: date, ended_on: date | None, voided: bool
) -> Words | None:
    """A note is of a day that has come, not too long ago, while the family was with us."""
    if voided:
        return _("Questo percorso è stato annullato: non si scrive più.")
    if day > today:
        return _("Una nota si scrive dopo: questo giorno deve ancora venire.")
    if day < today - timedelta(days=days_back):
        return _("È passato troppo tempo da quel giorno per scriverne come di una visita.")
    if day < opened_on:
        return _("Quel giorno viene prima dell'inizio del percorso.")
    if ended_on is not None and day > ended_on:
        return _("Quel giorno il percorso era già concluso.")
    return None


def why_not_minutes(minutes: Minutes, *, most: int) -> Words | None:
    """No less than none, no more than a long day."""
    if min(minutes.direct, minutes.indirect) < 0:
        return _("I minuti non scendono sotto lo zero.")
    return _("Sono più minuti di quanti stanno in una nota: controlla.") if minutes.all > most else None


def why_not_again(*, is_voided: bool) -> Words | None:
    """What was annulled stays as it was, and its minutes do not come back."""
    return _("Questa nota è stata annullata: resta com'era.") if is_voided else None


def why_not_visit(day: date, *, today: date, days_ahead: int, ended: bool) -> Words | None:
    """A visit is of today or of a day to come, while the family is with us."""
    if ended:
        return _("Il percorso è concluso: non si fissano altre visite.")
    if day < today:
        return _("Questo giorno è passato: di una visita che c'è stata si scrive una nota.")
    return _("È troppo lontano per fissarlo già.") if day > today + timedelta(days=days_ahead) else None


def why_not_touch(*, is_planned: bool) -> Words | None:
    """What has been, or has been called off, is not moved any more."""
    return None if is_planned else _("Di questa visita è già scritto com'è andata.")


def why_not_tell(*, went: bool) -> Words | None:
    """Of a visit writes whoever went, and the team; another note of that day is free to anybody at work with the family."""
    return (
        None if went else _("Di questa visita scrive chi c'è andato: la tua nota si scrive senza la visita.")
    )


def why_not_miss(day: date, *, today: date) -> Words | None:
    """Nobody has missed what is still to come."""
    return _("Il giorno deve ancora venire: se non serve più, annullala.") if day > today else None


def amends(
    standing: Mapping[UUID | None, Minutes], wanted: Mapping[UUID | None, Minutes]
) -> dict[UUID | None, Minutes]:
    """The entries that lead from what stands in the ledger to what is right, by line; those of nothing left out."""
    found = {}
    for line in {**standing, **wanted}:
        is_now, right = standing.get(line, Minutes()), wanted.get(line, Minutes())
        if is_now != right:
            found[line] = Minutes(right.direct - is_now.direct, right.indirect - is_now.indirect)
    return found
