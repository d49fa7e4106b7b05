"""A table (CSV) read to its end: bytes in, entries and refusals out."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from intreccio.ground.kernel.text import normalise
from intreccio.workshop.imports.rules.entries import BadCell, Entry, Reading, Refusal, Unreadable
from intreccio.workshop.imports.rules.mappings import FileMapping

LONGEST_KEY = 400


def read_table(data: bytes, mapping: FileMapping) -> Reading:
    """Reads everything. Raises Unreadable; a row that cannot be taken is refused and the others go on."""
    text = _decoded(data, mapping.encoding)
    rows = _rows(text, mapping.delimiter)
    heading = [cell.strip() for cell in next(rows, (0, []))[1]]
    _check(heading, mapping)
    reading = Reading()
    line, row = 1, heading
    seen: dict[str, int] = {}
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        outcome = _one(dict(zip(heading, row, strict=False)), mapping, line, width=(len(row), len(heading)))
        if isinstance(outcome, Entry) and (first := seen.setdefault(outcome.key, line)) != line:
            outcome = Refusal(line, "+".join(mapping.key), f"c'è già alla riga {first}")
        if isinstance(outcome, Entry):
            reading.entries.append(outcome)
        else:
            reading.refused.append(outcome)
    if len(row) < len(heading) and not text.endswith(("\n", "\r")):
        raise Unreadable(f"si interrompe alla riga {line}")
    return reading


def _decoded(data: bytes, encoding: str) -> str:
    if b"\0" in data:
        raise Unreadable("non è un file di testo")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise Unreadable(f"alla riga {line} ci sono lettere che non sono {encoding}") from problem
    except LookupError as problem:
        raise Unreadable(f"la codifica {encoding} non esiste") from problem
    return text.removeprefix("\ufeff")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins at: a quoted cell may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as problem:
        raise Unreadable(f"la riga {begins} non si legge fino in fondo ({problem})") from problem


def _check(heading: list[str], mapping: FileMapping) -> None:
    if not heading:
        raise Unreadable("il file è vuoto")
    if missing := sorted(mapping.columns - set(heading)):
        raise Unreadable(f"mancano le colonne: {', '.join(missing)}")
    if twice := sorted({name for name in heading if name in mapping.columns and heading.count(name) > 1}):
        raise Unreadable(f"queste colonne ci sono due volte: {', '.join(twice)}")


def _one(
    cells: Mapping[str, str], mapping: FileMapping, line: int, *, width: tuple[int, int]
) -> Entry | Refusal:
    if width[0] != width[1]:
        return Refusal(line, "", f"ha {width[0]} colonne invece di {width[1]}")
    if not any(normalise(cells[column]) for column in mapping.key):
        return Refusal(line, "+".join(mapping.key), "manca tutto ciò che la distingue dalle altre")
    key = "|".join(normalise(cells[column]) for column in mapping.key)
    if len(key) > LONGEST_KEY:
        return Refusal(line, "+".join(mapping.key), "è troppo lungo")
    values: dict[str, Any] = {}
    for rule in mapping.fields:
        try:
            values[rule.name] = rule.of(_clean(cells[rule.column], mapping)) if rule.column else rule.value
        except BadCell as problem:
            return Refusal(line, rule.column, str(problem))
    return Entry(line, key, values, {rule.name: rule.column for rule in mapping.fields if rule.column})


def _clean(cell: str, mapping: FileMapping) -> str:
    for wrong, right in mapping.repairs:
        cell = cell.replace(wrong, right)
    text = " ".join(cell.split())
    return "" if text in mapping.empty else text
