"""Invented spreadsheets, and the way from a file to the families, for tests."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.importing import (
    bring_in_sheet,
    map_sheet,
    upload_sheet,
)
from intreccio.parties.people.actions.undoing import undo_sheet
from intreccio.parties.people.rules.importing import Known
from intreccio.parties.people.rules.sheet_columns import COLUMNS
from intreccio.workshop.documents.files import csv
from intreccio.workshop.imports.actions.working import work_sheet
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.rules.columns import guess

NORD = key_for("team", "equipe_nord")
KNOWN = Known(
    places={"rozzano": "015189", "opera": "015159"},
    states={"senegal": "SN", "sn": "SN"},
    languages={"francese": "fr", "italiano": "it"},
    today=date(2026, 11, 29),
)
PLACES = {column.code: place for place, column in enumerate(COLUMNS)}
HEADER = (
    "Famiglia n.",
    "Cognome",
    "Nome",
    "Parentela",
    "Data di nascita",
    "Codice fiscale",
    "Comune",
    "Telefono",
)
# Two families that nobody knows, with names that stand nowhere else in the district.
ROWS = (
    ("1", "Zorzanello", "Bice", "madre", "04/03/1988", "", "Rozzano", "333 9110001"),
    ("1", "Zorzanello", "Tiberio", "figlio", "12/09/2019", "", "Rozzano", ""),
    ("2", "Quaranta", "Oderisio", "padre", "1979", "", "Opera", "333 9110002"),
)


def file_of(rows: Iterable[Sequence[str]] = ROWS, header: Sequence[str] = HEADER) -> bytes:
    """As a cooperative would save it."""
    return csv(header, rows)


def many_rows(persons: int, *, each: int = 4) -> list[tuple[str, ...]]:
    """Rows of families of `each`, all different."""
    rows = []
    for number in range(persons):
        family, place = divmod(number, each)
        birth = date.fromordinal(date(1980, 1, 1).toordinal() + number * 7 % 15000)
        rows.append((
            str(family), f"Elenchi{family:05d}", f"Persona{number:05d}", ("madre", "padre", "figlio", "figlia")[place % 4],
            f"{birth:%d/%m/%Y}", "", "Rozzano", f"333{number:07d}" if place == 0 else "",
        ))  # fmt: skip
    return rows


def prepared(
    by: Any,
    rows: Iterable[Sequence[str]] = ROWS,
    *,
    team_id: UUID = NORD,
    header: Sequence[str] = HEADER,
) -> Sheet:
    """Uploaded, its columns as guessed, looked at."""
    sheet = upload_sheet(file_of(rows, header), by=by, team_id=team_id)
    content = SheetContent.objects.get(sheet=sheet)
    map_sheet(sheet, content, guess(content.headers, COLUMNS), by=by)
    return Sheet.objects.get(pk=sheet.pk)


def brought(by: Any, rows: Iterable[Sequence[str]] = ROWS, **how: Any) -> Sheet:
    """In."""
    sheet = prepared(by, rows, **how)
    bring_in_sheet(sheet, by=by)
    work_sheet(sheet.pk)
    return Sheet.objects.get(pk=sheet.pk)


def undone(sheet: Sheet, by: Any) -> Sheet:
    """And out again."""
    undo_sheet(sheet, by=by)
    work_sheet(sheet.pk)
    return Sheet.objects.get(pk=sheet.pk)
