"""Desks, the people who work at them, and the places they answer for."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from intreccio.families.access.rules.competence import Desk
from intreccio.ground.accounts.roles import PROFESSIONALS, OrganisationLead
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import district_municipalities, municipalities_by_istat
from intreccio.parties.organisations.models import Membership, Organisation, Team
from intreccio.parties.organisations.vocabulary import TeamKind
from intreccio.parties.people.models import Household

WORKING = [role.code for role in PROFESSIONALS]


def open_desks(day: date) -> list[Desk]:
    """Every desk that welcomes on this day, for whoever looks for the competent one. A network has a few dozen."""
    desks = Team.objects.filter(Q(closed_on=None) | Q(closed_on__gt=day), kind=TeamKind.DESK)
    values = desks.values_list("id", "name", "municipality_codes", "is_default_desk")
    return [Desk(id_, name, tuple(codes), is_default) for id_, name, codes, is_default in values]


def my_desks(viewer: Viewer, day: date) -> QuerySet[Team]:
    """The desks where the viewer works today."""
    return Team.objects.filter(
        Q(memberships__until=None) | Q(memberships__until__gt=day),
        Q(closed_on=None) | Q(closed_on__gt=day),
        kind=TeamKind.DESK,
        memberships__membership_id=viewer.membership_id,
        memberships__since__lte=day,
    ).order_by("name")


def workers_of(teams: Iterable[UUID], day: date) -> list[tuple[UUID, str]]:
    """(hat, name) of who works today in these teams, by name, each once."""
    hats = Membership.objects.filter(
        Q(teams__until=None) | Q(teams__until__gt=day),
        Q(until=None) | Q(until__gt=day),
        teams__team_id__in=list(teams),
        teams__since__lte=day,
        since__lte=day,
        role__in=WORKING,
    )
    return list(hats.order_by("user__name", "id").values_list("id", "user__name").distinct())


def names_of(hats: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of who wears these hats, as colleagues read them. One query, none where there is nobody."""
    wanted = {hat for hat in hats if hat}
    if not wanted:
        return {}
    return dict(Membership.objects.filter(id__in=wanted).values_list("id", "user__name"))


def district_choices() -> list[tuple[str, str]]:
    """(ISTAT code, name) of the municipalities of the network's districts."""
    return [(place.istat, place.name) for place in district_municipalities()]


def place_names(codes: Iterable[str]) -> dict[str, str]:
    """The name of each ISTAT code."""
    return {code: place.name for code, place in municipalities_by_istat(codes).items()}


def without_place(viewer: Viewer, households: Iterable[UUID | None]) -> set[UUID]:
    """Of these families, those whose places who leads a desk does not read in its lists: no query for who works there."""
    known = {each for each in households if each}
    if viewer.role != OrganisationLead.code or not known:
        return set()
    return set(Household.objects.filter(pk__in=known, is_protected=True).values_list("pk", flat=True))


def my_open_teams(viewer: Viewer) -> list[Team]:
    """The teams that may answer for a family the viewer writes: the equipes first, then desks."""
    return list(Team.objects.filter(pk__in=viewer.team_ids, closed_on=None).order_by("-kind", "name"))


def somebody_waits_at(desk: Team) -> bool:
    """True for a desk where a signal is not closed, or a proposal to accompany has found no answer, whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT somebody_waits_at(%s)", [desk.pk])
        (answer,) = cursor.fetchone() or (False,)
    return bool(answer)


def body_kind(viewer: Viewer) -> str:
    """What the viewer's body is."""
    return str(Organisation.objects.values_list("kind", flat=True).get(pk=viewer.organisation_id))
