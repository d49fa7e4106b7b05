"""Tables that leave: CSV as Italian Excel reads it, and XLSX. No cell becomes a formula."""

import csv as comma_separated
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import NamedTuple

from xlsxwriter import Workbook

Cell = str | int | float | Decimal | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60


def csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark, semicolons, decimals with a comma."""
    text = StringIO()
    writer = comma_separated.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_as_text, header))
    writer.writerows(map(_as_text, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    if isinstance(cell, (float, Decimal)):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


class Sheet(NamedTuple):
    """One sheet of a book: its name (31 signs at most), its header and its rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def xlsx(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet: a header that stays in sight, columns as wide as what they hold, numbers as numbers."""
    return book(Sheet("", header, rows))


def book(*sheets: Sheet) -> bytes:
    """The same, of several sheets."""
    content = BytesIO()
    with Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as workbook:
        for sheet in sheets:
            _draw(workbook, sheet)
    return content.getvalue()


def _draw(workbook: Workbook, said: Sheet) -> None:
    kept = [list(row) for row in said.rows]
    sheet = workbook.add_worksheet(said.name or None)
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, said.header, workbook.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(kept, 1):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell, day if isinstance(cell, date) else None)
    for place, column in enumerate(zip_longest(said.header, *kept, fillvalue="")):
        sheet.set_column(place, place, min(max(len(str(cell or "")) for cell in column) + 2, WIDEST))
