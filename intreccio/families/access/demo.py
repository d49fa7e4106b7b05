"""This area's share of the invented district."""

from datetime import date
from typing import Any

from intreccio.ground.kernel.bulk import Row


def recipe(today: date) -> dict[str, list[Row]]:
    """Nothing yet."""
    return {}


def load(world: dict[str, Any]) -> None:
    """Nothing yet."""
