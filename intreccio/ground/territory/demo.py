"""This area's share of the invented district. The network is invented; the place and its eleven towns are real."""

from datetime import date
from typing import Any

from intreccio.ground.kernel.bulk import KEEPER, Row
from intreccio.ground.territory import actions, queries


def recipe(today: date) -> dict[str, list[Row]]:  # noqa: ARG001  # every area's share is asked for in the same way
    """The district Visconteo Sud Milano."""
    districts: list[Row] = [
        {
            "key": each["code"],
            "name": each["name"],
            "municipalities": [municipality["code"] for municipality in each["municipalities"]],
        }
        for each in queries.written_districts()
    ]
    return {"districts": districts}


def load(world: dict[str, Any]) -> None:
    """Districts over the municipalities that reference data has brought."""
    for district in world.get("districts", []):
        actions.set_district(district["key"], district["name"], district["municipalities"], using=KEEPER)
