"""The way to a diploma or a qualification: until when one is at school by law, and who has no school today. No number is made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intreccio.answers.school.rules.schooling import FIRST_MONTH, school_year
from intreccio.answers.school.vocabulary import Cycle, Duty, Ending

# Legge 296/2006, art. 1, comma 622: ten years at least, from six on. D.lgs. 76/2005, art. 1: to eighteen, or to a qualification.
BEGINS, OBLIGED, RIGHT = 6, 16, 18
# Between one school and the next nobody is out of school yet.
BETWEEN = timedelta(days=30)
AT_THE_END = frozenset({Ending.PASSED, Ending.REPEATS, Ending.FINISHED})
SUMMER = (6, 7, 8)
TAKEN = frozenset({Ending.DIPLOMA, Ending.QUALIFIED})


@dataclass(frozen=True, slots=True)
class Spell:
    """A class, as the rules read it; `until` is excluded, None where it goes on."""

    cycle: str
    since: date
    until: date | None = None
    ending: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Out:
    """Who has no school: which duty holds today, and since when there is none."""

    duty: Duty
    since: date


def birthday(birth: date, years: int) -> date:
    """The day on which one is so old; of a 29 February, the first of March."""
    leap = (birth.month, birth.day) == (2, 29)
    return date(birth.year + years, 3, 1) if leap else birth.replace(year=birth.year + years)


def duty_on(birth: date | None, day: date, *, has_taken: bool = False) -> Duty | None:
    """Which duty holds on a day; None before it begins and after it is over. One begins in the autumn of the year of one's six."""
    if birth is None or day < date(birth.year + BEGINS, FIRST_MONTH, 1):
        return None
    if day < birthday(birth, OBLIGED):
        return Duty.OBLIGATION
    return Duty.RIGHT if day < birthday(birth, RIGHT) and not has_taken else None


def out_of_school(birth: date | None, spells: Sequence[Spell], today: date) -> Out | None:
    """Whether somebody who should be at school is in none today. Of whom nothing is written nothing is said."""
    begun = [spell for spell in spells if spell.since <= today]
    if not begun or any(spell.until is None or today < spell.until for spell in begun):
        return None
    duty = duty_on(birth, today, has_taken=any(spell.ending in TAKEN for spell in begun))
    since = _since(max(begun, key=lambda spell: spell.until or today), today)
    return Out(duty, since) if duty and since <= today else None


def _since(last: Spell, today: date) -> date:
    """Who has left is out at once; who changes, some days after; who ends a year, once the next one has begun without them."""
    until = last.until or today
    if last.ending == Ending.LEFT:
        return until
    ends_a_year = last.ending in AT_THE_END or until.month in SUMMER
    return (date(school_year(until) + 1, FIRST_MONTH, 1) if ends_a_year else until) + BETWEEN


@dataclass(frozen=True, slots=True)
class Mark:
    """One school year of a school, as it is drawn: how it ended, where it did."""

    year: int
    ending: str
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """A school on the way, with the years of it that are known."""

    cycle: str
    marks: tuple[Mark, ...]


# At which age each school is begun by who goes on year by year, and how many years it lasts.
AHEAD = {Cycle.PRIMARY: (6, 5), Cycle.LOWER: (11, 3), Cycle.UPPER: (14, 5)}
UPPER = frozenset({Cycle.UPPER, Cycle.VOCATIONAL})


@dataclass(frozen=True, slots=True)
class Coming:
    """A school that is still to come: from which year, to which."""

    cycle: str
    first: int
    last: int


def coming_of(birth: date | None, stages: Iterable["Stage"], today: date) -> list[Coming]:
    """The schools between today and a diploma of which nothing is written yet: a way that is open, and no forecast."""
    known = {stage.cycle for stage in stages}
    if birth is None or known & UPPER:
        return []
    now = school_year(today)
    spans = ((cycle, birth.year + age, birth.year + age + years - 1) for cycle, (age, years) in AHEAD.items())
    return [Coming(cycle, first, last) for cycle, first, last in spans if cycle not in known and last > now]


def stages_of(spells: Iterable[Spell], today: date) -> list[Stage]:
    """School by school in the order in which one grows: each year once, with the last word about it."""
    found: dict[str, dict[int, Mark]] = {cycle: {} for cycle in Cycle.values}
    for spell in sorted(spells, key=lambda each: each.since):
        first, last = school_year(spell.since), school_year(_last_day(spell, today))
        for year in range(first, last + 1):
            is_last = year == last
            found[spell.cycle][year] = Mark(
                year, spell.ending if is_last else "", is_last and spell.until is None
            )
    return [
        Stage(cycle, tuple(marks[year] for year in sorted(marks))) for cycle, marks in found.items() if marks
    ]


def _last_day(spell: Spell, today: date) -> date:
    """Of one that goes on, today: years to come are not drawn."""
    return max(spell.since, spell.until - timedelta(days=1) if spell.until else today)
