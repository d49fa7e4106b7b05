"""What is asked around a line of support."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst


def capital(choices: Iterable[Any]) -> list[tuple[str, str]]:
    """Choices as they stand at the beginning of a line."""
    return [(each.value, capfirst(each.label)) for each in choices]
