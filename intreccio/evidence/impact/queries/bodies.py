"""What a fact needs beside its act: the body that leads a team, the day in Italy."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from intreccio.ground.kernel.keeping import kept
from intreccio.parties.organisations.models import Team


def day_of(moment: datetime) -> date:
    """The day of an act."""
    return timezone.localtime(moment).date()


def body_of(team: str) -> UUID | None:
    """The body that leads a team, by the id that acts carry; None where no team answered."""
    return _lead(UUID(team)) if team else None


@kept
def _lead(team_id: UUID) -> UUID | None:
    return Team.objects.filter(pk=team_id).values_list("organisation_id", flat=True).first()


def bodies(using: str) -> dict[str, UUID]:
    """The same for every team at once."""
    return {str(team): body for team, body in Team.objects.using(using).values_list("pk", "organisation_id")}
