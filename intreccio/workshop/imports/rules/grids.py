"""A spreadsheet as people keep it (CSV or XLSX) read to its end: a header, and rows of text with their numbers."""

import csv
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, is_zipfile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from intreccio.ground.kernel.words import _
from intreccio.workshop.imports.rules.entries import Unreadable

MOST_BYTES = 10_000_000
MOST_UNPACKED = 120_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 5000
DELIMITERS = ";,\t|"
# A day, a code, a number, an address of mail: no column is called so.
SOMEBODYS = re.compile(
    r"@|\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\d{3}[ ./-]?\d{4,}",
    re.IGNORECASE,
)
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# What a damaged or strange book can raise while it is read.
BROKEN = (
    BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    zlib.error, NotImplementedError,
)  # fmt: skip

Numbered = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A header and its rows, each as long as the widest, columns without a name among them; rows without anything in
    them are left out. more_sheets: those with something in them that are not read."""

    header: list[str]
    rows: list[Numbered]
    more_sheets: int = 0


def read_grid(data: bytes) -> Grid:
    """Reads everything. Raises Unreadable with the reason, for whoever has the file open."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("il file è troppo grande: al massimo 10 MB"))
    if data.startswith(OLD_EXCEL):
        raise Unreadable(
            _("è un file di Excel vecchio o protetto da password: salvatelo come .xlsx senza password")
        )
    if is_zipfile(io.BytesIO(data)):
        found, more = _book(data)
    else:
        found, more = list(_text(data)), 0
    return _grid([(number, cells) for number, cells in found if any(cells)], more)


def _grid(rows: list[Numbered], more_sheets: int) -> Grid:
    if not rows:
        raise Unreadable(_("il file è vuoto"))
    width = max(place for _number, cells in rows for place, cell in enumerate(cells, 1) if cell)
    header = _as_wide(rows[0][1], width)
    if any(map(SOMEBODYS.search, header)):
        raise Unreadable(
            _("la prima riga sembra di una persona: aggiungetene una sopra, con i nomi delle colonne")
        )
    if len(rows) == 1:
        raise Unreadable(_("c'è solo l'intestazione: mancano le righe"))
    if len(rows) - 1 > MOST_ROWS:
        raise Unreadable(_("ha più di 20.000 righe: dividetelo in più file"))
    if width > MOST_COLUMNS:
        raise Unreadable(_("ha più di 60 colonne"))
    body = [(number, _as_wide(cells, width)) for number, cells in rows[1:]]
    return Grid([cell[:120] for cell in header], body, more_sheets)


def _as_wide(cells: list[str], width: int) -> list[str]:
    return (cells + [""] * width)[:width]


def _text(data: bytes) -> Iterator[Numbered]:
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for row in reader:
            yield begins, [_tidy(cell) for cell in row[: MOST_COLUMNS + 1]]
            begins = reader.line_num + 1
    except csv.Error as problem:
        raise Unreadable(_("la riga %(line)d non si legge") % {"line": begins}) from problem


def _decoded(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    else:  # as Excel writes in Italy; every byte stands for something
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Unreadable(_("non è un foglio di calcolo: servono .xlsx oppure .csv"))
    return text


def _book(data: bytes) -> tuple[list[Numbered], int]:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(_("una volta aperto è troppo grande"))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = (found for found in map(_sheet, book.worksheets) if found)
        return next(sheets, []), sum(1 for _more in sheets)
    except Unreadable:
        raise
    except BROKEN as problem:
        raise Unreadable(_("il foglio non si apre: salvatelo di nuovo come .xlsx oppure .csv")) from problem


def _sheet(sheet: Any) -> list[Numbered]:
    """The rows of a sheet; nothing where it is empty."""
    sheet.reset_dimensions()
    values = sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=MOST_ROWS * 2, values_only=True)
    rows = [(number, [_said(value) for value in row]) for number, row in enumerate(values, 1)]
    return rows if any(any(cells) for _number, cells in rows) else []


def _said(value: Any) -> str:
    """A cell in words: days as 2019-03-04, whole numbers without their point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return _("sì") if value else _("no")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _tidy(str(value))


def _tidy(cell: str) -> str:
    """Spaces made one; the mark that our own files put before what looks like a formula is taken off."""
    text = " ".join(cell.replace("\0", "\ufffd").split())[:LONGEST_CELL]
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text
