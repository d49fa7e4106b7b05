"""Where a household lives, and where it must not be found."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import HomeAddress, Household, ProtectedAddress
from intreccio.parties.people.queries.addresses import standing_address, standing_protected
from intreccio.parties.people.rules.homes import why_not_begin, why_not_write_address

# Which address was read, and at which version; nothing where there was none.
Standing = tuple[UUID | None, int]
NONE: Standing = (None, 0)


@transaction.atomic
def write_address(
    household: Household, *, by: Viewer, since: date, standing: Standing = NONE, **values: Any
) -> HomeAddress:
    """Where they live from `since`; the address before it ends there, as it was read: its id and version.

    Raises Changed where another one stands by now.
    """
    require_charge(household, by=by, ability=policies.edit_household)
    _require_open(household, since)
    _require_standing(standing_address(household.pk), standing)
    _end(HomeAddress, household, since)
    row = HomeAddress(household=household, team_id=household.team_id, since=since, **values)
    row.save(force_insert=True)
    record_family_deed("address.written", row, household, by=by, place=row.municipality_code)
    return row


def _require_open(household: Household, since: date) -> None:
    refuse_if(why_not_write_address(is_protected=as_written(household.pk).is_protected), code="protected")
    refuse_if(why_not_begin(since=since, today=today()), code="day")


def _require_standing(row: HomeAddress | ProtectedAddress | None, read: Standing) -> None:
    if row is not None and (row.pk, row.version) != read:
        raise Changed(row)


def _end(model: type[HomeAddress] | type[ProtectedAddress], household: Household, day: date) -> None:
    open_rows = model.objects.filter(household=household, until__isnull=True, voided_at__isnull=True)
    for row in open_rows:
        write_over(row, version=row.version, until=max(day, row.since))


@transaction.atomic
def edit_address(row: HomeAddress, *, by: Viewer, version: int, **values: Any) -> None:
    """Corrects an address as read at `version`."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    _require_open(row.household, values.get("since", row.since))
    changed = write_over(row, version=version, **values)
    if changed:
        record_family_deed("address.edited", row, row.household, by=by, fields=changed)


@transaction.atomic
def protect_address(
    household: Household, *, by: Viewer, since: date, reason: str, standing: Standing = NONE, **values: Any
) -> ProtectedAddress:
    """Writes where somebody lives who must not be found, and marks the household as protected.

    Raises Changed where another protected address stands than the one that was read.
    """
    require_charge(household, by=by, ability=policies.protect_address)
    as_written(household.pk)
    refuse_if(why_not_begin(since=since, today=today()), code="day")
    _require_standing(standing_protected(household.pk), standing)
    _end(HomeAddress, household, since)
    _end(ProtectedAddress, household, since)
    row = ProtectedAddress(
        household=household, team_id=household.team_id, since=since, reason=reason.strip(), **values
    )
    row.save(force_insert=True)
    mark_protected(household)
    record_family_deed("address.protected", row, household, by=by)
    return row


def mark_protected(household: Household) -> None:
    """A household is protected as long as it has a protected address; so long its own row says no municipality."""
    rows = ProtectedAddress.objects.filter(household=household, until__isnull=True, voided_at__isnull=True)
    now_protected = rows.exists()
    silence = {"municipality_code": ""} if now_protected else {}
    Household.objects.filter(pk=household.pk, is_protected=not now_protected).update(
        is_protected=now_protected, version=F("version") + 1, **silence
    )
    household.refresh_from_db(fields=["is_protected", "municipality_code", "version"])
