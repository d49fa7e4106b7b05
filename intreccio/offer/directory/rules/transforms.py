"""Named functions that mappings may ask for: a cell's text in, a field's value out."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from intreccio.ground.kernel.text import digits_of
from intreccio.offer.directory.rules.ages import months_of
from intreccio.workshop.imports.rules.entries import BadCell

_ADDRESS = re.compile(r"(?P<street>.*) - (?P<postcode>\d*) ?- (?P<town>.*) - (?P<province>[A-Za-z]{2})")
_ADDRESS_START = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}")


def _part(text: str, name: str) -> str:
    """A part of «street - postcode - town - province»."""
    said = _ADDRESS.fullmatch(text)
    if said is None:
        raise BadCell("non è fatto come «via - CAP - comune - provincia»")
    return said[name].strip()


def address_street(text: str) -> str:
    """The street and number."""
    return _part(text, "street")


def address_province(text: str) -> str:
    """The two letters."""
    return _part(text, "province").upper()


def address_postcode(text: str) -> str:
    """Five digits: a spreadsheet has eaten the zeros in front. Empty where the address has none."""
    return postcode(_part(text, "postcode"))


def postcode(text: str) -> str:
    """«9032» → «09032»."""
    if not text.strip("0"):
        return ""
    if not re.fullmatch(r"\d{1,5}", text):
        raise BadCell("il CAP ha cinque cifre")
    return text.zfill(5)


def landline_zero(text: str) -> str:
    """Puts back the zero that a landline begins with. Mobile and free numbers, and what is no number, stay as written."""
    digits = digits_of(text)
    landline = 5 <= len(digits) <= 10 and digits == text and digits[0] in "12456789"
    free = re.fullmatch(r"(800|840|848)\d{6}|803\d{3}", digits)
    return f"0{text}" if landline and not free else text


def web_address(text: str) -> str:
    """The last address in the cell, its host in small letters; empty where there is none that could be opened."""
    last = _ADDRESS_START.split(text)[-1].strip()
    scheme = "https" if "https://" in text.lower() else "http"
    try:
        parts = urlsplit(f"{scheme}://{last}")
    except ValueError:
        return ""
    if " " in last or "@" in parts.netloc or not _HOST.fullmatch(parts.netloc.lower()):
        return ""
    return parts._replace(netloc=parts.netloc.lower()).geturl()


def words(text: str) -> list[str]:
    """«a; b» → two codes."""
    return [part.strip() for part in re.split(r"[;|]", text) if part.strip()]


def age_from(text: str) -> int:
    """The first month of an age."""
    return _months(text)[0]


def age_to(text: str) -> int:
    """The first month after an age: «10» means until the eleventh birthday."""
    return _months(text)[1] + 1


def _months(text: str) -> tuple[int, int]:
    if (said := months_of(text)) is None:
        raise BadCell("non è un'età: si scrive 3 anni oppure 18 mesi")
    return said


def degrees(text: str) -> Decimal:
    """A number of degrees."""
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise BadCell("non è un numero di gradi") from None
    if not value.is_finite() or abs(value) > 180:
        raise BadCell("il punto non sta sulla Terra")
    return value.quantize(Decimal("0.00001"))


def number(text: str) -> int:
    """A whole number, not below zero."""
    if not re.fullmatch(r"\d{1,4}", text):
        raise BadCell("non è un numero intero")
    return int(text)


TRANSFORMS: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        address_street, address_province, address_postcode, postcode, landline_zero, web_address, words, age_from, age_to, degrees, number,
    )
}  # fmt: skip
