"""ISEE of a household: written, corrected. A mistake is voided like any other row (`voiding`)."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
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
from intreccio.parties.people.models import Household, Isee, Person
from intreccio.parties.people.rules.isee import (
    last_day,
    tidy_number,
    why_not_child,
    why_not_number,
    why_not_write_isee,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What an attestation says, euro; without a last day it holds as the law says."""

    kind: str
    value: Decimal
    issued_on: date
    valid_until: date | None = None
    number: str = ""
    has_omissions: bool = False
    person_id: UUID | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        until = self.valid_until or last_day(self.kind, self.issued_on)
        return {**asdict(self), "valid_until": until, "number": tidy_number(self.number)}


@transaction.atomic
def write_isee(household: Household, paper: Paper, *, by: Viewer) -> Isee:
    """A new one. The one before stays to be read. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    row = Isee(household=household, team_id=household.team_id, **_columns(paper, household))
    row.save(force_insert=True)
    record_family_deed("isee.written", row, household, by=by, isee=row.kind)
    return row


@transaction.atomic
def edit_isee(row: Isee, paper: Paper, *, by: Viewer, version: int) -> None:
    """Corrects one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    changed = write_over(row, version=version, **_columns(paper, row.household))
    if changed:
        record_family_deed("isee.edited", row, row.household, by=by, fields=changed, isee=row.kind)


def _columns(paper: Paper, household: Household) -> dict[str, Any]:
    said = paper.columns
    refuse_if(why_not_child(paper.kind, paper.person_id), code="child")
    if paper.person_id:
        require_member(Person(pk=paper.person_id), household)
    days = {"issued_on": said["issued_on"], "valid_until": said["valid_until"]}
    refuse_if(why_not_write_isee(**days, today=today()) or why_not_number(said["number"]), code="isee")
    return said
