"""Countries, with the codes by which papers call them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

WRITTEN = Path(__file__).with_name("countries.json")


class Country(NamedTuple):
    """A country, or one that is no longer there: no ISO code then. `cadastral`: Z330, as in fiscal codes."""

    cadastral: str
    iso2: str
    iso3: str
    name: str


@cache
def countries() -> tuple[Country, ...]:
    """By name."""
    return tuple(Country(*row) for row in json.loads(WRITTEN.read_text(encoding="utf-8"))["countries"])


@cache
def by_code() -> dict[str, Country]:
    """Each under every code that it has."""
    return {code: each for each in countries() for code in each[:3] if code}


def country_name(code: str) -> str:
    """«MA», «MAR», «Z330» → «Marocco», in the reader's language; a code that nobody knows stays as it is."""
    found = by_code().get(code)
    if found is None:
        return code
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return found.name
    return str(Locale.parse(language).territories.get(found.iso2, found.name))


def citizenships() -> Iterator[tuple[str, str]]:
    """Code and name of what somebody may be a citizen of today."""
    return ((each.iso2, each.name) for each in countries() if each.iso2)
