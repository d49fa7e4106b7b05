"""What to say and to do, by what was lost and by the age of the child."""

from collections.abc import Collection

from intreccio.workshop.protocols.rules.calendar import Definition, Part, concerns
from intreccio.workshop.protocols.vocabulary import Age

# From which month, counted from birth; below zero in pregnancy.
BEGINS = {Age.PREGNANCY: -9, Age.BABY: 0, Age.SMALL: 24, Age.CHILD: 72, Age.PRETEEN: 132, Age.TEEN: 168}
GROWN_UP = 216


def age_of(months: int) -> Age | None:
    """The age that begins last before this month; None for who is grown up, or not yet awaited."""
    begun = [age for age, first in BEGINS.items() if first <= months]
    return begun[-1] if begun and months < GROWN_UP else None


def guidance_for(
    definition: Definition, *, age: str | None = None, about: str = "", loss: str = ""
) -> list[Part]:
    """The pages for somebody, in their order. What names no age is for every age. Empty words: whoever asks wants all.

    age: of the child; None where there is no child to speak to.
    """
    return [
        page
        for page in definition.get("guidance", ())
        if concerns(page, about=about, loss=loss) and _is_for(page, age)
    ]


def is_for_one_of(page: Part, ages: Collection[str]) -> bool:
    """For several children at once. An empty age is of whom nobody knows: every page may be for them; so it is where there is nobody."""
    return not ages or any(_is_for(page, age) for age in ages)


def _is_for(page: Part, age: str | None) -> bool:
    return age == "" or not page.get("ages") or age in page["ages"]
