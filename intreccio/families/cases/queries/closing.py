"""What stands between a family and the end of its way with us."""

from collections.abc import Iterator
from dataclasses import dataclass

from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import OUT_OF_REACH, Motive
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Words


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A reason not to close; `always`: also where the family is out of reach."""

    reason: Words
    always: bool


def held_back(case: Case) -> Iterator[HeldBack]:
    """Every reason of the areas above, shown before anybody writes; the action asks again."""
    always = set(objections("why_not_close", case, motive=OUT_OF_REACH[0]))
    for reason in objections("why_not_close", case, motive=Motive.REACHED):
        yield HeldBack(reason, reason in always)
