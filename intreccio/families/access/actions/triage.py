"""The desk reads, chooses how soon and what first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.models import Signal, SignalStep, SignalWord, Triage
from intreccio.families.access.queries.desks import workers_of
from intreccio.families.access.queries.signals import household_in_sight
from intreccio.families.access.rules import triage as rules
from intreccio.families.access.vocabulary import SignalState, Urgency
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.actions.deeds import record_family_deed

_ONCE_READ = Case(When(state=SignalState.RECEIVED, then=Value(SignalState.READ.value)), default=F("state"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A step as the desk chooses it; `message` goes to who signalled."""

    step: str
    to: UUID | None = None
    by_when: date | None = None
    reason: str = ""
    note: str = ""
    message: str = ""


def at_the_desk(triage: Triage, by: Viewer) -> None:
    """Raises Refused for who sees a signal only through its family, and for what has been erased."""
    if triage.desk_id not in by.team_ids:
        raise Refused(
            _("Lo decide chi lavora allo sportello che ha ricevuto la segnalazione."),
            code="not_at_the_desk",
            way_out=_("Chiedete allo sportello: il nome è scritto nella pagina."),
        )
    if triage.signal.erased_on:
        raise Refused(
            _("Le parole di questa segnalazione sono state cancellate: non si può più riprendere."),
            code="erased",
            way_out=_("Se la preoccupazione torna, raccogliete una segnalazione nuova."),
        )


def locked(triage: Triage) -> Triage:
    """The row as it stands, to be written. Raises Refused where the signal has gone on to another desk meanwhile.

    Whoever writes about a signal takes this row first, and the signal's own afterwards: nobody waits in a circle.
    """
    kept = (
        Triage.objects.select_for_update(of=("self",)).select_related("signal").filter(pk=triage.pk).first()
    )
    if kept is None:
        raise Refused(
            _("Nel frattempo questa segnalazione è passata a un altro sportello."),
            code="passed_on",
            way_out=_("Dove è andata è scritto tra le segnalazioni passate."),
        )
    return kept


def mark_read(triage: Triage, *, by: Viewer) -> bool:
    """The first opening at this desk: once, whoever opens next. True when this was it.

    Who signalled is told of the first desk that read it: one that receives it later does not change that day.
    """
    if not policies.choose_first_step(by) or triage.desk_id not in by.team_ids:
        return False
    rows = Triage.objects.filter(pk=triage.pk)
    if triage.read_by or not rows.filter(read_by=None).update(
        read_by=by.membership_id, state=_ONCE_READ, has_news=False
    ):
        if triage.has_news:
            rows.update(has_news=False)
        return False
    Signal.objects.filter(pk=triage.signal_id, read_at=None).update(read_at=now())
    triage.refresh_from_db(fields=["state", "read_by", "has_news"])
    triage.signal.refresh_from_db(fields=["read_at"])
    record_deed("signal.read", triage, by=by)
    return True


@transaction.atomic
def set_urgency(triage: Triage, urgency: str, *, by: Viewer, version: int) -> None:
    """A person chooses how soon; the days come from the parameters and count from the day it arrived."""
    policies.choose_first_step.require(by)
    at_the_desk(triage, by)
    received = timezone.localdate(triage.signal.received_at)
    due = rules.due_on(received, urgency, value_at("signal_days_by_urgency", received))
    changed = write_over(
        triage, version=version, urgency=Urgency(urgency), due_on=due, urgency_by=by.membership_id
    )
    if changed:
        record_deed("signal.urgency_set", triage, by=by, urgency=str(urgency))


@transaction.atomic
def choose_first_step(triage: Triage, choice: Choice, *, by: Viewer, version: int, today: date) -> SignalStep:
    """One of the six choices, with who and within when; a word to who signalled in the same act where there is one."""
    policies.choose_first_step.require(by)
    at_the_desk(triage, by)
    told = bool(choice.message.strip())
    refuse_if(_why_not(triage, choice, told=told, today=today), code="step")
    write_over(
        triage,
        version=version,
        state=rules.state_after(choice.step, told=told),
        step=choice.step,
        assigned_to_id=choice.to,
        assigned_until=choice.by_when,
    )
    step = SignalStep(
        signal_id=triage.signal_id,
        desk_id=triage.desk_id,
        at=now(),
        step=choice.step,
        to_id=choice.to,
        by_when=choice.by_when,
        reason=choice.reason,
        note=choice.note.strip(),
        by=by.membership_id,
    )
    step.save(force_insert=True)
    if told:
        _say(triage, choice.message.strip(), by)
    record_deed(
        "signal.step_chosen", triage, by=by, step=str(choice.step), reason=str(choice.reason), told=told
    )
    return step


def _why_not(triage: Triage, choice: Choice, *, told: bool, today: date) -> Any:
    teams = [team for team in (triage.desk_id, triage.team_id) if team]
    if choice.to and choice.to not in dict(workers_of(teams, today)):
        return _("Chi se ne occupa deve lavorare allo sportello o nell'équipe della famiglia.")
    return rules.why_not_step(
        triage.state,
        choice.step,
        told=told,
        somebody=choice.to is not None,
        by_when=choice.by_when,
        reason=choice.reason,
        note=choice.note,
        today=today,
    )


def _say(triage: Triage, words: str, by: Viewer) -> None:
    SignalWord(
        signal_id=triage.signal_id,
        desk_id=triage.desk_id,
        at=now(),
        from_desk=True,
        words=words,
        by=by.membership_id,
    ).save(force_insert=True)


def follow(
    triage: Triage,
    *,
    by: Viewer,
    event: str,
    version: int | None = None,
    codes: Mapping[str, Any] | None = None,
    **changes: Any,
) -> None:
    """Writes over a triage row (locked, or as it was read at `version`), and records why."""
    changed = write_over(triage, version=triage.version if version is None else version, **changes)
    record_deed(event, triage, by=by, fields=changed, **(codes or {}))


def record_deed(
    kind: str, triage: Triage, *, by: Viewer, fields: set[str] | None = None, **codes: Any
) -> None:
    """An act about a signal, with the codes of its family where the actor sees one."""
    signal, said = triage.signal, {"signal": str(triage.signal_id), "state": str(triage.state), **codes}
    # A family that has been handed over since may be out of the desk's sight.
    household = household_in_sight(by, triage.household_id)
    if household is not None:
        record_family_deed(kind, signal, household, by=by, fields=fields or (), **said)
        return
    place = {"municipality": signal.municipality_code, "desk": str(triage.desk_id), "source": signal.source}
    record(kind, signal, by=by, fields=fields or (), codes={**place, **said})
