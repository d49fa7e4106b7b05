"""Who may open a household."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, Organisation, Team, TeamMembership
from intreccio.parties.organisations.queries.mine import of_my_teams
from intreccio.parties.organisations.vocabulary import Profession, Standing
from intreccio.parties.people.models import Grant
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.vocabulary import GrantState, Level


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody of the team in charge, as the component `people` draws them."""

    name: str
    detail: str


def workers_of(viewer: Viewer, seen: Seen) -> list[Worker]:
    """Who is at work in the team in charge today."""
    day = today()
    at_work = Q(until__isnull=True) | Q(until__gt=day)
    hat_on = Q(membership__until__isnull=True) | Q(membership__until__gt=day)
    rows = (
        TeamMembership.objects.filter(at_work, hat_on, team=seen.household.team_id, since__lte=day)
        .select_related("membership__user", "membership__organisation")
        .order_by("membership__user__name")
    )
    return [
        Worker(
            row.membership.user.name,
            f"{Profession(row.profession).label} · {row.membership.organisation.name}",
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Given:
    """A grant, and what it opens today."""

    grant: Grant
    state: GrantState
    giver: str

    @property
    def to(self) -> str:
        """The team or body it opens the household to."""
        return str(self.grant.to_team or self.grant.to_organisation)

    @property
    def level(self) -> str:
        """In plain words."""
        return str(Level(self.grant.level).label)


def grants_of(viewer: Viewer, seen: Seen) -> list[Given]:
    """Every grant of a household that the viewer may read, the standing ones first."""
    giver = Membership.objects.filter(pk=OuterRef("granted_by")).values("user__name")[:1]
    rows = (
        Grant.objects.filter(household=seen.household)
        .select_related("to_team", "to_organisation")
        .annotate(giver=Subquery(giver))
        .order_by("-since", "-id")
    )
    given = [Given(row, state_of(row, today()), row.giver or "") for row in rows]
    return sorted(given, key=lambda each: list(GrantState).index(each.state))


def state_of(grant: Grant, day: date) -> GrantState:
    """What a grant opens on a day, and why not."""
    if grant.withdrawn_at is not None:
        return GrantState.WITHDRAWN
    if grant.since > day:
        return GrantState.FUTURE
    return GrantState.EXPIRED if grant.until is not None and grant.until <= day else GrantState.STANDING


def grant_of(viewer: Viewer, household_id: UUID, grant_id: UUID) -> Grant | None:
    """One of a household's."""
    return (
        Grant.objects.filter(household_id=household_id, pk=grant_id)
        .select_related("household", "to_team", "to_organisation")
        .first()
    )


def teams_to_share_with(viewer: Viewer, seen: Seen) -> QuerySet[Team]:
    """Teams at work, without the one in charge."""
    return Team.objects.filter(closed_on__isnull=True).exclude(pk=seen.household.team_id).order_by("name")


def bodies_to_share_with(viewer: Viewer) -> QuerySet[Organisation]:
    """Bodies of the network, without those only listed."""
    return Organisation.objects.exclude(standing=Standing.LISTED).order_by("name")


def teams_of(viewer: Viewer) -> QuerySet[Team]:
    """The viewer's own teams."""
    return Team.objects.filter(of_my_teams("organisations_team.id"), closed_on__isnull=True).order_by("name")


def answers_for_families(team: Team) -> bool:
    """True for a team that a family is entrusted to, whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers_for_families(%s)", [team.pk])
        (answer,) = cursor.fetchone() or (False,)
    return bool(answer)


def opens_something(viewer: Viewer) -> bool:
    """True for somebody to whom a grant opens a family today."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM my_openings())")
        (answer,) = cursor.fetchone() or (False,)
    return bool(answer)
