"""Loads invented plans from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from typing import Any

World = dict[str, Any]


def load(world: World) -> None:
    """Rows of this area."""
