"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""

from intreccio.parties.people.demo.district import recipe
from intreccio.parties.people.demo.rows import load

__all__ = ["load", "recipe"]
