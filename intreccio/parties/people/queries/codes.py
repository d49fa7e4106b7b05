"""The codes of the day that an event of a family carries (law 5)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.ages import band_of

# Written out, and one: every act of a family asks it.
TODAY = """
    SELECT
      ARRAY(SELECT p.birth_date FROM people_householdmembership m JOIN people_person p ON p.id = m.person_id
        WHERE m.household_id = %(household)s AND m.kind = 'lives' AND m.voided_at IS NULL
          AND (m.until IS NULL OR m.until > %(day)s) AND p.merged_into_id IS NULL),
      ARRAY(SELECT DISTINCT a.need_code FROM people_aspect a
        WHERE a.household_id = %(household)s AND a.kind = 'needed' AND a.until IS NULL AND a.voided_at IS NULL
          AND a.need_code <> '')::text[]
"""


def codes_of_the_day(household: Household, day: date) -> dict[str, Any]:
    """Municipality, team, age bands and open needs: codes only. One query."""
    with connection.cursor() as cursor:
        cursor.execute(TODAY, {"household": household.pk, "day": day})
        births, needs = cursor.fetchone() or ([], [])
    return codes_from(household, births, needs, day)


def codes_from(
    household: Household, births: Iterable[date | None], needs: Iterable[str], day: date
) -> dict[str, Any]:
    """The same, for who already knows the dates of birth at home and the open needs. No query."""
    return {
        "municipality": household.municipality_code,
        "team": str(household.team_id),
        "ages": sorted(band_of(birth, day) for birth in births),
        "needs": sorted(needs),
    }
