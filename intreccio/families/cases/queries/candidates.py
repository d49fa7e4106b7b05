"""Who could work with a family: the people of its team, and those a grant of the record opens it to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.cases.rules.workers import Standing
from intreccio.ground.accounts.roles import Sight, with_sight
from intreccio.parties.organisations.models import Membership, TeamMembership
from intreccio.parties.organisations.vocabulary import MembershipKind, Profession
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


def members_of(team_ids: Iterable[UUID], day: date) -> QuerySet[TeamMembership]:
    """Who works in these teams today with a role that sees families."""
    return (
        TeamMembership.objects.filter(now_in(day), team_id__in=list(team_ids), membership__role__in=SIGHTED)
        .exclude(membership__kind=MembershipKind.USER_MEMBER)
        .filter(Q(membership__until__isnull=True) | Q(membership__until__gt=day), membership__since__lte=day)
        .select_related("membership__user", "membership__organisation", "team")
        .order_by("team__name", "membership__user__name", "id")
    )


def members_now(team_id: UUID, day: date) -> set[UUID]:
    """Hats at work in a team today."""
    return set(members_of([team_id], day).values_list("membership_id", flat=True))


def standing_in(team_id: UUID, membership_id: UUID, day: date) -> Candidate | None:
    """How somebody stands to a team, with their profession there; None where they are not of it today."""
    place = members_of([team_id], day).filter(membership_id=membership_id).first()
    return Candidate(place.membership, place.profession, Standing(in_team=True), team_id) if place else None


def candidates(case: Case, day: date, grants: list[Grant] | None = None) -> list[Candidate]:
    """Who could work with this family: the team in charge, and who has been granted its record. Two queries.

    grants: those that hold today, where they have been read already.
    """
    standing = grants_now(case.household_id, day) if grants is None else grants
    record = [grant for grant in standing if grant.level >= Level.RECORD]
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
