"""Addresses of the rows of a list: reversed once, then only the key changes."""

from functools import lru_cache
from uuid import UUID

from django.urls import reverse

_ANY = UUID(int=0)


def address_of_row(url_name: str, key: UUID) -> str:
    """What `reverse(url_name, args=[key])` answers, for pages that point to dozens of rows."""
    before, after = _around(url_name)
    return f"{before}{key}{after}"


@lru_cache
def _around(url_name: str) -> tuple[str, str]:
    before, _, after = reverse(url_name, args=[_ANY]).partition(str(_ANY))
    return before, after
