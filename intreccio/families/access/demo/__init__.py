"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""
