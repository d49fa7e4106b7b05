"""Which letter of a path goes next, and when. A person takes it: nothing leaves by itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Definition, Part, concerns
from intreccio.workshop.protocols.rules.letters import left_in_peace, sendings
from intreccio.workshop.protocols.rules.moments import day_of

A_DAY = timedelta(days=1)
# A family is often met some weeks after: a letter whose day has passed by so little still does good.
LATE = timedelta(weeks=4)
# Whoever goes there some days before takes it along.
EARLY = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Gone:
    """A letter that went, or was left aside."""

    day: date
    answered: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The code of a letter that waits, which time it is (0 the letter, 1 its first reminder), from which day."""

    letter: str
    turn: int
    day: date


def waiting_letters(
    definition: Definition,
    zero: date,
    dates: Collection[date],
    gone: Mapping[str, Sequence[Gone]],
    *,
    since: date,
    about: str,
    loss: str = "",
) -> list[Next]:
    """Each that has still to go, by its day; empty where nothing more goes.

    dates: those that come back, and are left in peace. gone: by code, in their order. What was for long before `since` waits for nobody.
    """
    waiting = (
        turn_of(letter, zero, dates, gone.get(letter["code"], ()), quiet=definition.get("quiet"), since=since)
        for letter in definition.get("letters", [])
        if concerns(letter, about=about, loss=loss)
    )
    return sorted((each for each in waiting if each), key=lambda each: (each.day, each.letter))


def is_early(waits: Next | None, day: date) -> bool:
    """Its day is more than a week away: what it speaks of has not happened yet."""
    return waits is not None and day < waits.day - EARLY


def written(waiting: Sequence[Next]) -> dict[str, Any]:
    """As a path keeps them, so that Oggi asks no text: the letters with their days, and the first day."""
    kept = [{"letter": each.letter, "day": each.day.isoformat()} for each in waiting]
    return {"waiting_letters": kept, "letter_on": waiting[0].day if waiting else None}


def turn_of(
    letter: Part,
    zero: date,
    dates: Collection[date],
    gone: Sequence[Gone],
    *,
    quiet: Mapping[str, int] | None,
    since: date,
) -> Next | None:
    """When this letter goes, or goes again. A reminder counts from the day on which the one before it really went."""
    code = letter["code"]
    if not gone:
        days = sendings(letter, zero, dates, quiet)
        late = A_DAY if letter.get("remembers") else LATE
        return Next(code, 0, max(days[0], since)) if days and days[0] > since - late else None
    again = letter.get("again")
    if not again or len(gone) > again["most"] or any(each.answered or each.aside for each in gone):
        return None
    wanted = day_of(again["every"], gone[-1].day)
    day = left_in_peace(wanted, dates, quiet) if quiet else wanted
    return Next(code, len(gone), day) if day else None


def why_not_take(
    *, turn: int, expected: int | None, quiet: bool, remembers: bool, went: Words = "", early: bool = False, unborn: bool = False
) -> Words | None:  # fmt: skip
    """What stands against a letter today, beside silence and the end. expected: which time it is; None where it goes no more.

    went: by whom and when it was taken, for who comes second; empty where it never was. early: its day is far. unborn:
    it speaks of a birth that nobody has written.
    """
    if turn != expected:
        return went or _("Questa lettera non parte più: il suo giorno è passato da molto.")
    if early:
        return _("Non è ancora il suo giorno: si può portare da una settimana prima.")
    if unborn:
        return _("Parla di una nascita che non è ancora scritta: prima si scrive com'è andata.")
    if quiet and not remembers:
        return _("Questi giorni si lasciano in pace: sono intorno a un giorno che torna.")
    return None


def why_not_answer(*, voided: str, answered: str) -> Words | None:
    """What somebody else has written of it meanwhile. voided: why it was annulled; answered: the day, in words; empty where not."""
    if voided:
        return _("È già annullata: «%s».") % voided
    return _("È già scritto: hanno risposto %s.") % answered if answered else None


def why_not_then(day: date, *, begun: date, last: date | None, today: date) -> Words | None:
    """A letter goes on a day that has come, not before the path began, nor before the one that it recalls."""
    if day > today:
        return _("Non è ancora successo: scrivilo quando è fatto.")
    if day < begun or (last is not None and day < last):
        return _("È prima che il percorso cominciasse, o della lettera di prima.")
    return None
