"""Single cells as people write them: days."""

import re
from datetime import date, timedelta

from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.words import _
from intreccio.workshop.imports.rules.entries import BadCell

MONTHS = ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T][\d:.]+)?")
ITALIAN = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
SPOKEN = re.compile(r"(\d{1,2})(?: o)? ([a-z]{3,9}) (\d{4})")
YEAR = re.compile(r"(?:18|19|20)\d{2}")
SERIAL = re.compile(r"\d{5}")
EXCEL_BEGINS = date(1899, 12, 30)  # a day that Excel counts as 0, with its 29 February 1900


def day_of(text: str, *, today: date) -> tuple[date, bool]:
    """The day a cell says, and whether it is the whole day: of a year alone it is its first. Raises BadCell.

    Two digits of a year are the last such year that is not to come.
    """
    text = text.strip()
    if YEAR.fullmatch(text):
        return date(int(text), 1, 1), False
    if SERIAL.fullmatch(text):
        return EXCEL_BEGINS + timedelta(days=int(text)), True
    year, month, day = _parts(text)
    if len(year) == 2:
        century = today.year // 100 * 100
        full = century + int(year) - (100 if century + int(year) > today.year else 0)
    else:
        full = int(year)
    try:
        return date(full, month, day), True
    except ValueError:
        raise BadCell(_("questo giorno non esiste")) from None


def _parts(text: str) -> tuple[str, int, int]:
    if found := ISO.fullmatch(text):
        return found[1], int(found[2]), int(found[3])
    if found := ITALIAN.fullmatch(text):
        return found[3], int(found[2]), int(found[1])
    if (found := SPOKEN.fullmatch(normalise(text))) and found[2][:3] in MONTHS:
        return found[3], MONTHS.index(found[2][:3]) + 1, int(found[1])
    raise BadCell(_("la data non si legge: scrivetela come 31/12/2019"))
