"""A worker along a protocol: begun for oneself, read by whom one names, gone step by step, ended by oneself.

Its acts name nobody's loss: the step stands in the row, which its own list of persons reads, and not in the event.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import NotAllowed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.network.staff import policies
from intreccio.network.staff.models import PathReader, WorkerMark, WorkerPath
from intreccio.network.staff.queries import colleagues_of, may_begin, who_could_read
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.versions import stage_of
from intreccio.workshop.protocols.rules.definition import codes_of
from intreccio.workshop.protocols.rules.running import (
    why_not_end,
    why_not_go_on,
    why_not_loss,
    why_not_mark,
    why_not_zero,
)
from intreccio.workshop.protocols.rules.starting import why_not_start
from intreccio.workshop.protocols.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class Lost:
    """From which day it is counted, what was lost, and who reads it beside the person."""

    zero: date
    loss: str
    readers: frozenset[UUID] = frozenset()


@transaction.atomic
def begin_worker_path(version: ProtocolVersion, lost: Lost, *, by: Viewer, today: date) -> WorkerPath:
    """Begins one for oneself. Raises Refused with the reason: not approved, begun already, a day too far."""
    require_may_begin(by)
    refuse_if(why_not_start(stage_of(version)), code="stage")
    if Subject.WORKER not in version.definition["about"]:
        raise Http404
    refuse_if(why_not_zero(lost.zero, today=today), code="zero")
    refuse_if(why_not_loss(lost.loss, codes_of(version.definition.get("losses", []))), code="loss")
    path = WorkerPath(
        user_id=by.user_id, protocol_version=version, zero=lost.zero, loss=lost.loss, begun_on=today
    )
    _save_once(path, Refused(_("È già cominciato, dallo stesso giorno."), code="begun"))
    record("worker_path.begun", path, by=by)
    _name(path, lost.readers, by=by, today=today)
    return path


@transaction.atomic
def name_readers(path: WorkerPath, readers: Iterable[UUID], *, by: Viewer, today: date) -> None:
    """They read it from now on. Raises Refused where one of them is no colleague."""
    held = _held(path, by=by, own=True)
    _name(held, readers, by=by, today=today)


@transaction.atomic
def remove_reader(path: WorkerPath, reader: PathReader, *, by: Viewer, today: date) -> None:
    """From now on they read nothing of it."""
    held = _held(path, by=by, own=True, over=True)
    if not held.readers.filter(pk=reader.pk, until__isnull=True).update(until=today):
        raise Http404
    record("worker_path.reader_removed", reader, by=by)


@transaction.atomic
def mark_worker_step(
    path: WorkerPath, step: str, state: str, *, day: date, words: str, by: Viewer, today: date
) -> None:
    """What was done of a step, by the person or whom they named. Raises Refused with the reason."""
    held = _held(path, by=by)
    if step not in codes_of(held.protocol_version.definition["steps"]):
        raise Http404
    refuse_if(why_not_mark(state, words, day, today=today), code="mark")
    mark = WorkerMark(path=held, step=step, state=state, day=day, words=words.strip(), by_id=by.user_id)
    _save_once(mark, Refused(_("È già scritto: ricarica la pagina."), code="marked"))
    record("worker_path.step_marked", mark, by=by)


@transaction.atomic
def void_worker_mark(path: WorkerPath, mark: WorkerMark, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable, and the step waits again."""
    held = _held(path, by=by)
    row = held.marks.filter(pk=mark.pk, voided_at__isnull=True).first()
    if row is None:
        raise Http404
    if by.user_id not in (row.by_id, held.user_id):
        raise NotAllowed(_("La annulla chi l'ha scritta, o la persona di cui è il percorso."), code="author")
    void(row, by=by, reason=reason.strip())
    record("worker_path.mark_voided", row, by=by)


@transaction.atomic
def end_worker_path(path: WorkerPath, *, day: date, version: int, by: Viewer, today: date) -> None:
    """Ends it, without a reason: nobody asks for one. Raises Refused, or Changed where it was written meanwhile."""
    held = _held(path, by=by, own=True)
    refuse_if(why_not_end(day, begun=held.begun_on, today=today), code="end")
    write_over(held, version=version, ended_on=day)
    record("worker_path.ended", held, by=by)


def _held(path: WorkerPath, *, by: Viewer, own: bool = False, over: bool = False) -> WorkerPath:
    """Holds it as it stands now. own: only for whose it is; over: also where it has ended. Raises Http404, NotAllowed, Refused.

    Held only for what whose it is decides: a step is written by two hands, and the database says which came first.
    """
    rows = WorkerPath.objects.select_related("protocol_version")
    held = (
        (rows.select_for_update(of=("self",)) if own and path.user_id == by.user_id else rows)
        .filter(pk=path.pk)
        .first()
    )
    if held is None:
        raise Http404
    if own and held.user_id != by.user_id:
        raise NotAllowed(_("Decide la persona di cui è il percorso."), code="own")
    if not over:
        require_going_on(held)
    return held


def require_going_on(path: WorkerPath) -> None:
    """Raises Refused where it is over."""
    refuse_if(why_not_go_on(ended=path.ended_on is not None, voided=False), code="over")


def require_may_begin(by: Viewer) -> None:
    """Raises NotAllowed for who neither reads the network's protocols nor works in a member body."""
    policies.begin_worker_path.require(by)
    if not may_begin(by):
        raise NotAllowed(
            _("È per chi lavora in un ente della rete: chiedi a chi cura il tuo ente."),
            code="begin_worker_path",
        )


def _name(path: WorkerPath, readers: Iterable[UUID], *, by: Viewer, today: date) -> None:
    could = {key for key, _name in who_could_read(by, today, path=path)}
    bodies = {hat.user_id: hat.organisation_id for hat in colleagues_of(by, today)}
    for key in readers:
        if str(key) not in could:
            raise Refused(
                _("Scegli una persona che lavora con te, e che non lo legge ancora."), code="reader"
            )
        reader = PathReader(path=path, user_id=key, organisation_id=bodies[key], since=today)
        reader.save(force_insert=True)
        record("worker_path.reader_named", reader, by=by)


def _save_once(row: WorkerPath | WorkerMark, otherwise: Refused) -> None:
    """What somebody else has written first is told."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise otherwise from error
