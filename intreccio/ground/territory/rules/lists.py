"""A whole list of municipalities: bytes in, drafts and refusals out."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intreccio.ground.kernel.text import normalise
from intreccio.ground.territory.rules.drafts import Draft, Refusal, draft_of

# Column names as ISTAT and who republishes its list write them, made comparable. The first that is there counts.
COLUMNS: dict[str, tuple[str, ...]] = {
    "istat": (
        "istat",
        "codice comune formato alfanumerico",
        "codice istat",
        "codice istat del comune",
        "pro com t",
    ),
    "code": ("catastale", "codice catastale del comune", "codice catastale", "belfiore", "codice belfiore"),
    "name": ("comune", "denominazione in italiano", "denominazione comune", "denominazione"),
    "name_other": ("comune altra lingua", "denominazione altra lingua"),
    "province": ("sigla", "sigla automobilistica", "sigla provincia"),
    "province_name": (
        "denominazione dell unita territoriale sovracomunale valida a fini statistici",
        "provincia",
        "denominazione provincia",
    ),
    "region": ("cod regione", "codice regione"),
    "region_name": ("denominazione regione", "regione"),
    "population": ("pop res 2022", "popolazione residente", "popolazione", "abitanti"),
    "lat": ("lat", "latitudine", "latitude"),
    "lon": ("lon", "long", "lng", "longitudine", "longitude"),
    "valid_from": ("data inizio validita", "valido dal", "dal"),
    "valid_until": ("data fine validita", "valido al", "al"),
}
NEEDED = ("istat", "code", "name", "province", "province_name", "region", "region_name")
_BROKEN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")


class Unreadable(ValueError):
    """The file cannot be read to its end: nothing of it is taken."""


@dataclass(slots=True)
class Reading:
    """What a list says: rows that can be taken, and rows that cannot with their reasons."""

    drafts: list[Draft] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def read_list(data: bytes) -> Reading:
    """Reads a list with the columns of ISTAT, with or without coordinates. Raises Unreadable."""
    text = _decoded(data)
    rows = _rows(text)
    heading = next(rows, (0, []))[1]
    places = _places(heading)
    reading = Reading()
    seen: dict[str, int] = {}
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        outcome = _one(row, places, heading, line)
        if isinstance(outcome, Draft):
            outcome = _only_once(outcome, seen, line)
        if isinstance(outcome, Draft):
            reading.drafts.append(outcome)
        else:
            reading.refused.append(_named(outcome, places, heading))
    return reading


def _one(row: list[str], places: dict[str, int], heading: list[str], line: int) -> Draft | Refusal:
    if len(row) != len(heading):
        return Refusal(line, "", f"la riga ha {len(row)} colonne invece di {len(heading)}")
    return draft_of({name: row[place] for name, place in places.items()}, line=line)


def _only_once(draft: Draft, seen: dict[str, int], line: int) -> Draft | Refusal:
    for column, key in (("code", draft.code), ("istat", draft.istat)):
        if (first := seen.setdefault(key, line)) != line:
            return Refusal(line, column, f"è già alla riga {first}")
    return draft


def _named(refusal: Refusal, places: dict[str, int], heading: list[str]) -> Refusal:
    """The column under the name that the file gives it."""
    place = places.get(refusal.column)
    return refusal if place is None else replace(refusal, column=" ".join(heading[place].split()))


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Unreadable("non è un file di testo")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        # ISTAT still writes Windows letters; but half a UTF-8 file must not be taken for one of those.
        if problem.end == len(data) or _BROKEN_UTF8.search(data):
            line = data.count(b"\n", 0, problem.start) + 1
            raise Unreadable(
                f"le lettere alla riga {line} sono rovinate: il file è incompleto o salvato male"
            ) from problem
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=";" if first.count(";") > first.count(",") else ",",
        strict=True,
    )
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as problem:
        raise Unreadable(f"il file si interrompe alla riga {reader.line_num} ({problem})") from problem


def _places(heading: list[str]) -> dict[str, int]:
    names = [normalise(cell) for cell in heading]
    found = {
        column: names.index(alias)
        for column, aliases in COLUMNS.items()
        if (alias := next((each for each in aliases if each in names), None)) is not None
    }
    if missing := [COLUMNS[column][0] for column in NEEDED if column not in found]:
        raise Unreadable(f"mancano le colonne: {', '.join(missing)}")
    return found
