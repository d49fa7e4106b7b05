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
    """A first version counts from the day on which its case went on with it; where no chapter has said so, the case follows."""
    told = {step["case"]: step["day"] for step in world["case_steps"] if step["verb"] == "begin_plan"}
    cases = {row["key"]: row for row in world["cases"]}
    for plan in world["plans"]:
        if plan["number"] > 1 or not plan.get("in_force"):
            continue
        if plan["case"] in told:
            _count_from(world, plan, told[plan["case"]])
        else:
            world["case_steps"].append(_step(plan))
            cases[plan["case"]].update(stage="plan", since=plan["in_force"])


def _count_from(world: World, plan: dict[str, Any], day: date) -> None:
    """Who agreed on the day on which it began agreed on this one."""
    for table in ("acceptances", "disagreements"):
        for row in world[table]:
            if row["plan"] == plan["key"] and row["day"] == plan["in_force"]:
                row["day"] = day
    plan["in_force"] = day


def _step(plan: dict[str, Any]) -> dict[str, Any]:
    return {
        "case": plan["case"], "household": plan["household"], "verb": "begin_plan", "day": plan["in_force"], "motive": "agreed",
        "words": "", "from": "in_charge", "to": "plan", "by": plan["decided_by"],
    }  # fmt: skip
