"""Hours of a week: read from what people type, from HSDS schedules, and said again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?\s*(.*)")
BYDAY = {"MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7}


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """Every week on this day; `until` is the first day without it."""

    weekday: int
    opens: time | None = None
    closes: time | None = None
    note: str = ""
    since: date | None = None
    until: date | None = None


class BadHours(ValueError):
    """Hours that cannot be read."""


def hours_of(weekday: int, text: str) -> list[Hours]:
    """«9:30-11:30, 14-16 con mediatrice» → two rows. «sì» is a day without hours. Raises BadHours."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    if [part.lower() for part in parts] in (["sì"], ["si"], ["yes"]):
        return [Hours(weekday)]
    return [_one(weekday, part) for part in parts]


def _one(weekday: int, part: str) -> Hours:
    span = _SPAN.fullmatch(part)
    if span is None:
        raise BadHours(_("«%(text)s» non è un orario: si scrive 9:30-11:30") % {"text": part})
    try:
        opens, closes = time(int(span[1]), int(span[2] or 0)), time(int(span[3]), int(span[4] or 0))
    except ValueError:
        raise BadHours(_("«%(text)s» non è un'ora del giorno") % {"text": part}) from None
    if closes <= opens:
        raise BadHours(_("«%(text)s» finisce prima di cominciare") % {"text": part})
    return Hours(weekday, opens, closes, span[5].strip()[:160])


def day_text(rows: Iterable[Hours]) -> str:
    """What the form shows for a day: «9:30–11:30, 14:00–16:00 con mediatrice»."""
    return ", ".join(span_text(row) for row in rows)


def span_text(row: Hours) -> str:
    """«9:30–11:30»; «sì» where only the day is known."""
    if row.opens is None:
        return f"sì {row.note}".strip()
    closes = f"–{_hour(row.closes)}" if row.closes else ""
    return f"{_hour(row.opens)}{closes} {row.note}".strip()


def _hour(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def weekdays_of_rule(byday: str) -> list[int]:
    """«TH,FR» → [4, 5]; positions as in «1MO» are dropped with the day, because they are not every week."""
    return [BYDAY[day] for part in byday.split(",") if (day := part.strip().upper()) in BYDAY]


def current(rows: Iterable[Hours], today: date) -> list[Hours]:
    """The rows that hold today."""
    return sorted(
        (
            row
            for row in rows
            if (row.since is None or row.since <= today) and (row.until is None or today < row.until)
        ),
        key=lambda row: (row.weekday, row.opens or time.min),
    )


def week_of(rows: Iterable[Hours], today: date) -> tuple[list[int], date | None]:
    """The days of the week that hold today, and the first day on which they may be others."""
    kept = list(rows)
    days = sorted({row.weekday for row in current(kept, today)})
    turns = [day for row in kept for day in (row.since, row.until) if day is not None and day > today]
    return days, min(turns, default=None)


def why_not_hours(text: str) -> Words | None:
    """A reason, or None."""
    try:
        hours_of(1, text)
    except BadHours as problem:
        return str(problem)
    return None
