"""Which instruments of the library suit whom, and what a sheet of one can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from intreccio.families.assessments.vocabulary import About
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

Definition = Mapping[str, Any]
UNBORN = -1


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who lives at home: a child or not, a parent or not, in months; UNBORN, or None where nobody knows."""

    id: UUID
    name: str
    is_child: bool
    is_parent: bool
    months: int | None


def whom(definition: Definition, home: Sequence[Somebody]) -> list[UUID | None]:
    """About whom an instrument can be filled in here: the family (None), or persons of the home; empty for nobody."""
    about, children = definition.get("about"), [each for each in home if each.is_child]
    of_that_age = [child for child in children if _is_of(definition.get("months"), child.months)]
    if about == About.FAMILY:
        return [None]
    if about == About.CHILD:
        return [child.id for child in of_that_age if child.months != UNBORN]
    if about == About.PARENT:
        return [each.id for each in home if each.is_parent] if of_that_age else []
    born = [each for each in home if each.months != UNBORN and _is_of(definition.get("months"), each.months)]
    return [each.id for each in born] if about == About.PERSON else []


def _is_of(band: Sequence[int] | None, months: int | None) -> bool:
    """Whose age nobody knows is asked, and not left out."""
    return band is None or months is None or band[0] <= months < band[1]


def _why_not_of_that_age(
    band: Sequence[int] | None, about: UUID | None, home: Sequence[Somebody]
) -> Words | None:
    """A voice may have an age of its own: who answers for themselves is old enough for the paper."""
    if all(each.id != about or _is_of(band, each.months) for each in home) or band is None:
        return None
    return _("Con questa voce il foglio è da %(years)d anni: scegliete chi lo conosce.") % {
        "years": band[0] // 12
    }


def why_not_sheet(
    definition: Definition, *, about: UUID | None, voice: str, home: Sequence[Somebody], taken: bool
) -> Words | None:
    """A reason, or None. `taken`: there is one already of the same person in the same voice."""
    if about not in whom(definition, home):
        return _("Questa scheda non è per questa persona, o non adesso.")
    if voice not in definition.get("answered_by", ()):
        return _("A questa scheda risponde qualcun altro: scegliete una delle voci proposte.")
    if reason := _why_not_of_that_age(definition.get("ages", {}).get(voice), about, home):
        return reason
    return _("C'è già, con la stessa voce: si continua da quella.") if taken else None
