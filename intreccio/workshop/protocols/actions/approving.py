"""A version approved by name: from then on it is the one that begins."""

from django.db import transaction

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.versions import stage_of
from intreccio.workshop.protocols.rules.starting import why_not_approve


@transaction.atomic
def approve_protocol_version(version: ProtocolVersion, *, read_at: int, by: Viewer) -> None:
    """Four eyes: whoever read it puts their name to it. Raises Refused for who wrote it, Changed where it was written since.

    read_at: the version number of the row that was read: nobody signs words that they have not seen.
    """
    policies.require_approves(by, version.protocol.organisation_id)
    refuse_if(
        why_not_approve(stage_of(version), authors=version.authors, reader=by.user_id), code="four_eyes"
    )
    signed = {"approved_at": now(), "approved_by_id": by.user_id, "approved_as": by.role}
    write_over(version, version=read_at, **signed)
    record("protocol.approved", version, by=by, codes={"protocol": version.protocol.code})
