"""Teams: one's own, those that could take a family, those it has been opened to."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.cases.models import Case
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.organisations.vocabulary import TeamKind
from intreccio.parties.people.models import Grant

MOST_TEAMS = 60  # more than anybody chooses from: a whole body's


def grants_now(household_id: UUID, day: date) -> list[Grant]:
    """The openings of a family to others that hold today."""
    return list(
        Grant.objects.standing(day)
        .filter(household_id=household_id)
        .select_related("to_team", "to_organisation")
        .order_by("-level", "since", "id")
    )


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
    """The teams whose families the viewer sees, to choose from: those that accompany first, then the desks, by name."""
    if len(viewer.team_ids) > MOST_TEAMS:
        return []
    return list(Team.objects.filter(pk__in=viewer.team_ids).order_by("-kind", "name", "id"))
