"""Who sees a family and who has looked, in a few lines for the page of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from intreccio.families.cases.queries.teams import grants_now
from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Grant, Household

LAST = 3


@dataclass(frozen=True, slots=True)
class Windows:
    """To whom a family is open, by what becomes of it when another body's team receives the family."""

    stay: list[str]
    close: list[str]


def windows_of(household: Household, day: date) -> Windows:
    """Every grant that is not over; those of the giving body close with a hand-over (`people.actions.grants`)."""
    grants = Grant.objects.not_over(day).filter(household=household)
    ours = set(grants.to_body(household.team.organisation_id).values_list("pk", flat=True))
    to = [
        (row.pk in ours, str(row.to_team or row.to_organisation))
        for row in grants.select_related("to_team", "to_organisation")
    ]
    return Windows(
        stay=sorted({name for closes, name in to if not closes}),
        close=sorted({name for closes, name in to if closes}),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened a page of the family."""

    at: datetime
    name: str


def last_looks(household_id: UUID) -> Iterable[Look]:
    """The last people who opened anything of this family, each once."""
    name = User.objects.filter(pk=OuterRef("user_id")).values("name")[:1]
    rows = (
        Reading.objects.filter(household_id=household_id, user_id__isnull=False)
        .order_by("-at")
        .annotate(reader=Subquery(name))
        .values_list("at", "reader")[: LAST * 5]
    )
    seen: dict[str, Look] = {}
    for at, reader in rows:
        if reader:
            seen.setdefault(reader, Look(at, reader))
    return list(seen.values())[:LAST]


def sight_of(household_id: UUID, day: date) -> dict[str, Any]:
    """`grants` and `looks`: to whom else a family is open today, and who has looked last."""
    return {"grants": grants_now(household_id, day), "looks": last_looks(household_id)}
