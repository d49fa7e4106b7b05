"""How things are said, as pure functions of values."""

from datetime import date


def initials_of(name: str) -> str:
    """«Chiara Fontana» → «CF», «Prof. Neri» → «N»: titles with a full stop are no names."""
    words = [word for word in name.split() if not word.endswith(".")] or name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def one_or_many(number: int, words: str) -> str:
    """The word that goes with a number, out of «famiglia,famiglie»."""
    one, _, many = words.partition(",")
    return one.strip() if number == 1 else (many or one).strip()


def how_long(days: int) -> tuple[int, str]:
    """A number of days in the unit a person would use: days to two months, months to two years, then years."""
    if days < 60:
        return days, "day"
    if days < 730:
        return days // 30, "month"
    return days // 365, "year"


def distance_of(day: date, today: date) -> tuple[int, str]:
    """How far a day is, below zero in the past: (-4, "day"), (2, "month"), (0, "day") for today."""
    days = (day - today).days
    number, unit = how_long(abs(days))
    return (number if days >= 0 else -number), unit


def share(value: float, whole: float) -> int:
    """How much of a bar is filled, out of 100; a bar starts at zero and never overflows."""
    if whole <= 0:
        return 0
    return round(min(max(value / whole, 0), 1) * 100)
