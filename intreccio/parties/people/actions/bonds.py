"""What holds a family to the world outside, as they tell it: written, corrected, ended."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Bond, Household, Person
from intreccio.parties.people.rules.bonds import why_not_bond


@dataclass(frozen=True, slots=True)
class Bonded:
    """A bond as it is told; without a person it is the whole home's."""

    to: str
    sphere: str
    quality: str
    flow: str
    person_id: UUID | None = None
    said_by: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        return {**asdict(self), "to": self.to.strip(), "said_by": self.said_by.strip()}


@transaction.atomic
def add_bond(household: Household, said: Bonded, *, by: Viewer) -> Bond:
    """A new one. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    _check(household, said)
    row = Bond(household=household, team_id=household.team_id, **said.columns)
    row.save(force_insert=True)
    record_family_deed("bond.added", row, household, by=by, sphere=row.sphere, quality=row.quality)
    return row


@transaction.atomic
def edit_bond(row: Bond, said: Bonded, *, by: Viewer, version: int) -> None:
    """Corrects or ends one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    _check(row.household, said)
    changed = write_over(row, version=version, **said.columns)
    if changed:
        record_family_deed(
            "bond.edited", row, row.household, by=by, fields=changed, sphere=row.sphere, quality=row.quality
        )


def _check(household: Household, said: Bonded) -> None:
    refuse_if(why_not_bond(since=said.since, until=said.until, today=today()), code="bond")
    for person in Person.objects.filter(pk__in=[said.person_id] if said.person_id else []):
        require_member(person, household)
