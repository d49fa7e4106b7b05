"""What people read of sheets: those that row security lets them see."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.imports.models import Sheet, SheetContent, SheetProgress

MOST = 50


def sheets_of(viewer: Viewer, kind: str) -> list[Sheet]:
    """The last ones in sight. One query."""
    return list(Sheet.objects.filter(kind=kind).order_by("-at")[:MOST])


def sheet_of(viewer: Viewer, sheet_id: UUID, kind: str) -> Sheet | None:
    """One in sight."""
    return Sheet.objects.filter(pk=sheet_id, kind=kind).first()


def content_of(viewer: Viewer, sheet: Sheet) -> SheetContent | None:
    """Its cells, for who uploaded it and while it is being prepared."""
    return SheetContent.objects.filter(sheet=sheet).first()


def progress_of(viewer: Viewer, sheet: Sheet) -> SheetProgress | None:
    """How far the job is."""
    return SheetProgress.objects.filter(sheet=sheet).first()


def columns_of_before(viewer: Viewer, sheet: Sheet) -> dict[str, int]:
    """What the same headers were said to be the last time; empty where they are new."""
    before = Sheet.objects.filter(kind=sheet.kind, header_mark=sheet.header_mark).exclude(columns={})
    return before.exclude(pk=sheet.pk).order_by("-at").values_list("columns", flat=True).first() or {}


def came_in_before(viewer: Viewer, sheet: Sheet) -> datetime | None:
    """When the very same file came into the same team, of whoever's hand; for who uploaded it. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT same_sheet_came_in(%s)", [sheet.pk])
        (day,) = cursor.fetchone() or (None,)
    return day if isinstance(day, datetime) else None
