"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""

from intreccio.offer.directory.demo.recipe import recipe
from intreccio.offer.directory.demo.rows import load

__all__ = ["load", "recipe"]
