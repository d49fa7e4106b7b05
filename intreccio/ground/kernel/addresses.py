"""Addresses that a page repeats: asked of Django once, then remembered as long as the pages of the installation are the same."""

from functools import lru_cache
from uuid import UUID

from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse

_ANY = UUID(int=0)


def address_of(url_name: str) -> str:
    """Where a page is; empty where this installation has no such page."""
    return _address_of(url_name, get_resolver())


def address_of_row(url_name: str, key: UUID) -> str:
    """What `reverse(url_name, args=[key])` answers, for pages that point to dozens of rows: only the key changes."""
    before, after = _around(url_name, get_resolver())
    return f"{before}{key}{after}"


@lru_cache
def _address_of(url_name: str, _pages: URLResolver) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


@lru_cache
def _around(url_name: str, _pages: URLResolver) -> tuple[str, str]:
    before, _, after = reverse(url_name, args=[_ANY]).partition(str(_ANY))
    return before, after
