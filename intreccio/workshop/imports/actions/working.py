"""The job: a sheet is brought in, or undone, in one transaction, as who asked for it. Killed, it has done nothing."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import OperationalError
from django.db.models import F

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.workshop.imports.actions.progress import Progress
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.vocabulary import SheetState, SheetTrouble

logger = logging.getLogger(__name__)
IMPORTS = House("imports")
Counts = Mapping[str, int]
Tell = Callable[[int, int], None]
MOVING = [SheetState.QUEUED, SheetState.UNDOING]
MOST_TRIES = 20  # one a minute where each kills its worker; whoever looks after the house kills it less often


@dataclass(frozen=True, slots=True)
class Work:
    """What the area that knows the rows does with a sheet; each runs as who asked, in the job's one transaction."""

    find_viewer: Callable[[UUID, UUID], Viewer | None]
    bring_in: Callable[[Sheet, SheetContent, Viewer, Tell], Counts]
    undo: Callable[[Sheet, Viewer, Tell], Counts]


_works: dict[str, Work] = {}


def register_work(kind: str, work: Work) -> None:
    """Says who knows the rows of this kind of sheet."""
    _works[kind] = work


def work_sheet(sheet_id: UUID) -> None:
    """Does what a sheet waits for. Twice is once; while another worker has it, nothing."""
    sheet = _begun(sheet_id)
    if sheet is None:
        return
    trouble = SheetTrouble.GAVE_UP.value if sheet.tries > MOST_TRIES else _try(sheet)
    if trouble:
        # What was not done leaves the sheet where it was, so that it can be asked again.
        back = SheetState.PREPARING if sheet.state == SheetState.QUEUED else SheetState.DONE
        with acting(IMPORTS):
            Sheet.objects.filter(pk=sheet.pk, state=sheet.state).update(state=back, trouble=trouble)


def _begun(sheet_id: UUID) -> Sheet | None:
    """What waits and nobody has; that it is tried is kept, whatever becomes of whoever tries."""
    with acting(IMPORTS):
        rows = Sheet.objects.select_for_update(skip_locked=True).filter(pk=sheet_id, state__in=MOVING)
        sheet = rows.first()
        if sheet is not None:
            rows.update(tries=F("tries") + 1)
            sheet.tries += 1
    return sheet


def _try(sheet: Sheet) -> str:
    work = _works[sheet.kind]
    viewer = _viewer(sheet, work)
    if viewer is None:
        return SheetTrouble.NOT_AT_WORK
    try:
        with acting(viewer), Progress(sheet.pk) as tell:
            _work(sheet, work, viewer, tell)
    except Refused:
        return SheetTrouble.REFUSED
    except OperationalError:
        raise  # the database is gone: the sheet stays in the queue, and `resume_sheets` finds it there
    except Exception:
        logger.exception("sheet %s", sheet.pk)
        return SheetTrouble.BROKEN
    return ""


def _viewer(sheet: Sheet, work: Work) -> Viewer | None:
    if sheet.asked_by_user is None or sheet.asked_by is None:
        return None
    with acting(sheet.asked_by_user):
        return work.find_viewer(sheet.asked_by_user, sheet.asked_by)


def _work(sheet: Sheet, work: Work, viewer: Viewer, tell: Tell) -> None:
    rows = Sheet.objects.select_for_update(skip_locked=True).filter(pk=sheet.pk, state=sheet.state)
    if rows.first() is None:
        return
    if sheet.state == SheetState.QUEUED:
        content = SheetContent.objects.get(sheet=sheet)
        counts = work.bring_in(sheet, content, viewer, tell)
        content.delete()
        ended = {"state": SheetState.DONE, "done_at": now()}
    else:
        counts = work.undo(sheet, viewer, tell)
        ended = {"state": SheetState.UNDONE, "undone_at": now()}
    Sheet.objects.filter(pk=sheet.pk).update(counts={**sheet.counts, **counts}, **ended)
    verb = "brought_in" if ended["state"] is SheetState.DONE else "undone"
    record(f"sheet.{verb}", sheet, by=viewer, codes=counts)


def waiting_sheets() -> list[UUID]:
    """What is in the job's hands, or was when it was killed: who tries one that another worker has does nothing."""
    with acting(IMPORTS):
        return list(Sheet.objects.filter(state__in=MOVING).order_by("at").values_list("pk", flat=True))
