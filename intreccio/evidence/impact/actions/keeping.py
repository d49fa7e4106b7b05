"""The facts of one act, written with it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.rules.facts import FactDraft, facts_of
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.kernel.models import Event
from intreccio.parties.organisations.models import Team


def keep_facts(event: Event) -> None:
    """Writes what an act leaves behind; most acts leave nothing."""
    drafts = facts_of(event.kind, event.codes, day_of(event.at))
    if drafts:
        Fact.objects.bulk_create(
            Fact(organisation_id=body_of(draft.team), **columns(draft)) for draft in drafts
        )


def day_of(moment: datetime) -> date:
    """The day of an act, in Italy."""
    return timezone.localtime(moment).date()


def columns(draft: FactDraft) -> dict[str, Any]:
    """A draft as its row has it, but for whose it is."""
    names = ("kind", "week", "municipality_code", "need_code", "outcome", "reason", "value")
    return {"ages": list(draft.ages), **{name: getattr(draft, name) for name in names}}


def body_of(team: str) -> UUID | None:
    """The body that leads a team; None where no team answered."""
    return _lead(UUID(team)) if team else None


@kept
def _lead(team_id: UUID) -> UUID | None:
    return Team.objects.filter(pk=team_id).values_list("organisation_id", flat=True).first()


def leads(teams: Iterable[tuple[UUID, UUID]]) -> dict[str, UUID]:
    """By the team's id as events write it."""
    return {str(team): body for team, body in teams}
