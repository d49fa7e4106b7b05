"""A sheet before the job has it: uploaded, its columns said, its doubles chosen, put in the queue, or left."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.tally import bucket_of
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.workshop.imports.models import Sheet, SheetContent, SheetProgress
from intreccio.workshop.imports.rules.grids import Names, read_grid
from intreccio.workshop.imports.vocabulary import SheetState

ERASER = House("eraser")
KEPT = timedelta(days=7)
TASK = "work_sheet"
# From where the queue takes a sheet, and to where.
BEGINS = {SheetState.QUEUED: SheetState.PREPARING, SheetState.UNDOING: SheetState.DONE}


@transaction.atomic
def upload_sheet(
    kind: str, data: bytes, *, by: Viewer, team_id: UUID, names_columns: Names | None = None
) -> Sheet:
    """Reads a file to its end and keeps it for who uploads it. `names_columns` knows a header when it sees one. Raises
    Unreadable with the reason."""
    grid = read_grid(data, names_columns)
    sheet = Sheet(
        at=now(),
        kind=kind,
        membership_id=by.membership_id,
        team_id=team_id,
        sha256=hashlib.sha256(data).hexdigest(),
        header_mark=mark_of(grid.header),
        rows=len(grid.rows),
    )
    sheet.save(force_insert=True)
    content = SheetContent(
        sheet=sheet,
        headers=grid.header,
        more_sheets=grid.more_sheets,
        stray_comments=grid.stray_comments,
        cells=grid.rows,
    )
    content.save(force_insert=True)
    SheetProgress(sheet=sheet).save(force_insert=True)
    record("sheet.uploaded", sheet, by=by, codes={"rows": sheet.rows, "team": str(team_id)})
    return sheet


def mark_of(header: Iterable[str]) -> str:
    """By what the same header is known again, without keeping its words: the first row may be somebody's."""
    return bucket_of("sheet header", *header)


@transaction.atomic
def map_sheet(sheet: Sheet, columns: Mapping[str, int], found: Mapping[str, Any], *, by: Viewer) -> None:
    """Says which column is which field, and keeps what the area above finds in the rows so read."""
    _still(sheet, SheetState.PREPARING)
    Sheet.objects.filter(pk=sheet.pk).update(columns=dict(columns), trouble="")
    SheetContent.objects.filter(sheet=sheet).update(found=found, taken_anyway=[])
    record("sheet.mapped", sheet, by=by, fields=columns)


@transaction.atomic
def choose_rows(sheet: Sheet, *, by: Viewer, shown: Iterable[int], taken: Iterable[int]) -> None:
    """Of the double rows that were shown, those that come in anyway; what was chosen of the others stays."""
    _still(sheet, SheetState.PREPARING)
    content = SheetContent.objects.select_for_update().get(sheet=sheet)
    shown = set(shown)
    chosen = sorted((set(content.taken_anyway) - shown) | (set(taken) & shown))
    if chosen != content.taken_anyway:
        SheetContent.objects.filter(sheet=sheet).update(taken_anyway=chosen)
        record("sheet.chosen", sheet, by=by, codes={"taken_anyway": len(chosen)})


@transaction.atomic
def queue_sheet(sheet: Sheet, to: SheetState, *, by: Viewer) -> None:
    """Hands a sheet to the job worker, which acts as `by`. A second time changes nothing. Raises Refused."""
    if _locked(sheet).state == to:
        return
    _still(sheet, BEGINS[to])
    Sheet.objects.filter(pk=sheet.pk).update(
        state=to, trouble="", tries=0, asked_by=by.membership_id, asked_by_user=by.user_id
    )
    SheetProgress.objects.filter(sheet=sheet).update(done=0, whole=0)
    record("sheet.queued" if to is SheetState.QUEUED else "sheet.undo_queued", sheet, by=by)
    app.configure_task(TASK, allow_unknown=True).defer(sheet_id=str(sheet.pk))


@transaction.atomic
def abandon_sheet(sheet: Sheet, *, by: Viewer) -> None:
    """Leaves a sheet: its cells are erased."""
    if _locked(sheet).state == SheetState.ABANDONED:
        return
    _still(sheet, SheetState.PREPARING)
    Sheet.objects.filter(pk=sheet.pk).update(state=SheetState.ABANDONED)
    SheetContent.objects.filter(sheet=sheet).delete()
    record("sheet.abandoned", sheet, by=by)


def _locked(sheet: Sheet) -> Sheet:
    return Sheet.objects.select_for_update().get(pk=sheet.pk)


def _still(sheet: Sheet, state: SheetState) -> None:
    if _locked(sheet).state != state:
        raise Refused(
            _("Nel frattempo questo elenco è andato avanti."),
            code="sheet_moved",
            way_out=_("Riaprite la sua pagina: dice a che punto è."),
        )


def erase_old_sheets(today: date) -> int:
    """Sheets that nobody has brought in for seven days lose their cells; answers how many."""
    before = timezone.make_aware(datetime.combine(today, time())) - KEPT
    with acting(ERASER), connection.cursor() as cursor:
        cursor.execute("SELECT erase_old_sheets(%s)", [before])
        (erased,) = cursor.fetchone() or (0,)
    return int(erased)
