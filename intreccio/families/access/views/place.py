"""Where a signal or a conversation comes from: of a family whose address is protected, not for everybody who reads it."""

from typing import Any
from uuid import UUID

from intreccio.families.access.models import Contact, Triage
from intreccio.families.access.queries.desks import place_names
from intreccio.families.access.rules.places import may_read_place
from intreccio.ground.accounts.roles import OrganisationLead
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household


def in_sight(row: Triage | Contact) -> UUID | None:
    """The family of a row; None where it is nobody's yet, or of one that has been handed over out of sight."""
    return row.household.pk if row.household is not None else None


def shown_place(
    viewer: Viewer, row: Triage | Contact, household: Household | None, municipality_code: str
) -> dict[str, Any]:
    """`place`, and `shows_place`: whether places, and desks that bear their name, may be drawn."""
    teams: set[UUID | None] = {row.desk_id, row.team_id}
    shows = may_read_place(
        is_protected=household is not None and household.is_protected,
        works_here=viewer.role != OrganisationLead.code and not teams.isdisjoint(viewer.team_ids),
    )
    name = place_names([municipality_code]).get(municipality_code, "") if shows else ""
    return {"place": name, "shows_place": shows}
