"""Bodies, sites, projects: whoever is signed in reads them. No family is in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.parties.organisations.models import Organisation, Project, Site, Team
from intreccio.parties.organisations.vocabulary import Standing

PAGE = 25
MOST_FOUND = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """A body on the list, with the name of its municipality."""

    body: Organisation
    place: str


def places(codes: Iterable[str]) -> dict[str, str]:
    """Names of municipalities by ISTAT code."""
    return {code: each.name for code, each in municipalities_by_istat(codes).items()}


def organisations(*, standing: str, kind: str, after: UUID | None) -> tuple[list[Listed], UUID | None]:
    """One page of the list by name, and the key of the next. No standing: who belongs to the network or works with it.

    Bodies that are only listed can be thousands, imported with their services: among them nobody would find their own.
    """
    rows: QuerySet[Organisation] = Organisation.objects.order_by("search_name", "id")
    rows = rows.filter(standing=standing) if standing else rows.exclude(standing=Standing.LISTED)
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        last = Organisation.objects.filter(pk=after).values_list("search_name", flat=True).first() or ""
        rows = rows.filter(Q(search_name__gt=last) | Q(search_name=last, pk__gt=after))
    found = list(rows[: PAGE + 1])
    named = places(row.municipality_code for row in found)
    listed = [Listed(row, named.get(row.municipality_code, "")) for row in found[:PAGE]]
    return listed, found[PAGE - 1].pk if len(found) > PAGE else None


def of_the_network() -> QuerySet[Organisation]:
    """Bodies that are of the network or work with it: those that are only listed are too many to choose among."""
    return Organisation.objects.exclude(standing=Standing.LISTED).order_by("name")


def sites_of(organisation: Organisation) -> list[tuple[Site, str]]:
    """Where a body works, each with the name of its municipality."""
    found = list(Site.objects.filter(organisation=organisation).order_by("name", "id"))
    named = places(site.municipality_code for site in found)
    return [(site, named.get(site.municipality_code, "")) for site in found]


def all_sites() -> QuerySet[Site]:
    """Places with their body."""
    return Site.objects.select_related("organisation")


def teams_of(organisation: Organisation) -> QuerySet[Team]:
    """Desks and teams that a body leads."""
    return Team.objects.filter(organisation=organisation).order_by("kind", "name", "id")


def projects() -> QuerySet[Project]:
    """What is done together: what goes on first, then what has ended."""
    return Project.objects.select_related("lead").order_by("-starts", "id")


def search_for(viewer: Viewer, words: str) -> list[Found]:
    """Bodies in whose name every word begins a word: for whoever is signed in."""
    del viewer
    wanted = words_of(words)
    if not wanted:
        return []
    begins = (Q(search_name__startswith=word) | Q(search_name__contains=f" {word}") for word in wanted)
    rows = Organisation.objects.filter(reduce(Q.__and__, begins)).order_by("search_name", "id")[:MOST_FOUND]
    return [
        Found(
            _("Enti"),
            row.name,
            str(row.get_kind_display()).capitalize(),
            reverse("organisation_page", args=[row.pk]),
        )
        for row in rows
    ]
