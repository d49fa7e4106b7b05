"""A spreadsheet as people keep it (CSV or XLSX) read to its end: a header, and rows of text with their numbers."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, is_zipfile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from intreccio.ground.kernel.words import _
from intreccio.workshop.imports.rules.entries import Unreadable
from intreccio.workshop.imports.rules.margins import comments_in, fill_down, merged_in

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

TITLES = 5  # rows: so many may stand above the names of the columns

Numbered = tuple[int, list[str]]
Names = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Grid:
    """A header and its rows, each as long as the widest, columns without a name among them; rows without anything in
    them are left out. Comments of a row are its last cell. more_sheets: those with something in them that are not read;
    stray_comments: those that no row has."""

    header: list[str]
    rows: list[Numbered]
    more_sheets: int = 0
    stray_comments: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """What a file holds, with the words in its margins by row."""

    rows: Sequence[Numbered]
    more_sheets: int = 0
    comments: dict[int, list[str]] = field(default_factory=dict)


def read_grid(data: bytes, names_columns: Names | None = None) -> Grid:
    """Reads everything. `names_columns`: if a row is a header; where one stands below the first row, what is above it is a
    title. Raises Unreadable with the reason, for whoever has the file open."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("il file è troppo grande: al massimo 10 MB"))
    if data.startswith(OLD_EXCEL):
        raise Unreadable(
            _("è un file di Excel vecchio o protetto da password: salvatelo come .xlsx senza password")
        )
    return _grid(_book(data) if is_zipfile(io.BytesIO(data)) else _Found(_full(_text(data))), names_columns)


def _full(rows: Iterator[Numbered]) -> list[Numbered]:
    return [(number, cells) for number, cells in rows if any(cells)]


def _without_title(rows: Sequence[Numbered], names_columns: Names | None) -> None:
    """Raises Unreadable where of the first rows the first is no header and another is."""
    if names_columns is None or names_columns(rows[0][1]):
        return
    if lower := next((number for number, cells in rows[1:] if names_columns(cells)), None):
        raise Unreadable(
            _(
                "i nomi delle colonne stanno nella riga %(line)d: togliete ciò che c'è sopra, per esempio un titolo,"
                " così che siano nella prima"
            )
            % {"line": lower}
        )


def _grid(found: _Found, names_columns: Names | None) -> Grid:
    rows = found.rows
    if not rows:
        raise Unreadable(_("il file è vuoto"))
    width = max(place for _number, cells in rows for place, cell in enumerate(cells, 1) if cell)
    header = _as_wide(rows[0][1], width)
    _without_title([(number, _as_wide(cells, width)) for number, cells in rows[: TITLES + 1]], names_columns)
    if any(map(SOMEBODYS.search, header)):
        raise Unreadable(
            _(
                "la prima riga sembra di una persona, o un titolo: nella prima riga ci vogliono i nomi delle colonne. Se è"
                " una persona aggiungeteli sopra, se è un titolo toglietelo"
            )
        )
    if len(rows) == 1:
        raise Unreadable(_("c'è solo l'intestazione: mancano le righe"))
    if len(rows) - 1 > MOST_ROWS:
        raise Unreadable(_("ha più di 20.000 righe: dividetelo in più file"))
    if width > MOST_COLUMNS:
        raise Unreadable(_("ha più di 60 colonne"))
    body = [(number, _as_wide(cells, width)) for number, cells in rows[1:]]
    beside = [found.comments.pop(number, []) for number, _cells in body]
    if any(beside):
        header.append(_("Commenti nelle celle"))
        for (_number, cells), said in zip(body, beside, strict=True):
            cells.append(_tidy(" · ".join(map(_tidy, said))))
    stray = sum(map(len, found.comments.values()))
    return Grid([cell[:120] for cell in header], body, found.more_sheets, stray)


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


def _book(data: bytes) -> _Found:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(_("una volta aperto è troppo grande"))
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = filter(None, map(_sheet, book.worksheets))
            path, rows = next(sheets, ("", []))
            more = sum(1 for _more in sheets)
            if not rows:
                return _Found([])
            fill_down(dict(rows), merged_in(packed, path))
            return _Found(rows, more, comments_in(packed, path))
    except Unreadable:
        raise
    except BROKEN as problem:
        raise Unreadable(_("il foglio non si apre: salvatelo di nuovo come .xlsx oppure .csv")) from problem


def _sheet(sheet: Any) -> tuple[str, list[Numbered]] | None:
    """Where a sheet lies in the book, and its rows that have something in them; nothing where there are none."""
    sheet.reset_dimensions()
    values = sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=MOST_ROWS * 2, values_only=True)
    rows = _full((number, [_said(value) for value in row]) for number, row in enumerate(values, 1))
    return (sheet._worksheet_path, rows) if rows else None


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
