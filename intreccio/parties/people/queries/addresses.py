"""Where a household lives, and where it must not be found."""

from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.parties.people.models import HomeAddress, ProtectedAddress
from intreccio.parties.people.queries.households import Seen


def address_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> HomeAddress | None:
    """One address of a household."""
    return HomeAddress.objects.filter(household_id=household_id, pk=row_id).first()


def standing_address(household_id: UUID) -> HomeAddress | None:
    """Where a household lives now."""
    rows = HomeAddress.objects.filter(household_id=household_id, until__isnull=True, voided_at__isnull=True)
    return rows.order_by("-since", "-id").first()


def standing_protected(household_id: UUID) -> ProtectedAddress | None:
    """The same, where it must not be found."""
    rows = ProtectedAddress.objects.filter(
        household_id=household_id, until__isnull=True, voided_at__isnull=True
    )
    return rows.order_by("-since", "-id").first()


def protected_addresses(viewer: Viewer, household_id: UUID) -> list[ProtectedAddress]:
    """The present one first, then those that ended or were a mistake. Only for who works in the team in charge."""
    rows = ProtectedAddress.objects.filter(household_id=household_id).order_by("-since", "-id")
    return sorted(rows, key=lambda row: (row.voided_at is not None, row.until is not None))


def place_of(code: str) -> str:
    """The name of a municipality; empty where there is none."""
    found = municipalities_by_istat([code]).get(code)
    return found.name if found else ""


def addresses_of(viewer: Viewer, seen: Seen) -> list[tuple[HomeAddress, str]]:
    """Every address with its municipality, present ones first; none where the address is protected."""
    if not seen.shows_contact or seen.household.is_protected:
        return []
    rows = list(HomeAddress.objects.filter(household=seen.household).order_by("-since", "-id"))
    places = municipalities_by_istat(row.municipality_code for row in rows)
    rows.sort(key=lambda row: (row.voided_at is not None, row.until is not None))
    return [
        (row, places[row.municipality_code].name if row.municipality_code in places else "") for row in rows
    ]
