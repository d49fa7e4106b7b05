"""This area's share of the invented district: `recipe(today)` as plain dictionaries, `load(world)` as rows."""

from datetime import date

from intreccio.ground.kernel.bulk import Row
from intreccio.parties.organisations.demo import district, life, strategy
from intreccio.parties.organisations.demo.rows import load

__all__ = ["load", "recipe"]


def recipe(today: date) -> dict[str, list[Row]]:
    """Bodies, teams and people at work; what makes the network live; what teams want to change."""
    merged = district.recipe(today)
    for more in (life.recipe(today), strategy.recipe(today)):
        for name, rows in more.items():
            merged[name] = [*merged.get(name, []), *rows]
    return merged
