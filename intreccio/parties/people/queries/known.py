"""The hint against writing a family twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.tally import COUNT_UP, bucket_of, tries_in
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import NoValue, value_at
from intreccio.parties.people import policies
from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.codice_fiscale import compact

PER_HOUR = 20


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


# One statement: the tries are counted, and only those within the limit look.
LOOK_UP = f"""
    WITH tried AS ({COUNT_UP})
    SELECT ARRAY(SELECT household FROM known_already(string_to_array(sought.surname, ' '), sought.birth, sought.code)
                 WHERE tried.count - %(tries)s + sought.place <= %(limit)s),
      tried.count - %(tries)s + sought.place <= %(limit)s
    FROM tried, unnest(%(surnames)s::text[], %(births)s::date[], %(codes)s::text[])
      WITH ORDINALITY AS sought (surname, birth, code, place) ORDER BY sought.place
"""  # noqa: S608  # two fixed texts


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
    """The hint of each, in order; only of the first ones where the limit of the hour is reached. At most three queries."""
    policies.see_duplicate_hint.require(viewer)
    sought = [comparable(person) for person in persons]
    asked = [each for each in sought if each is not None]
    found = look_up(viewer, asked) if asked else []
    seen = households_of(viewer, found) if found else []
    answers = iter(found)
    hints: list[Hint] = []
    for each in sought:
        keys = next(answers, None) if each else []
        if keys is None:
            break
        hints.append(Hint([row for row in seen if row.pk in keys], None in keys))
    return hints


def households_of(viewer: Viewer, found: Sequence[list[UUID | None]]) -> list[Household]:
    """Those in sight, by name. Having looked is a reading, also where nobody was found."""
    ids = {key for keys in found for key in keys if key}
    seen = list(Household.objects.filter(pk__in=ids).order_by("sort_name", "id"))
    record_reading(viewer, "known_already", shown=[row.pk for row in seen], count=sum(map(len, found)))
    return seen


def comparable(person: Sought) -> Sought | None:
    """As it is looked for; None where too little is known to ask."""
    words, code = words_of(person.surname), compact(person.fiscal_code)
    if not code and not (words and person.birth_date):
        return None
    return Sought(" ".join(words), person.birth_date, code)


def look_up(viewer: Viewer, asked: Sequence[Sought]) -> list[list[UUID | None]]:
    """For each within the limit: an id for each household in sight, one None where there are others."""
    bucket = bucket_of("known_already", str(viewer.membership_id))
    values = {
        **tries_in(bucket, per=timedelta(hours=1), tries=len(asked)),
        "limit": per_hour(today()),
        "surnames": [each.surname for each in asked],
        "births": [each.birth_date for each in asked],
        "codes": [each.fiscal_code for each in asked],
    }
    with connection.cursor() as cursor:
        cursor.execute(LOOK_UP, values)
        return [keys for keys, within in cursor.fetchall() if within]


@kept
def per_hour(day: date) -> int:
    """The limit of this network."""
    try:
        return int(value_at("duplicate_hint_per_hour", day))
    except NoValue:
        return PER_HOUR
