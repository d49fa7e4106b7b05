"""The hint against writing a family twice."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.tally import bucket_of, count_up
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


def known_already(viewer: Viewer, surname: str, birth_date: date | None, fiscal_code: str = "") -> Hint:
    """Who is known by this surname and birth date, or by this code. Raises Refused beyond so many an hour.

    Never for partners; never tells of a protected household to who does not see it already.
    """
    policies.see_duplicate_hint.require(viewer)
    words, code = words_of(surname), compact(fiscal_code)
    if not code and not (words and birth_date):
        return NOTHING
    if count_up(bucket_of("known_already", str(viewer.membership_id)), per=timedelta(hours=1)) > per_hour(
        today()
    ):
        raise Refused(
            _("In quest'ora avete già chiesto molte volte se una famiglia è conosciuta."),
            code="too_many_hints",
            way_out=_("Chiedete allo sportello di rete, oppure riprovate tra un'ora."),
        )
    found = look_up(words, birth_date, code)
    seen = list(Household.objects.filter(pk__in=[each for each in found if each]).order_by("sort_name", "id"))
    record_reading(viewer, "known_already", shown=[row.pk for row in seen], count=len(found))
    return Hint(seen, None in found)


def look_up(words: list[str], birth_date: date | None, code: str) -> list[UUID | None]:
    """An id for each household in sight; one None where there are others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT household FROM known_already(%s, %s, %s)", [words, birth_date, code])
        return [row[0] for row in cursor.fetchall()]


def per_hour(day: date) -> int:
    """The limit of this network."""
    try:
        return int(value_at("duplicate_hint_per_hour", day))
    except NoValue:
        return PER_HOUR
