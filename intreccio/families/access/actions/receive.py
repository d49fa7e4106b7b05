"""A worry arrives: from the public form, from a partner, or written down at the desk for somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.models import Signal, SignalSender, SignalWord, Triage
from intreccio.families.access.queries.desks import open_desks
from intreccio.families.access.rules.competence import Desk, desk_for
from intreccio.families.access.rules.receipts import as_kept, code_from
from intreccio.families.access.rules.triage import first_due
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.tally import bucket_of
from intreccio.ground.kernel.viewer import Actor, House, Viewer
from intreccio.ground.parameters.queries import value_at

PUBLIC_FORM = House("public_form")
SIGNALLER = House("signaller")  # somebody who has an account, named in the sender's row and nowhere else


@dataclass(frozen=True, slots=True)
class Said:
    """A worry, as it was written."""

    source: int
    municipality_code: str
    facts: str
    knows: str
    worry: str = ""
    good: str = ""
    children: str = ""
    family: str = ""
    danger_now: bool = False


@dataclass(frozen=True, slots=True)
class From:
    """Who signals; all of it may be empty."""

    name: str = ""
    reach: str = ""
    relation: str = ""
    membership_id: UUID | None = None


def receipt_for(once: UUID) -> str:
    """The receipt code of a form: the same for the same one-time key, so that a second tap shows it again."""
    return code_from(int(bucket_of("receipt", str(once)), 16))


def digest_of(code: str) -> str | None:
    """What is kept of a receipt code; None for what cannot be one."""
    kept = as_kept(code)
    return bucket_of("receipt code", kept) if kept else None


@transaction.atomic
def send_signal(said: Said, sender: From, *, receipt: str, today: date) -> Signal:
    """From the public form, as the house: nobody has signed in. The house can write it and cannot read it back."""
    return _receive(said, sender, by=PUBLIC_FORM, written_by=None, receipt=receipt, today=today)


@transaction.atomic
def create_signal(
    said: Said, sender: From, *, by: Viewer, on_behalf: bool, receipt: str, today: date
) -> Signal:
    """By somebody who has signed in: in their own name, or at the desk for somebody who telephoned."""
    policies.create_signal.require(by)
    written_by = by.membership_id if on_behalf else None
    return _receive(said, sender, by=by, written_by=written_by, receipt=receipt, today=today)


def _receive(
    said: Said, sender: From, *, by: Actor, written_by: UUID | None, receipt: str, today: date
) -> Signal:
    desk = _competent(said.municipality_code, today)
    signal = Signal(
        code=_next_code(today),
        receipt=digest_of(receipt) or "",
        received_at=now(),
        desk_id=desk.id,
        source=said.source,
        municipality_code=said.municipality_code,
        facts=said.facts,
        worry=said.worry,
        good=said.good,
        children=said.children,
        family=said.family,
        knows=said.knows,
        danger_now=said.danger_now,
        written_by=written_by,
    )
    signal.save(force_insert=True)
    SignalSender(
        signal=signal,
        desk_id=desk.id,
        name=sender.name,
        reach=sender.reach,
        relation=sender.relation,
        membership_id=sender.membership_id,
    ).save(force_insert=True)
    due = first_due(today, danger_now=said.danger_now, days=value_at("signal_days_by_urgency", today))
    Triage(id=signal.pk, signal=signal, desk_id=desk.id, due_on=due).save(force_insert=True)
    codes = {"source": int(said.source), "municipality": said.municipality_code, "desk": str(desk.id)}
    keep = record_unnamed if sender.membership_id else partial(record, by=by)
    keep("signal.received", signal, codes={**codes, "danger": said.danger_now})
    return signal


def record_unnamed(kind: str, subject: Signal | SignalWord, *, codes: Mapping[str, Any]) -> None:
    """An act of who signals with an account. An event outlives the signal: it never says who they are."""
    with acting(SIGNALLER):
        record(kind, subject, by=SIGNALLER, codes=codes)


def _competent(municipality_code: str, today: date) -> Desk:
    desk = desk_for(municipality_code, open_desks(today))
    if desk is None:
        raise Refused(
            _("Per questo comune non c'è ancora uno sportello che riceva le segnalazioni."),
            code="no_desk",
            way_out=_(
                "Se c'è un pericolo chiama il 112 o il 114. Altrimenti rivolgiti ai servizi sociali del comune."
            ),
        )
    return desk


def _next_code(day: date) -> str:
    """The next short code that the desk reads, as S-2026-0318. Gaps are possible and mean nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('access_signal_number')")
        (number,) = cursor.fetchone() or (0,)
    return f"S-{day.year}-{number:04d}"
