"""The recipe of the taxonomy laid flat: one row a need, in the order of the founding text."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]
CODES = ("nomenclatore", "sioss", "inps_prestazione", "sinba", "esf")


def needs_of(recipe: Mapping[str, Any]) -> list[Row]:
    """Every need of a recipe, numbered from 1; codes of other taxonomies only where the recipe names them."""
    rows = [*_areas(recipe), *_flat(recipe, "dimensions", "dimension"), *_flat(recipe, "themes", "theme")]
    return [{**row, "order": order} for order, row in enumerate(rows, start=1)]


def _areas(recipe: Mapping[str, Any]) -> Iterator[Row]:
    for area in recipe["areas"]:
        yield _row(area, code=area["code"], kind="area", parent=None)
        for line in area["lines"]:
            yield _row(line, code=f"{area['code']}.{line['code']}", kind="line", parent=area["code"])
        for number, label in enumerate(area["goals"], start=1):
            code = f"{area['code']}.obiettivo_{number}"
            yield _row({"label": label}, code=code, kind="goal", parent=area["code"])


def _flat(recipe: Mapping[str, Any], key: str, kind: str) -> Iterator[Row]:
    for each in recipe.get(key, []):
        yield _row(each, code=each["code"], kind=kind, parent=None)


def _row(each: Mapping[str, Any], *, code: str, kind: str, parent: str | None) -> Row:
    known = {key: each[key] for key in CODES if key in each}
    return {
        "code": code,
        "kind": kind,
        "parent_id": parent,
        "label": each["label"],
        "plain": each.get("plain", ""),
        **known,
    }


def week_of(day: date) -> date:
    """The Monday of a day's week: the ledger of unmet need keeps nothing finer."""
    return day - timedelta(days=day.weekday())
