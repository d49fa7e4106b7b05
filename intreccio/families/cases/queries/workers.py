"""Who works with a family, and who could."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.rules.workers import Standing
from intreccio.ground.accounts.roles import Sight, with_sight
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, Team, TeamMembership
from intreccio.parties.organisations.vocabulary import MembershipKind, Profession, TeamKind
from intreccio.parties.people.models import Grant
from intreccio.parties.people.vocabulary import Level

SIGHTED = with_sight(Sight.TEAMS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could work with a family: through which team, in which profession."""

    membership: Membership
    profession: str
    standing: Standing
    team_id: UUID | None = None

    @property
    def label(self) -> str:
        """«Chiara Fontana, educatrice o educatore (Cooperativa Il Telaio)»."""
        return f"{self.membership.user.name}, {Profession(self.profession).label} ({self.membership.organisation.name})"


def now_in(day: date) -> Q:
    """Rows with `since` and `until` (excluded) that hold on a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def workers_on(case: Case) -> QuerySet[CaseWorker]:
    """Lines of who works or worked with the family."""
    return case.workers.select_related("membership__user", "organisation", "case__household")


def workers_of(case: Case) -> list[CaseWorker]:
    """Everybody who works or worked with the family, in order of beginning."""
    return list(workers_on(case).order_by("since", "id"))


def workers_now(viewer: Viewer, household_id: UUID) -> list[CaseWorker]:
    """Who works with a family today, on its open case."""
    if not sees_families(viewer):
        return []
    rows = CaseWorker.objects.filter(
        household_id=household_id,
        until__isnull=True,
        case__ended_on__isnull=True,
        case__voided_at__isnull=True,
    )
    return list(rows.select_related("membership__user", "organisation", "case").order_by("since", "id"))


def worker_of(case: Case, membership_id: UUID) -> CaseWorker | None:
    """The open line of somebody at work, if there is one."""
    return case.workers.filter(membership_id=membership_id, until__isnull=True).first()


def grants_now(household_id: UUID, day: date) -> list[Grant]:
    """The openings of a family to others that hold today."""
    return list(
        Grant.objects.standing(day)
        .filter(household_id=household_id)
        .select_related("to_team", "to_organisation")
        .order_by("-level", "since", "id")
    )


def members_of(team_ids: Iterable[UUID], day: date) -> QuerySet[TeamMembership]:
    """Who works in these teams today with a role that sees families."""
    return (
        TeamMembership.objects.filter(now_in(day), team_id__in=list(team_ids), membership__role__in=SIGHTED)
        .exclude(membership__kind=MembershipKind.USER_MEMBER)
        .filter(Q(membership__until__isnull=True) | Q(membership__until__gt=day), membership__since__lte=day)
        .select_related("membership__user", "membership__organisation", "team")
        .order_by("team__name", "membership__user__name", "id")
    )


def candidates(case: Case, day: date) -> list[Candidate]:
    """Who could work with this family: the team in charge, and who has been granted its record. Two queries."""
    record = [grant for grant in grants_now(case.household_id, day) if grant.level >= Level.RECORD]
    granted_teams = {grant.to_team_id for grant in record if grant.to_team_id}
    found = {
        place.membership_id: Candidate(
            place.membership,
            place.profession,
            Standing(in_team=place.team_id == case.team_id, granted=place.team_id != case.team_id),
            place.team_id,
        )
        # The team in charge last, so that it wins for who works in both.
        for place in sorted(
            members_of({case.team_id, *granted_teams}, day), key=lambda one: one.team_id == case.team_id
        )
    }
    bodies = [grant.to_organisation_id for grant in record if grant.to_organisation_id]
    for hat in _hats_of(bodies, day):
        found.setdefault(hat.pk, Candidate(hat, Profession.OTHER, Standing(granted=True)))
    return list(found.values())


def candidates_not_at_work(case: Case, day: date) -> list[Candidate]:
    """Who could, and does not yet."""
    at_work = set(case.workers.filter(until__isnull=True).values_list("membership_id", flat=True))
    return [one for one in candidates(case, day) if one.membership.pk not in at_work]


def _hats_of(organisation_ids: list[UUID], day: date) -> Iterable[Membership]:
    if not organisation_ids:
        return []
    return (
        Membership.objects.filter(now_in(day), organisation_id__in=organisation_ids)
        .filter(role__in=[*SIGHTED, *with_sight(Sight.GRANTED)])
        .exclude(kind=MembershipKind.USER_MEMBER)
        .select_related("user", "organisation")
    )


def standing_in(team_id: UUID, membership_id: UUID, day: date) -> Candidate | None:
    """How somebody stands to a team, with their profession there; None where they are not of it today."""
    place = members_of([team_id], day).filter(membership_id=membership_id).first()
    return Candidate(place.membership, place.profession, Standing(in_team=True), team_id) if place else None


def members_now(team_id: UUID, day: date) -> set[UUID]:
    """Hats at work in a team today."""
    return set(members_of([team_id], day).values_list("membership_id", flat=True))


def teams_at_work() -> QuerySet[Team]:
    """Teams that a family can be given to."""
    return Team.objects.filter(closed_on__isnull=True).select_related("organisation").order_by("name", "id")


def teams_for(case: Case, mine: Iterable[UUID]) -> QuerySet[Team]:
    """Who could take this family in charge: the team of now, one's own, and those of its municipality."""
    near = (
        Q(municipality_codes__contains=[case.household.municipality_code])
        if case.household.municipality_code
        else Q()
    )
    own = Q(pk__in=[case.team_id, *mine])
    return teams_at_work().filter(own | (near & Q(kind=TeamKind.TEAM)) if near else own)


def my_teams(viewer: Viewer) -> list[Team]:
    """The teams whose families the viewer sees: those that accompany first, then the desks, by name."""
    return list(Team.objects.filter(pk__in=viewer.team_ids).order_by("-kind", "name", "id"))
