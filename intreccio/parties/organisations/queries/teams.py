"""A team: who should be in it, who is, who could be."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Membership, Team, TeamMembership, TeamPost
from intreccio.parties.organisations.queries.network import places
from intreccio.parties.organisations.rules.composition import Composition, composition
from intreccio.parties.organisations.rules.network import PROFESSIONAL_ROLES, why_not_close_team
from intreccio.parties.organisations.vocabulary import Profession, TeamKind


def on(day: date) -> Q:
    """Rows with `since` and `until` that hold on a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def members_of(team: Team, day: date) -> list[TeamMembership]:
    """Who works in a team on a day. A hat that has ended works nowhere."""
    active = Q(membership__since__lte=day) & (
        Q(membership__until__isnull=True) | Q(membership__until__gt=day)
    )
    rows = TeamMembership.objects.filter(on(day), active, team=team)
    return list(
        rows.select_related("membership__user", "membership__organisation").order_by(
            "profession", "membership__user__name"
        )
    )


def former_members_of(team: Team, day: date) -> QuerySet[TeamMembership]:
    """Who worked in a team, the last to leave first."""
    rows = TeamMembership.objects.filter(team=team, until__lte=day)
    return rows.select_related("membership__user", "membership__organisation").order_by("-until")[:25]


def planned_posts(team: Team) -> dict[str, int]:
    """How many of each profession there should be."""
    return dict(TeamPost.objects.filter(team=team).values_list("profession", "planned"))


def posts_version(posts: Iterable[TeamPost]) -> int:
    """One version for all posts of a team: it grows with every change of any of them."""
    return 1 + sum(post.version for post in posts)


def posts_as_written(team: Team) -> dict[str, int]:
    """Every profession with its number, and the version of them all: what the form shows."""
    posts = list(TeamPost.objects.filter(team=team))
    written = dict.fromkeys(Profession.values, 0) | {
        post.profession or "stated": post.planned for post in posts
    }
    return written | {"version": posts_version(posts)}


def why_not_close(team: Team, day: date) -> list[Words]:
    """Every reason that keeps a team open: ours, and those of the areas that know its families and its signals."""
    closed = team.closed_on is not None and team.closed_on <= day
    reason = why_not_close_team(
        closed=closed, is_default=team.is_default_desk, only_desk_for=_only_desk_for(team, day)
    )
    ours: list[Words] = [reason] if reason else []
    return ours if closed else ours + objections("why_not_close_team", team)


def _only_desk_for(team: Team, day: date) -> list[str]:
    """The municipalities that no other desk serves; none for a team that is no desk."""
    if team.kind != TeamKind.DESK:
        return []
    others = Team.objects.filter(Q(closed_on=None) | Q(closed_on__gt=day), kind=TeamKind.DESK).exclude(
        pk=team.pk
    )
    served = {code for codes in others.values_list("municipality_codes", flat=True) for code in codes}
    return sorted(places(code for code in team.municipality_codes if code not in served).values())


def all_teams() -> QuerySet[Team]:
    """Teams with the body that leads them and their project."""
    return Team.objects.select_related("organisation", "project")


def named_teams(keys: Collection[UUID], most: int = 12) -> list[Team]:
    """Some teams, by name. One query."""
    return list(Team.objects.filter(pk__in=list(keys)).order_by("name", "pk")[:most])


def places_in_teams() -> QuerySet[TeamMembership]:
    """Hats at work, with all that a page says of them."""
    return TeamMembership.objects.select_related(
        "team__organisation", "membership__user", "membership__organisation"
    )


def composition_of(team: Team, members: list[TeamMembership]) -> Composition:
    """Planned beside present."""
    return composition(Profession.values, planned_posts(team), (each.profession for each in members))


def candidates(viewer: Viewer, team: Team, day: date, *, also_there: bool = False) -> list[Membership]:
    """Who could work in a team: others, of the bodies of the network, with a role that works with families.

    Those of the team's own body come first. Who is there already is left out, unless asked for:
    a second tap must find its first.
    """
    policies.require_composes(viewer, team)
    there = TeamMembership.objects.filter(on(day), team=team).values("membership_id")
    rows = Membership.objects.filter(
        on(day), role__in=PROFESSIONAL_ROLES, organisation__standing__in=["member", "partner"]
    ).exclude(user=viewer.user_id)
    if not also_there:
        rows = rows.exclude(pk__in=there)
    own: UUID = team.organisation_id
    return sorted(
        rows.select_related("user", "organisation"),
        key=lambda hat: (hat.organisation_id != own, hat.organisation.name, hat.user.name),
    )
