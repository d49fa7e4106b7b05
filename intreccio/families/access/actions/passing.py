"""A signal goes on to another desk: it changes hands with all its rows, and what remains here is that it has gone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.actions.triage import at_the_desk, locked, record_deed
from intreccio.families.access.models import SignalPass, SignalStep, Triage
from intreccio.families.access.queries.desks import open_desks
from intreccio.families.access.rules import passing as rules
from intreccio.families.access.vocabulary import FirstStep
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.refused import Changed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a signal goes and why; `note` is for who receives it, and is read only there."""

    to: UUID
    reason: str
    note: str = ""


@transaction.atomic
def pass_on_signal(triage: Triage, onward: Onward, *, by: Viewer, version: int, today: date) -> SignalPass:
    """Gives a signal to another desk of the network, which reads it from the beginning. Here nobody reads it any more."""
    policies.pass_on_signal.require(by)
    at_the_desk(triage, by)
    kept = locked(triage)
    if kept.version != version:
        raise Changed(kept)
    require_passable(kept)
    refuse_if(_why_not(kept, onward, {desk.id for desk in open_desks(today)}), code="pass_on")
    # Recorded first: afterwards the row is out of the giver's sight.
    record_deed("signal.passed_on", kept, by=by, to=str(onward.to), reason=str(onward.reason))
    trace = _write(kept, onward, by)
    _move(kept, onward.to)
    return trace


def require_passable(triage: Triage) -> None:
    """Raises Refused, with the way out, for a signal that is past being passed on."""
    heard = triage.signal.contacts.exists()
    late = rules.why_not_pass_on(triage.state, linked=triage.household_id is not None, heard=heard)
    if late is not None:
        raise Refused(late.reason, code="too_late_to_pass_on", way_out=late.way_out)


def _why_not(triage: Triage, onward: Onward, desks: Collection[UUID]) -> Any:
    here = rules.why_not_receive(onward.to, here=triage.desk_id, desks=desks)
    return here or rules.why_not_reason(onward.reason, onward.note)


def _write(triage: Triage, onward: Onward, by: Viewer) -> SignalPass:
    """What stays here, without words; and the note, which goes with the signal."""
    moment, signal = now(), triage.signal
    about = {"signal_id": signal.pk, "desk_id": triage.desk_id, "at": moment, "by": by.membership_id}
    trace = SignalPass(code=signal.code, to_id=onward.to, reason=onward.reason, **about)
    trace.save(force_insert=True)
    if note := onward.note.strip():
        SignalStep(step=FirstStep.PASS_ON, note=note, **about).save(force_insert=True)
    return trace


def _move(triage: Triage, to: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pass_on_signal(%s, %s)", [triage.signal_id, to])
        (moved,) = cursor.fetchone() or (False,)
    if not moved:
        raise Refused(_("Questo sportello non può più ricevere la segnalazione."), code="not_passed_on")
