"""Plans of random worlds: for each case a version with two goals that hold each other, and everything about them."""

from typing import Any

STEPS = ("mai", "a volte", "spesso", "quasi sempre", "sempre")


def add(maker: Any) -> None:
    """Adds the rows to the maker's world."""
    world, dice = maker.world, maker.dice
    for name in (
        "plans",
        "goals",
        "goal_links",
        "goal_scores",
        "resources",
        "plan_actions",
        "disagreements",
        "acceptances",
        "plan_principles",
        "paths",
    ):
        world[name] = []
    for case in world["cases"]:
        if dice.random() < 0.5:
            _path(maker, case["household"], dice.choice(world["memberships"])["key"])
        if dice.random() < 0.7:
            _plan(maker, case["household"], dice.choice(world["memberships"])["key"])


def _path(maker: Any, key: str, hat: str) -> None:
    day = maker.day(-20)
    mark = {"step": "be_there", "by": hat, "day": day, "words": "prova"}
    about = {
        "household": key,
        "key": f"{key}-soli",
        "contact": hat,
        "zero": day,
        "begun": day,
        "loss": "death",
    }
    check = {"item": "told", "by": hat, "day": day, "words": "prova"}
    letter = {"letter": "near", "by": hat, "day": day, "words": "prova"}
    maker.world["paths"].append(
        {**about, "text": "soli-mai-2", "marks": [mark], "checks": [check], "letters": [letter]}
    )


def _plan(maker: Any, key: str, hat: str) -> None:
    world, day = maker.world, maker.day(-20)
    about = {"plan": key, "household": key, "by": hat, "day": day}
    state = maker.dice.choice(("draft", "in_force", "ended"))
    agreed = {} if state == "draft" else {"in_force": day, "review": maker.day(60)}
    ends = {"ended": maker.day(-3)} if state == "ended" else {}
    world["plans"].append(
        {**about, "key": key, "case": key, "number": 1, "state": state, "begun": day, **agreed, **ends}
    )
    for order, (side, strand) in enumerate((("children", "children"), ("parents", "work")), 1):
        goal = {
            "key": f"{key}-{side}",
            "side": side,
            "strand": strand,
            "order": order,
            "title": "prova",
            "steps": STEPS,
        }
        world["goals"].append({**about, **goal, "start": -2})
        world["plan_actions"].append(
            {**about, "key": f"{key}-{side}", "goal": f"{key}-{side}", "what": "prova", "worker": hat}
        )
        world["goal_scores"].append({**about, "goal": f"{key}-{side}", "level": -1})
    world["resources"].append({**about, "kind": "skill", "what": "prova"})
    world["goal_links"].append({**about, "child": f"{key}-children", "parent": f"{key}-parents"})
    world["disagreements"].append({**about, "somebody": "la nonna", "words": "prova"})
    # A child's, of every second family agreed to be shown, and a grown-up's where there is one.
    people = {row["key"] for row in world["persons"]} & {f"{key}-0", f"{key}-1"}
    shared = len(world["plans"]) % 2 == 0
    world["disagreements"] += [
        {**about, "person": one, "words": "prova", "shared": shared and one.endswith("-0")}
        for one in sorted(people)
    ]
    # Yeses that were taken back, of a child and of a grown-up.
    world["acceptances"] += [
        {**about, "person": one, "how": "voice", "voided": "ci ha ripensato"} for one in sorted(people)
    ]
    looked = {"edition": "sei-principi-famiglia-1", "answers": {}, "words": {}}
    world["plan_principles"].append({**about, **looked})
    world["acceptances"].append({**about, "worker": hat, "how": "paper", "mark": True, "imprinted": True})
