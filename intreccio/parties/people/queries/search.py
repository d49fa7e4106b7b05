"""The search box, for what this area knows. Every search is a reading."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, PersonName
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.rules.search import words_sought

MOST = 20
MOST_WORDS = 6


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Households in sight in which every word begins a name, a code or a telephone number."""
    ids = found_ids(words_sought(words)[:MOST_WORDS])
    record_reading(viewer, "household_search", shown=ids, count=len(ids))
    if not ids:
        return []
    rows = Household.objects.filter(pk__in=ids).select_related("team").order_by("sort_name", "id")
    who = matching_names(ids, words_of(words))
    return [found_of(row, who.get(row.pk, [])) for row in rows]


def found_ids(words: list[str]) -> list[UUID]:
    """Ids only: the function tests sight inside, because row security would not let it use its index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT household FROM find_households(%s, %s)", [words, MOST])
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))[:MOST]


def matching_names(household_ids: Iterable[UUID], words: list[str]) -> dict[UUID, list[str]]:
    """The persons of each home with a name that a word begins, where the viewer may read names."""
    rows = PersonName.objects.filter(
        person__homes__household__in=household_ids,
        person__homes__voided_at__isnull=True,
        voided_at__isnull=True,
    ).values_list("person__homes__household", "given", "family")
    found: dict[UUID, list[str]] = {}
    for household_id, given, family in rows:
        name = f"{given} {family}".strip()
        if any(part.startswith(word) for part in words_of(name) for word in words):
            found.setdefault(household_id, [])
            if name not in found[household_id]:
                found[household_id].append(name)
    return found


def found_of(household: Household, names: list[str]) -> Found:
    """One line of results."""
    return Found(
        kind=_("Famiglie"),
        title=household.name,
        detail=" · ".join(part for part in (listed(names[:3]), household.code, household.team.name) if part),
        url=reverse("household_page", args=[household.pk]),
    )
