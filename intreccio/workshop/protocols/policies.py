"""Who may read, write and approve protocols. The database says the same: `organisations/migrations/0013_protocols`."""

from uuid import UUID

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Ability,
    Administrator,
    Coordinator,
    OrganisationLead,
    Psychologist,
    SocialWorker,
    may,
)
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer

read_protocols = may(
    "read_protocols",
    _("leggere i protocolli della rete"),
    *PROFESSIONALS,
    OrganisationLead,
    Administrator,
)
write_protocols = may(
    "write_protocols", _("preparare una bozza di un protocollo"), Coordinator, OrganisationLead
)
approve_protocols = may(
    "approve_protocols",
    _("approvare con il proprio nome un protocollo scritto da altri"),
    Coordinator,
    SocialWorker,
    Psychologist,
)


def is_ours(viewer: Viewer, organisation_id: UUID | None) -> bool:
    """Of the whole network, or of the own body."""
    return organisation_id in (None, viewer.organisation_id)


def writes(viewer: Viewer, organisation_id: UUID | None) -> bool:
    """Whether a draft of it is theirs to write."""
    return write_protocols(viewer) and is_ours(viewer, organisation_id)


def approves(viewer: Viewer, organisation_id: UUID | None) -> bool:
    """Whether it is theirs to approve, if others wrote it."""
    return approve_protocols(viewer) and is_ours(viewer, organisation_id)


def require_writes(viewer: Viewer, organisation_id: UUID | None) -> None:
    """Raises NotAllowed for who does not write this protocol."""
    _require(write_protocols, viewer, organisation_id)


def require_approves(viewer: Viewer, organisation_id: UUID | None) -> None:
    """Raises NotAllowed for who does not approve this protocol."""
    _require(approve_protocols, viewer, organisation_id)


def _require(ability: Ability, viewer: Viewer, organisation_id: UUID | None) -> None:
    ability.require(viewer)
    if not is_ours(viewer, organisation_id):
        raise NotAllowed(now_("È il protocollo di un altro ente: lo cura chi ci lavora."), code="other_body")
