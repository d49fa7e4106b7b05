"""The acts behind the rows of plans, exactly as the actions would have recorded them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]


def acts_of(world: World) -> Iterator[Row]:
    """In the order in which a morning brings them: versions, goals, what holds them, who does what, yeses, scores."""
    goals = {row["key"]: row for row in world.get("goals", [])}
    for plan in world.get("plans", []):
        yield _act("plan.begun", plan, plan["begun"], "plan", (plan["key"],), number=plan["number"])
    for row in world.get("resources", []):
        yield _act(
            "resource.added",
            row,
            row["day"],
            "familyresource",
            (row["household"], row["what"]),
            about=row["kind"],
        )
    yield from _goals(world, goals)
    yield from _actions(world, goals)
    for row in world.get("disagreements", []):
        yield _act(
            "disagreement.written",
            row,
            row["day"],
            "disagreement",
            (row["plan"], row.get("person") or row["somebody"]),
        )
    for row in world.get("acceptances", []):
        whose = "person" if row.get("person") else "worker"
        yield _act(
            "plan.accepted", row, row["day"], "acceptance", (row["plan"], row[whose]), by_whom=whose, how=row["how"],
            reserved=bool(row.get("reservation")), marked=bool(row.get("mark")),
        )  # fmt: skip
    yield from _forces(world)
    yield from _scores(world, goals)
    for row in world.get("plan_principles", []):
        yield _act("plan.principles_checked", row, row["day"], "plan", (row["plan"],), edition=row["edition"])


def _act(kind: str, row: Row, at: Any, table: str, key: tuple[str, ...], **codes: Any) -> Row:
    return {
        "kind": kind, "membership": row["by"], "at": at, "subject": (f"plans.{table}", "/".join(key)), "key": (table, *key),
        "household": row["household"], "codes": codes,
    }  # fmt: skip


def _goals(world: World, goals: dict[str, Row]) -> Iterator[Row]:
    """Those that were carried over came with their version."""
    for row in goals.values():
        if not row.get("carried_from"):
            yield _act(
                "goal.added",
                row,
                row["day"],
                "goal",
                (row["key"],),
                side=row["side"],
                strand=row["strand"],
                need=row.get("need", ""),
            )
    for row in world.get("goal_links", []):
        if not goals[row["child"]].get("carried_from"):
            other = str(key_for("goal", row["parent"]))
            yield _act("goal.linked", row, row["day"], "goal", (row["child"],), other=other)


def _actions(world: World, goals: dict[str, Row]) -> Iterator[Row]:
    for row in world.get("plan_actions", []):
        goal = goals[row["goal"]]
        doer = next((kind for kind in ("person", "worker", "service") if row.get(kind)), "somebody")
        if not goal.get("carried_from"):
            yield _act(
                "action.added",
                row,
                row["day"],
                "planaction",
                (row["key"],),
                doer=doer,
                need=goal.get("need", ""),
            )
        if row.get("done"):
            yield _act("action.done", row, row["done"], "planaction", (row["key"],), state="done")


def _forces(world: World) -> Iterator[Row]:
    counted: dict[str, Counter[str]] = {}
    for goal in world.get("goals", []):
        counted.setdefault(goal["plan"], Counter())[goal["side"]] += 1
    for plan in world.get("plans", []):
        decided = {**plan, "by": plan["decided_by"]}
        if plan.get("ended"):
            yield _act(
                "plan.ended",
                decided,
                plan["ended"],
                "plan",
                (plan["key"],),
                number=plan["number"],
                state=plan["state"],
            )
        if plan.get("in_force"):
            goals = {side: counted[plan["key"]][side] for side in ("children", "parents")}
            yield _act(
                "plan.in_force",
                decided,
                plan["in_force"],
                "plan",
                (plan["key"],),
                number=plan["number"],
                goals=goals,
            )


def _scores(world: World, goals: dict[str, Row]) -> Iterator[Row]:
    for row in world.get("goal_scores", []):
        goal = goals[row["goal"]]
        yield _act(
            "goal.scored", row, row["day"], "goal", (row["goal"],), level=row["level"], start=goal["start"],
            aim=goal.get("aim", 0), at_review=row.get("at_review", False), on=str(row["day"]), side=goal["side"],
            need=goal.get("need", ""),
        )  # fmt: skip
