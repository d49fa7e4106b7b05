"""ISEE of a household: written, corrected. A mistake is voided like any other row (`voiding`)."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household, Isee
from intreccio.parties.people.rules.isee import last_day, tidy_number, why_not_number, why_not_write_isee


@transaction.atomic
def write_isee(
    household: Household,
    *,
    by: Viewer,
    kind: str,
    value: Decimal,
    issued_on: date,
    valid_until: date | None = None,
    number: str = "",
    has_omissions: bool = False,
) -> Isee:
    """A new one, euro; without a last day it holds as the law says. The one before stays to be read. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    until, number = valid_until or last_day(kind, issued_on), tidy_number(number)
    refuse_if(
        why_not_write_isee(issued_on=issued_on, valid_until=until, today=today()) or why_not_number(number),
        code="isee",
    )
    row = Isee(
        household=household, team_id=household.team_id, kind=kind, value=value, issued_on=issued_on,
        valid_until=until, number=number, has_omissions=has_omissions,
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("isee.written", row, household, by=by, isee=kind)
    return row


@transaction.atomic
def edit_isee(
    row: Isee,
    *,
    by: Viewer,
    version: int,
    kind: str,
    value: Decimal,
    issued_on: date,
    valid_until: date | None = None,
    number: str = "",
    has_omissions: bool = False,
) -> None:
    """Corrects one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    until, number = valid_until or last_day(kind, issued_on), tidy_number(number)
    refuse_if(
        why_not_write_isee(issued_on=issued_on, valid_until=until, today=today()) or why_not_number(number),
        code="isee",
    )
    changed = write_over(
        row, version=version, kind=kind, value=value, issued_on=issued_on, valid_until=until, number=number,
        has_omissions=has_omissions,
    )  # fmt: skip
    if changed:
        record_family_deed("isee.edited", row, row.household, by=by, fields=changed, isee=kind)
