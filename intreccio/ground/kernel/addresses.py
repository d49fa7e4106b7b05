"""Addresses that a page repeats: asked of Django once, then remembered as long as the pages of the installation are the same."""

from functools import lru_cache
from uuid import UUID

from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse


def address_of(url_name: str) -> str:
    """Where a page is; empty where this installation has no such page."""
    return _address_of(url_name, get_resolver())


def address_of_row(url_name: str, *keys: UUID) -> str:
    """What `reverse(url_name, args=keys)` answers, for pages that point to dozens of rows: only the keys change."""
    return _pattern(url_name, len(keys), get_resolver()) % keys


@lru_cache
def _address_of(url_name: str, _pages: URLResolver) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=512)
def _pattern(url_name: str, number: int, _pages: URLResolver) -> str:
    places = [UUID(int=place) for place in range(number)]
    pattern = reverse(url_name, args=places).replace("%", "%%")
    for place in places:
        pattern = pattern.replace(str(place), "%s", 1)
    return pattern
