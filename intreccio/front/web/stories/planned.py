"""The plans of the families in charge: rows and acts, told apart from the families' own stories."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from intreccio.front.web.stories import planned_acts, planned_families, planned_marchetti
from intreccio.front.web.stories.tale import Rows, merged
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]


def rows(today: date) -> Rows:
    """Rows of the district as it stands on `today`."""
    return merged([planned_marchetti.story(today), *planned_families.stories(today)])


def acts_of(world: World) -> Iterator[Row]:
    """The acts behind them."""
    return planned_acts.acts_of(world)


def settle(world: World) -> None:
    """Where each case stands follows from its last step, whichever chapter has told it; who took it over took it so."""
    cases = {row["key"]: row for row in world.get("cases", [])}
    stages: dict[str, str] = {}
    for step in sorted(world.get("case_steps", []), key=lambda row: row["day"]):
        key = step["case"]
        if step["verb"] == "hand_over_case":
            step["from"] = step["to"] = stages[key]
            continue
        if stages.get(key) != step["to"]:
            cases[key].update(stage=step["to"], since=step["day"])
        stages[key] = step["to"]
