"""A spreadsheet as people keep it (CSV or XLSX) read to its end: a header, and rows of text with their numbers."""

import csv
import io
import zlib
from collections.abc import Iterable, Iterator
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
LONGEST_CELL = 500
DELIMITERS = ";,\t|"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# What a damaged or strange book can raise while it is read.
BROKEN = (
    BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    zlib.error, NotImplementedError,
)  # fmt: skip

Numbered = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A header and its rows, each as long as the header; rows without anything in them are left out."""

    header: list[str]
    rows: list[Numbered]


def read_grid(data: bytes) -> Grid:
    """Reads everything. Raises Unreadable with the reason, for whoever has the file open."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("il file è troppo grande: al massimo 10 MB"))
    if data.startswith(OLD_EXCEL):
        raise Unreadable(
            _("è un file di Excel vecchio o protetto da password: salvatelo come .xlsx senza password")
        )
    rows = _book(data) if is_zipfile(io.BytesIO(data)) else _text(data)
    return _grid([(number, cells) for number, cells in rows if any(cells)])


def _grid(rows: list[Numbered]) -> Grid:
    if not rows:
        raise Unreadable(_("il file è vuoto"))
    header = rows[0][1]
    while header and not header[-1]:
        header = header[:-1]
    if len(rows) == 1:
        raise Unreadable(_("c'è solo l'intestazione: mancano le righe"))
    if len(rows) - 1 > MOST_ROWS:
        raise Unreadable(_("ha più di 20.000 righe: dividetelo in più file"))
    if len(header) > MOST_COLUMNS:
        raise Unreadable(_("ha più di 60 colonne"))
    width = len(header)
    return Grid(
        [cell[:120] for cell in header],
        [(number, (cells + [""] * width)[:width]) for number, cells in rows[1:]],
    )


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


def _book(data: bytes) -> Iterator[Numbered]:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(_("una volta aperto è troppo grande"))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        yield from _sheet(book.worksheets)
    except Unreadable:
        raise
    except BROKEN as problem:
        raise Unreadable(_("il foglio non si apre: salvatelo di nuovo come .xlsx oppure .csv")) from problem


def _sheet(sheets: Iterable[Any]) -> Iterator[Numbered]:
    """The first sheet that has anything in it."""
    for sheet in sheets:
        sheet.reset_dimensions()
        empty = True
        values = sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=MOST_ROWS * 2, values_only=True)
        for number, row in enumerate(values, 1):
            cells = [_said(value) for value in row]
            empty = empty and not any(cells)
            yield number, cells
        if not empty:
            return


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
