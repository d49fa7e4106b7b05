"""Who is not to be told something of somebody of a family: asked wherever one is about to tell (decision 73)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.parties.people.rules.names import called

# One value, to stand in a query of a page that has no room for one more: [key or empty, words, names] of each. Of everybody
# of this home, in whatever home it was written that the viewer sees. Rows of somebody merged are theirs.
UNTOLD = """
    SELECT jsonb_agg(jsonb_build_array(coalesce(h.merged_into_id, h.id)::text, r.holder_words,
        (SELECT jsonb_agg(jsonb_build_array(n.kind, n.given, n.family) ORDER BY n.id) FROM people_personname n
          WHERE n.person_id = h.id AND n.voided_at IS NULL AND (n.until IS NULL OR n.until > today()))) ORDER BY r.since, r.id)
    FROM people_responsibility r LEFT JOIN people_person h ON h.id = r.holder_id
    WHERE NOT r.may_be_told AND r.voided_at IS NULL AND r.since <= %(day)s AND (r.until IS NULL OR r.until > %(day)s)
      AND r.person_id IN (SELECT p.id FROM people_person p JOIN people_householdmembership m
        ON m.person_id IN (p.id, p.merged_into_id) WHERE m.household_id = %(household)s)
"""


def names_untold(rows: Iterable[Any]) -> dict[str, str]:
    """Key, or the words of who is not of the family → name; each once."""
    return {key or words: _name(words, names or []) for key, words, names in rows}


def _name(words: str, names: Iterable[Any]) -> str:
    return words or " ".join(filter(None, called(map(tuple, names)))) or _("una persona della famiglia")


def untold_of(household_id: UUID, day: date) -> dict[str, str]:
    """Of one family, on a day. One query; who reads no record of it finds nothing."""
    with connection.cursor() as cursor:
        cursor.execute(UNTOLD, {"household": household_id, "day": day})
        (rows,) = cursor.fetchone() or (None,)
    return names_untold(json.loads(rows or "[]"))
