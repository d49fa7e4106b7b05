"""One row of a list becomes a municipality, or says why not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

ITALY_LAT = (Decimal(35), Decimal(48))
ITALY_LON = (Decimal(6), Decimal(19))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row says of a municipality. None: the row does not say, and what is known stays."""

    code: str
    istat: str
    name: str
    province: str
    province_name: str
    region: str
    region_name: str
    name_other: str | None = None
    lat: Decimal | None = None
    lon: Decimal | None = None
    population: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    def said(self) -> dict[str, Any]:
        """Only what the row says."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row left out: where it stands and why, in words for whoever has the file open."""

    line: int
    column: str
    reason: str


class BadCell(ValueError):
    """A cell that cannot be taken as it is."""


def draft_of(cells: Mapping[str, str], *, line: int) -> Draft | Refusal:
    """Reads the cells of one row; the first that cannot be taken refuses the row."""
    values: dict[str, Any] = {}
    for name, read in READERS.items():
        try:
            values[name] = read(cells.get(name, "").strip())
        except BadCell as problem:
            return Refusal(line, name, str(problem))
    if (values["lat"] is None) != (values["lon"] is None):
        return Refusal(line, "lat", "latitudine e longitudine vanno insieme")
    return Draft(**values)


def _shaped(pattern: str, reason: str, *, width: int = 0) -> Callable[[str], str]:
    """Text of one shape. Spreadsheets eat leading zeros: they are put back up to `width`."""
    shape = re.compile(pattern)

    def read(text: str) -> str:
        text = text.upper()
        text = text.zfill(width) if text else text
        if not shape.fullmatch(text):
            raise BadCell(reason)
        return text

    return read


def _words(reason: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text:
            raise BadCell(reason)
        return " ".join(text.split())

    return read


def _degrees(low: Decimal, high: Decimal) -> Callable[[str], Decimal | None]:
    def read(text: str) -> Decimal | None:
        if not text:
            return None
        try:
            value = Decimal(text.replace(",", "."))
        except InvalidOperation:
            raise BadCell("non è un numero di gradi") from None
        if not value.is_finite() or not low <= value <= high:
            raise BadCell("il punto è fuori dall'Italia")
        return value.quantize(Decimal("0.00001"))

    return read


def _population(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,8}", text.replace(".", "")):
        raise BadCell("il numero di abitanti non è un numero intero")
    return int(text.replace(".", ""))


def _day(text: str) -> date | None:
    if not text:
        return None
    if italian := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        text = f"{italian[3]}-{italian[2]:0>2}-{italian[1]:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadCell("la data si scrive 2026-01-31 oppure 31/01/2026") from None


READERS: dict[str, Callable[[str], Any]] = {
    "code": _shaped(r"[A-Z]\d{3}", "il codice catastale ha una lettera e tre cifre"),
    "istat": _shaped(r"\d{6}", "il codice ISTAT ha sei cifre", width=6),
    "name": _words("manca il nome del comune"),
    "province": _shaped(r"[A-Z]{2}", "la sigla della provincia ha due lettere"),
    "province_name": _words("manca il nome della provincia"),
    "region": _shaped(r"\d{2}", "il codice della regione ha due cifre", width=2),
    "region_name": _words("manca il nome della regione"),
    "name_other": lambda text: " ".join(text.split()) or None,
    "lat": _degrees(*ITALY_LAT),
    "lon": _degrees(*ITALY_LON),
    "population": _population,
    "valid_from": _day,
    "valid_until": _day,
}
