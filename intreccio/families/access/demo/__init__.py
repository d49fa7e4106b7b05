"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""

from intreccio.families.access.demo.district import recipe
from intreccio.families.access.demo.rows import load

__all__ = ["load", "recipe"]
