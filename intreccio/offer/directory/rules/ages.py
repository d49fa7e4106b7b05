"""Ages in months, said and read as people do."""

import re

from intreccio.ground.kernel.words import _, many

_SAID = re.compile(r"(\d{1,4})\s*(a|ann[oi]|m|mes[ei]|years?|months?)?\.?", re.IGNORECASE)
OLDEST = 120 * 12
SMALL = 36


def months_of(text: str) -> tuple[int, int] | None:
    """«3», «3 anni» → (36, 47); «18 mesi» → (18, 18). None where it is no age."""
    said = _SAID.fullmatch(text.strip())
    if said is None:
        return None
    number, in_months = int(said[1]), (said[2] or "a").lower().startswith("m")
    first, last = (number, number) if in_months else (number * 12, number * 12 + 11)
    return (first, last) if last <= OLDEST else None


def age_code(ages: tuple[int, int]) -> str:
    """The shortest way to write an age in an address: «3» or «18m»."""
    first, last = ages
    return f"{first // 12}" if last - first == 11 else f"{first}m"


def age_words(ages: tuple[int, int]) -> str:
    """(36, 47) → «3 anni»; (18, 18) → «18 mesi»."""
    first, last = ages
    return _years(first // 12) if last - first == 11 else _months(first)


def span_words(age_from: int | None, age_to: int | None) -> str:
    """Who is welcome by age: «da 6 a 10 anni», «fino a 36 mesi», «dai 14 anni», «tutte le età»; empty: not known."""
    if age_from is None and age_to is None:
        return ""
    start = age_from or 0
    if age_to is None:
        return _("dai %(age)s") % {"age": _unit(start)} if start else _("tutte le età")
    if age_to <= SMALL or age_to % 12:
        said = _("da %(first)s a %(last)s mesi") if start else _("fino a %(last)s mesi")
        return said % {"first": start, "last": age_to}
    last = age_to // 12 - 1
    if not start:
        return _("fino a %(age)s") % {"age": _years(last)}
    if start % 12 or start // 12 < last:
        first = _months(start) if start % 12 else str(start // 12)
        return _("da %(first)s a %(last)s") % {"first": first, "last": _years(last)}
    return _("a %(age)s") % {"age": _years(last)}


def _unit(months: int) -> str:
    return _months(months) if months % 12 or months < 24 else _years(months // 12)


def _years(number: int) -> str:
    return many("%d anno", "%d anni", number) % number


def _months(number: int) -> str:
    return many("%d mese", "%d mesi", number) % number
