"""Ages and the bands that facts keep."""

from datetime import date, timedelta

from intreccio.parties.people.vocabulary import BirthPrecision

# What somebody is called in a home, where nothing else says whether they are grown up.
GROWN = frozenset({"parent", "partner", "grandparent"})
YOUNG = frozenset({"child", "sibling", "foster"})
# SINBA bands for minors (FasciaEta), then the bands of youth and adults used by European funds.
_BANDS = (
    (3, "0-2"),
    (6, "3-5"),
    (9, "6-8"),
    (12, "9-11"),
    (15, "12-14"),
    (18, "15-17"),
    (30, "18-29"),
    (65, "30-64"),
)


def age_on(birth: date, day: date) -> int:
    """Completed years on `day`; 0 for somebody expected."""
    return max(day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)), 0)


def band_of(birth: date | None, day: date) -> str:
    """The band a fact keeps instead of a date of birth."""
    if birth is None:
        return "unknown"
    if birth > day:
        return "expected"
    age = age_on(birth, day)
    return next((band for limit, band in _BANDS if age < limit), "65+")


def months_on(birth: date, day: date) -> int:
    """Completed months on `day`; 0 for somebody expected."""
    return max((day.year - birth.year) * 12 + day.month - birth.month - (day.day < birth.day), 0)


def is_minor(birth: date | None, day: date) -> bool:
    """True below eighteen, also before birth; False where nothing is known."""
    return birth is not None and (birth > day or age_on(birth, day) < 18)


def may_be_minor(birth: date | None, precision: str, day: date, *, untold: bool) -> bool:
    """Below eighteen as far as anybody can tell: a year alone, or a guess, counts to its end. untold: where no birth is written."""
    if birth is None:
        return untold
    return is_minor(birth if precision == BirthPrecision.EXACT else birth.replace(month=12, day=31), day)


def born_together(one: date, other: date) -> bool:
    """Of one birth, as twins are: also where one comes before midnight and the other after."""
    return abs(one - other) <= timedelta(days=1)


def of_age_on(birth: date | None) -> date | None:
    """The day on which one is eighteen; whoever was born on a 29 February is so on 1 March."""
    if birth is None:
        return None
    leap = (birth.month, birth.day) == (2, 29)
    return date(birth.year + 18, 3, 1) if leap else birth.replace(year=birth.year + 18)
