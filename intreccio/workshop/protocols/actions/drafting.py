"""Drafts: begun from a version, written part by part, annulled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.queries.versions import stage_of, waits
from intreccio.workshop.protocols.rules.definition import why_not_protocol
from intreccio.workshop.protocols.rules.parts import why_not_remove, with_part, without_part
from intreccio.workshop.protocols.rules.starting import why_not_begin_draft, why_not_copy, why_not_edit


@transaction.atomic
def begin_protocol_draft(base: ProtocolVersion, *, by: Viewer) -> ProtocolVersion:
    """A draft with the words of another version. Raises Refused where one is being written, or nobody has approved those words."""
    policies.require_writes(by, base.protocol.organisation_id)
    refuse_if(why_not_copy(stage_of(base), shipped=bool(base.shipped)), code="unapproved")
    refuse_if(why_not_begin_draft(waiting=waits(base.protocol)), code="one_draft")
    return _write(base.protocol, base, by=by)


@transaction.atomic
def adapt_protocol(base: ProtocolVersion, *, by: Viewer) -> ProtocolVersion:
    """The own body's protocol, beginning with words that somebody has approved. Raises Refused as above."""
    policies.require_writes(by, by.organisation_id)
    refuse_if(why_not_copy(stage_of(base), shipped=bool(base.shipped)), code="unapproved")
    own, is_new = _own(base.protocol.code, by.organisation_id)
    if is_new:
        own.save(force_insert=True)
    refuse_if(why_not_begin_draft(waiting=waits(own)), code="one_draft")
    return _write(own, base, by=by)


def begun_at_once() -> Refused:
    """Two began in the same moment: the database lets one of them."""
    return Refused(
        _("Nello stesso momento qualcun altro ha cominciato una bozza di questo protocollo."),
        code="one_draft",
        way_out=_("Torna al protocollo: la bozza è fra le versioni."),
    )


def _own(code: str, organisation_id: UUID) -> tuple[Protocol, bool]:
    there = Protocol.objects.filter(code=code, organisation_id=organisation_id).first()
    return there or Protocol(code=code, organisation_id=organisation_id), there is None


def _write(protocol: Protocol, base: ProtocolVersion, *, by: Viewer) -> ProtocolVersion:
    last = protocol.versions.aggregate(last=Max("number"))["last"] or 0
    draft = ProtocolVersion(
        protocol=protocol, number=last + 1, definition=base.definition, base=base, written_at=now()
    )
    draft.save(force_insert=True)
    draft.refresh_from_db()  # who wrote it is written by the database
    record("protocol.drafted", draft, by=by, codes={"protocol": protocol.code, "from": str(base.pk)})
    return draft


@transaction.atomic
def edit_protocol_version(
    draft: ProtocolVersion, *, title: str, lead: str, zero: str, version: int, by: Viewer
) -> None:
    """Its title, what it is for, and the name of its day."""
    heading = {"title": title, "lead": lead, "zero": {**draft.definition["zero"], "label": zero}}
    _write_over(draft, {**draft.definition, **heading}, version=version, by=by, part="heading")


@transaction.atomic
def add_protocol_part(
    draft: ProtocolVersion, kind: str, said: Mapping[str, Any], *, version: int, by: Viewer
) -> None:
    """A step, a page of the guide, a letter more."""
    # A code of its own, never one that an earlier version gave to something else: versions are compared by it.
    part = {"code": new_key().hex[-12:], **said}
    _write_over(draft, with_part(draft.definition, kind, part), version=version, by=by, part=kind)


@transaction.atomic
def edit_protocol_part(
    draft: ProtocolVersion, kind: str, part: Mapping[str, Any], *, version: int, by: Viewer
) -> None:
    """A part written over, under its code."""
    _write_over(draft, with_part(draft.definition, kind, part), version=version, by=by, part=kind)


@transaction.atomic
def remove_protocol_part(draft: ProtocolVersion, kind: str, code: str, *, version: int, by: Viewer) -> None:
    """A part taken out of the draft; the version that it came from still has it. Raises Refused for the last step."""
    refuse_if(why_not_remove(draft.definition, kind), code="last_step")
    _write_over(draft, without_part(draft.definition, kind, code), version=version, by=by, part=kind)


def _write_over(
    draft: ProtocolVersion, definition: dict[str, Any], *, version: int, by: Viewer, part: str
) -> None:
    """Raises Refused with the reason, or Changed where somebody wrote first."""
    policies.require_writes(by, draft.protocol.organisation_id)
    refuse_if(why_not_edit(stage_of(draft), shipped=bool(draft.shipped)), code="stays")
    refuse_if(_first(why_not_protocol(definition)), code="unsound")
    if write_over(draft, version=version, definition=definition, written_at=now()) - {"written_at"}:
        record("protocol.edited", draft, by=by, fields=[part], codes={"protocol": draft.protocol.code})


def _first(reasons: list[Words]) -> Words | None:
    return reasons[0] if reasons else None


@transaction.atomic
def void_protocol_version(draft: ProtocolVersion, *, reason: str, by: Viewer) -> None:
    """A draft that goes no further: it stays to be read, with its reason, and another may be begun."""
    policies.require_writes(by, draft.protocol.organisation_id)
    refuse_if(why_not_edit(stage_of(draft), shipped=bool(draft.shipped)), code="stays")
    void(draft, by=by, reason=reason)
    record("protocol.voided", draft, by=by, codes={"protocol": draft.protocol.code})
