"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""

from intreccio.workshop.protocols.demo.rows import load, recipe

__all__ = ["load", "recipe"]
