"""Who may do what in the observatory. There is no family in it: whoever works in the network may read."""

from uuid import UUID

from intreccio.ground.accounts.roles import (
    BY_CODE,
    Administrator,
    Coordinator,
    OrganisationLead,
    Psychologist,
    Sight,
    SocialWorker,
)
from intreccio.ground.kernel.viewer import Viewer

AT_HAND = {role.code for role in (Coordinator, SocialWorker, Psychologist, OrganisationLead, Administrator)}


def has_it_at_hand(viewer: Viewer) -> bool:
    """Who finds it in the menu; the others reach it by its address."""
    return viewer.role in AT_HAND


def own_body(viewer: Viewer) -> UUID | None:
    """The body of whom numbers are told in full: that of who may open every family it answers for. Nobody else has one."""
    role = BY_CODE.get(viewer.role)
    return viewer.organisation_id if role and role.sight is Sight.ORGANISATION else None
