"""The search box, for what this area knows. Every search is a reading."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.addresses import address_of_row
from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.rules.search import words_sought

MOST = 20
MOST_WORDS = 6


# Written out: one statement, whatever is found. The function tests sight inside, because row security would not let it use
# its index; names are those that the viewer may read.
FOUND = """
    SELECT h.id, h.code, h.name, t.name, ARRAY(
      SELECT trim(concat_ws(' ', n.given, n.family)) FROM people_householdmembership m
        JOIN people_personname n ON n.person_id = m.person_id
      WHERE m.household_id = h.id AND m.voided_at IS NULL AND n.voided_at IS NULL)
    FROM people_household h JOIN organisations_team t ON t.id = h.team_id
    WHERE h.id = ANY (ARRAY(SELECT household FROM find_households(%s, %s))) ORDER BY h.sort_name, h.id
"""


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Households in sight in which every word begins a name, a code or a telephone number. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(FOUND, [words_sought(words)[:MOST_WORDS], MOST])
        rows = cursor.fetchall()
    record_reading(viewer, "household_search", shown=[row[0] for row in rows], count=len(rows))
    sought = words_of(words)
    return [found_of(key, code, name, team, matching(names, sought)) for key, code, name, team, names in rows]


def found_ids(words: list[str]) -> list[UUID]:
    """Ids only: the function tests sight inside, because row security would not let it use its index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT household FROM find_households(%s, %s)", [words, MOST])
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))[:MOST]


def matching(names: Iterable[str], words: list[str]) -> list[str]:
    """The names that one of the words begins, each once."""
    return list(
        dict.fromkeys(
            name for name in names if any(part.startswith(word) for part in words_of(name) for word in words)
        )
    )


def found_of(key: UUID, code: str, name: str, team: str, who: list[str]) -> Found:
    """One line of results."""
    return Found(
        kind=_("Famiglie"),
        title=name,
        detail=" · ".join(part for part in (listed(who[:3]), code, team) if part),
        url=address_of_row("household_page", key),
    )
