"""How far from the protocol's day: «-12w» in a definition, «12 settimane prima» on a screen and in a form."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.words import _, many

MOMENT = re.compile(r"(-?\d{1,4})([dwm])")
# Any day lays moments in order.
SOME_DAY = date(2027, 6, 15)
FURTHEST = 40 * 366  # no path is longer than a working life
UNITS = {
    "d": ("giorno", "giorni", "day", "days"),
    "w": ("settimana", "settimane", "week", "weeks"),
    "m": ("mese", "mesi", "month", "months"),
}
SIDES = {"prima": -1, "before": -1, "dopo": 1, "after": 1}
SAME_DAY = {"0", "il giorno stesso", "lo stesso giorno", "the same day", "the day itself"}


def day_of(moment: str, zero: date) -> date:
    """The day of a moment. zero: the protocol's day."""
    count, unit = _parts(moment)
    if unit == "m":
        return months_after(zero, count)
    return zero + timedelta(days=count * (7 if unit == "w" else 1))


def span_of(when: Sequence[str], zero: date) -> tuple[date, date]:
    """The first and the last day of one or two moments, in order whatever the months are."""
    days = [day_of(each, zero) for each in when]
    return days[0], max(days)


def why_not_span(first: str, last: str) -> Words | None:
    """An end has a beginning, and comes after it. Empty where nothing was written."""
    if last and not first:
        return _("Scrivi anche da quando.")
    if first and last and day_of(last, SOME_DAY) < day_of(first, SOME_DAY):
        return _("Finisce prima di cominciare.")
    return None


def is_after(moment: object) -> bool:
    """A time that goes by, as between two reminders."""
    return is_moment(moment) and day_of(str(moment), SOME_DAY) > SOME_DAY


def is_moment(text: object) -> bool:
    """Well written, and within a life."""
    if not isinstance(text, str) or not MOMENT.fullmatch(text):
        return False
    count, unit = _parts(text)
    return abs(count) * {"d": 1, "w": 7, "m": 31}[unit] <= FURTHEST


def _parts(moment: str) -> tuple[int, str]:
    found = MOMENT.fullmatch(moment)
    if found is None:
        raise ValueError(moment)
    return int(found[1]), found[2]


def in_words(moment: str) -> str:
    """«12 settimane prima», in the reader's language."""
    count, unit = _parts(moment)
    if count == 0:
        return _("il giorno stesso")
    return str(_said(unit, before=count < 0)(abs(count)) % {"n": abs(count)})


def _said(unit: str, *, before: bool) -> Callable[[int], str]:
    return {
        ("d", True): lambda n: many("%(n)s giorno prima", "%(n)s giorni prima", n),
        ("d", False): lambda n: many("%(n)s giorno dopo", "%(n)s giorni dopo", n),
        ("w", True): lambda n: many("%(n)s settimana prima", "%(n)s settimane prima", n),
        ("w", False): lambda n: many("%(n)s settimana dopo", "%(n)s settimane dopo", n),
        ("m", True): lambda n: many("%(n)s mese prima", "%(n)s mesi prima", n),
        ("m", False): lambda n: many("%(n)s mese dopo", "%(n)s mesi dopo", n),
    }[unit, before]


def typed(text: str) -> str | None:
    """The moment that somebody wrote in words, Italian or English; None where it is none."""
    said = normalise(text)
    if said in SAME_DAY:
        return "0d"
    words = said.split()
    if len(words) != 3 or not words[0].isdecimal() or words[2] not in SIDES:
        return None
    unit = next((code for code, names in UNITS.items() if words[1] in names), "")
    moment = f"{int(words[0]) * SIDES[words[2]]}{unit}"
    return moment if is_moment(moment) else None
