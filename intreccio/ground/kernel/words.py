"""Words that a rule answers: written in Italian where the rule is, said in the reader's language where they are shown.

Rules are pure and know no Django: they take `_` from here, and `later` for what is said once when a module is read.
Values go in by name: `_("dopo %(days)s giorni") % {"days": 3}`.
"""

from collections.abc import Set
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import ngettext as many

__all__ = ["_", "data_in_language", "in_language", "in_sentence", "later", "many"]


def in_language(text: str) -> str:
    """The reader's words for a text that is kept in Italian as data (a need's label, an item of an instrument)."""
    return _(text) if text else ""


def data_in_language(data: Any, spoken: Set[str], *, inside: bool = False) -> Any:
    """The same data, each of its words in the reader's language; codes and numbers stay. spoken: under which keys words stand."""
    if isinstance(data, str):
        return in_language(data) if inside else data
    if isinstance(data, list):
        return [data_in_language(each, spoken, inside=inside) for each in data]
    if isinstance(data, dict):
        return {key: data_in_language(each, spoken, inside=key in spoken) for key, each in data.items()}
    return data


def in_sentence(name: str) -> str:
    """A day or a month inside a sentence: with a small letter, but where the reader's language writes a capital."""
    return name if get_language() == "en" else name.lower()
