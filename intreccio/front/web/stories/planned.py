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
    """A case goes on with its plan from the day on which the first version counts, where its own chapter has not said so."""
    told = {step["case"] for step in world["case_steps"] if step["verb"] == "begin_plan"}
    cases = {row["key"]: row for row in world["cases"]}
    for plan in world["plans"]:
        if plan["number"] == 1 and plan.get("in_force") and plan["case"] not in told:
            world["case_steps"].append(
                {"case": plan["case"], "household": plan["household"], "verb": "begin_plan", "day": plan["in_force"], "motive": "agreed",
                 "words": "", "from": "in_charge", "to": "plan", "by": plan["decided_by"]}
            )  # fmt: skip
            cases[plan["case"]].update(stage="plan", since=plan["in_force"])
