"""What a note settles without being typed twice: what was agreed and is done, a step of a path, the visit that comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.diary.actions.visits import Agreed, plan_visit
from intreccio.families.diary.models import VisitNote
from intreccio.families.diary.vocabulary import Audience
from intreccio.families.plans.actions import finish_action
from intreccio.families.plans.actions.paths import mark_step
from intreccio.families.plans.queries.paths import paths_of
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.vocabulary import Marked


@dataclass(frozen=True, slots=True)
class Settled:
    """Actions that are done, a step («path:code»), the visit agreed for the next step."""

    deeds: Sequence[UUID] = ()
    step: str = ""
    coming: Agreed | None = None


@transaction.atomic
def settle(note: VisitNote, settled: Settled, *, by: Viewer, today: date) -> None:
    """Each is written by its own act, with its own rules. Raises Refused: then the note is not written either."""
    for key in settled.deeds:
        _finish(note, key, by=by, today=today)
    if settled.step:
        _mark(note, settled.step, by=by, today=today)
    if settled.coming:
        plan_visit(note.case, _told(note, settled.coming), by=by, today=today)


def _told(note: VisitNote, coming: Agreed) -> Agreed:
    """Whoever reads the record reads its visits: what is said to fewer goes no further than its note."""
    return coming if note.audience == Audience.RECORD else replace(coming, what=_("Visita"), persons=())


def _finish(note: VisitNote, key: UUID, *, by: Viewer, today: date) -> None:
    action = next((row for row in open_actions(note.case) if row.pk == key), None)
    if action is None:
        raise Refused(_("Una delle azioni non è più da fare: guarda il progetto."), code="deed")
    finish_action(action, state=ActionState.DONE, version=action.version, by=by, today=today)


def _mark(note: VisitNote, step: str, *, by: Viewer, today: date) -> None:
    path_id, _colon, code = step.partition(":")
    path = next((row for row in paths_of(by, note.case) if str(row.pk) == path_id), None)
    if path is None:
        raise Refused(_("Questo percorso non c'è più: guarda la pagina della famiglia."), code="path")
    # Whoever reads the path reads its marks.
    words = note.text[:300] if note.audience == Audience.RECORD else ""
    mark_step(path, code, Marked.DONE, day=note.day, words=words, by=by, today=today)
