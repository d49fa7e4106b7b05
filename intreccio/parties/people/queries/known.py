"""The hint against writing a family twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.codice_fiscale import compact


@dataclass(frozen=True, slots=True)
class Hint:
    """Households in sight that already know this person, and whether somebody out of sight does."""

    in_sight: list[Household]
    out_of_sight: bool

    def __bool__(self) -> bool:
        return bool(self.in_sight) or self.out_of_sight


NOTHING = Hint([], False)


class Sought(NamedTuple):
    """What is known of somebody before writing them."""

    surname: str
    birth_date: date | None
    fiscal_code: str = ""


# The function itself counts the tries, looks only within the limit and writes the reading: nobody asks beside it.
LOOK_UP = "SELECT households, within FROM ask_if_known(%s, %s, %s, %s)"


def known_already(viewer: Viewer, surname: str, birth_date: date | None, fiscal_code: str = "") -> Hint:
    """Who is known by this surname and birth date, or by this code. Raises Refused beyond so many an hour.

    Never for partners; never tells of a protected household to who does not see it already.
    """
    hints = hints_for(viewer, [Sought(surname, birth_date, fiscal_code)])
    if not hints:
        raise Refused(
            _("In quest'ora avete già chiesto molte volte se una famiglia è conosciuta."),
            code="too_many_hints",
            way_out=_("Chiedete allo sportello di rete, oppure riprovate tra un'ora."),
        )
    return hints[0]


def hints_for(viewer: Viewer, persons: Sequence[Sought]) -> list[Hint]:
    """The hint of each, in order; only of the first ones where the limit of the hour is reached. At most two queries."""
    policies.see_duplicate_hint.require(viewer)
    sought = [comparable(person) for person in persons]
    asked = [each for each in sought if each is not None]
    found = look_up(asked) if asked else []
    ids = {key for keys in found for key in keys if key}
    seen = list(Household.objects.filter(pk__in=ids).order_by("sort_name", "id")) if ids else []
    answers = iter(found)
    hints: list[Hint] = []
    for each in sought:
        keys = next(answers, None) if each else []
        if keys is None:
            break
        hints.append(Hint([row for row in seen if row.pk in keys], None in keys))
    return hints


def comparable(person: Sought) -> Sought | None:
    """As it is looked for; None where too little is known to ask."""
    words, code = words_of(person.surname), compact(person.fiscal_code)
    if not code and not (words and person.birth_date):
        return None
    return Sought(" ".join(words), person.birth_date, code)


def look_up(asked: Sequence[Sought]) -> list[list[UUID | None]]:
    """For each within the limit: an id for each household in sight, one None where there are others."""
    surnames, births, codes = zip(*asked, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(LOOK_UP, [new_key(), list(surnames), list(births), list(codes)])
        return [keys for keys, within in cursor.fetchall() if within]
