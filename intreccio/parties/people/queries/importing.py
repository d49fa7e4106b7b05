"""What is asked before families are brought in from a sheet: what names mean, and who is known already."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.translation import override

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.languages import LANGUAGES
from intreccio.ground.kernel.text import normalise, words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import current, network_municipalities
from intreccio.ground.territory.vocabulary import countries
from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.importing import Known, Line, marks_of, name_marks_of

SPOKEN_IN = ("it", "en")
# Only families that the viewer's own teams answer for: of ten thousand names at once nobody is told what others know.
BY_CODE = """
    SELECT i.value, m.household_id FROM people_identifier i
      JOIN people_householdmembership m ON m.person_id = i.person_id AND m.voided_at IS NULL
      JOIN people_household h ON h.id = m.household_id AND h.voided_at IS NULL
    WHERE i.value = ANY (%(codes)s) AND i.voided_at IS NULL AND m.team_id = ANY (%(teams)s)
"""
BY_BIRTH = """
    SELECT p.birth_date, p.birth_precision, n.given || ' ' || n.family, m.household_id FROM people_householdmembership m
      JOIN people_household h ON h.id = m.household_id AND h.voided_at IS NULL
      JOIN people_person p ON p.id = m.person_id AND p.voided_at IS NULL AND p.birth_date = ANY (%(births)s)
      JOIN people_personname n ON n.person_id = p.id AND n.voided_at IS NULL
    WHERE m.team_id = ANY (%(teams)s) AND m.voided_at IS NULL
"""
# Names alone are compared here: how a name is made comparable, the database does not know.
BY_NAME = """
    WITH told AS (
      SELECT n.given || ' ' || n.family AS name, m.household_id, p.birth_date IS NULL
          AND NOT EXISTS (SELECT 1 FROM people_identifier i WHERE i.person_id = p.id AND i.voided_at IS NULL) AS is_bare
        FROM people_householdmembership m
        JOIN people_household h ON h.id = m.household_id AND h.voided_at IS NULL
        JOIN people_person p ON p.id = m.person_id AND p.voided_at IS NULL
        JOIN people_personname n ON n.person_id = p.id AND n.voided_at IS NULL
      WHERE m.team_id = ANY (%(teams)s) AND m.voided_at IS NULL)
    SELECT name, household_id, is_bare FROM told WHERE is_bare OR %(any)s
"""


def what_names_mean(names: Iterable[str]) -> Known:
    """Municipalities of these names (of the network's where several share one), states, languages. One or two queries."""
    wanted = {normalise(name) for name in names if name}
    places: dict[str, set[str]] = {}
    for row in current().filter(Q(search_name__in=wanted) | Q(search_other__in=wanted)):
        for name in wanted & {row.search_name, row.search_other}:
            places.setdefault(name, set()).add(row.istat)
    near = {place.istat for place in network_municipalities()}
    sure = {name: found if len(found) == 1 else found & near for name, found in places.items()}
    states = {normalise(each.name): each.iso2 for each in countries() if each.iso2}
    states |= {
        code.lower(): each.iso2 for each in countries() if each.iso2 for code in (each.iso2, each.iso3)
    }
    return Known(
        places={name: next(iter(found)) for name, found in sure.items() if len(found) == 1},
        states=states,
        languages=_languages(),
        today=today(),
    )


def _languages() -> dict[str, str]:
    said = {code: code for code in LANGUAGES}
    for language in SPOKEN_IN:
        with override(language):
            said |= {normalise(str(label)): code for code, label in LANGUAGES.items()}
    return said


def known_to_us(viewer: Viewer, lines: Sequence[Line]) -> dict[int, UUID]:
    """Rows whose person a team of the viewer's knows, each with the family. Three queries, however many rows."""
    said: dict[str, Any] = {
        "teams": list(viewer.team_ids),
        "codes": [line.code for line in lines if line.code],
        "births": list({line.birth for line in lines if line.birth}),
        "any": any(line.is_bare for line in lines),
    }
    known: dict[tuple[object, ...], UUID] = {}
    with connection.cursor() as cursor:
        cursor.execute(BY_CODE, said)
        known |= {("code", code): household for code, household in cursor.fetchall()}
        cursor.execute(BY_BIRTH, said)
        for birth, precision, name, household in cursor.fetchall():
            known[("born", birth, precision, tuple(sorted(words_of(name))))] = household
        cursor.execute(BY_NAME, said)
        for name, household, is_bare in cursor.fetchall():
            who = tuple(sorted(words_of(name)))
            known |= {("named", who): household} | ({("bare", who): household} if is_bare else {})
    marks = ((line.number, (*marks_of(line), *name_marks_of(line))) for line in lines)
    found = ((number, next((known[mark] for mark in some if mark in known), None)) for number, some in marks)
    return {number: household for number, household in found if household}


def families_named(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, Household]:
    """Those in sight, by id."""
    return {row.pk: row for row in Household.objects.filter(pk__in=set(ids))}


def brought_in(viewer: Viewer, sheet_id: UUID, most: int) -> tuple[int, list[Household]]:
    """Families of a sheet that stand in sight, how many and the first by name; after an undoing those that were kept."""
    rows = Household.objects.filter(imported_in=sheet_id, voided_at__isnull=True)
    return rows.count(), list(rows.order_by("sort_name", "id")[:most])
