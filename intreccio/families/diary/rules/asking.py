"""For whom a line can be asked, and whose yes it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intreccio.families.diary.vocabulary import SupportKind
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class Somebody:
    """Of whom a line is asked: completed years where they are known, whether a minor, whether they bring up children here."""

    age: int | None
    is_minor: bool
    is_parent: bool


@dataclass(frozen=True, slots=True)
class Yes:
    """That somebody said yes for a minor, and when. Whose it has to be is asked of who decides."""

    on: date


def why_not_in_charge(in_charge: bool) -> Words | None:
    """First a family is taken in charge."""
    return None if in_charge else _("Una linea di sostegno si chiede per una famiglia in carico.")


def why_not_ask(
    kind: str, people: Sequence[Somebody], *, young: tuple[int, int], in_charge: bool
) -> Words | None:
    """A line is for whom its name says. `young`: from how many years to how many, both included."""
    if reason := why_not_in_charge(in_charge):
        return reason
    if not people:
        return _("Scegli per chi: almeno una persona di casa.")
    if kind == SupportKind.PARENTS and not all(each.is_parent or not each.is_minor for each in people):
        return _("La linea per i genitori è per chi è genitore o adulto.")
    if kind == SupportKind.YOUNG:
        return _why_not_young(people, *young)
    return None


def _why_not_young(people: Sequence[Somebody], low: int, high: int) -> Words | None:
    if any(each.age is None for each in people):
        return _("Di qualcuno non sappiamo l'età: scrivila prima nella sua scheda.")
    if not all(low <= each.age <= high for each in people if each.age is not None):
        said = {"low": low, "high": high}
        return _("La linea per preadolescenti e adolescenti va da %(low)d a %(high)d anni.") % said
    return None


def why_not_this_yes(yes: Yes | None, *, is_needed: bool, today: date) -> Words | None:
    """A yes that is needed has somebody who said it and a day that has been."""
    if not is_needed:
        return None
    if yes is None:
        return _("C'è una persona minorenne: scrivi chi ha detto di sì per lei, come e quando.")
    return _("Il sì è già stato detto: il giorno non può essere nel futuro.") if yes.on > today else None
