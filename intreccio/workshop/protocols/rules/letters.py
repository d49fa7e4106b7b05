"""When a letter leaves, when its reminders do, and what stops them. Days to be respected are left in peace."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, many
from intreccio.workshop.protocols.rules.calendar import Part
from intreccio.workshop.protocols.rules.moments import day_of, in_words

A_DAY = timedelta(days=1)
Quiet = Mapping[str, int]


def is_quiet(day: date, dates: Collection[date], quiet: Quiet) -> bool:
    """Around the return of a day that hurts: so many days `before` and `after`. The day itself, that year, is no return."""
    before, after = timedelta(days=quiet["before"]), timedelta(days=quiet["after"])
    return any(back - before <= day <= back + after for each in dates for back in _returns(each, day))


def _returns(each: date, near: date) -> Iterator[date]:
    """The anniversaries of a day around another, from the first on."""
    years = range(near.year - each.year - 1, near.year - each.year + 2)
    return (months_after(each, 12 * number) for number in years if number >= 1)


def left_in_peace(day: date, dates: Collection[date], quiet: Quiet) -> date | None:
    """The first day from this one on that is not to be respected; None where a whole year is."""
    year = (day + A_DAY * ahead for ahead in range(366))
    return next((each for each in year if not is_quiet(each, dates, quiet)), None)


def sendings(letter: Part, zero: date, dates: Collection[date], quiet: Quiet | None) -> list[date]:
    """The day of a letter, and those of its reminders: few, apart, and never on a day to be respected.

    A letter that is written for the anniversary (`remembers`) leaves on its own day. dates: those that come back.
    """
    first = day_of(letter["when"], zero)
    if letter.get("remembers"):
        return [first]
    again = letter.get("again") or {"every": "1d", "most": 0}
    days: list[date] = []
    while len(days) <= again["most"]:
        wanted = day_of(again["every"], days[-1]) if days else first
        if (day := left_in_peace(wanted, dates, quiet) if quiet else wanted) is None:
            break
        days.append(day)
    return days


def again_in_words(again: Mapping[str, Any] | None) -> str:
    """How often it is recalled; empty where it is not."""
    if not again:
        return ""
    said = {"most": again["most"], "every": in_words(again["every"])}
    return (
        many(
            "Se nessuno risponde si ricorda %(most)s volta, %(every)s.",
            "Se nessuno risponde si ricorda %(most)s volte, ogni volta %(every)s.",
            again["most"],
        )
        % said
    )


def why_not_send(*, reminder: bool, silent: bool, ended: bool, answered: bool) -> Words | None:
    """What stops a letter: silence that was asked for, the end of the path; and a reminder, also an answer."""
    if silent:
        return _("Ha chiesto silenzio: non parte più niente.")
    if ended:
        return _("Il percorso è finito: non parte più niente.")
    return _("Ha già risposto: non si ricorda più.") if reminder and answered else None
