"""School in the small random worlds: of some children, at times written by mistake."""

from typing import Any


def add(maker: Any) -> None:
    """For about half the families a class and somebody to talk with."""
    world, dice = maker.world, maker.dice
    world.update(schoolings=[], school_contacts=[])
    children = {row["household"]: row["person"] for row in world["homes"]}
    for household, child in children.items():
        if dice.random() < 0.6:
            row = {
                "key": f"{household}-class",
                "household": household,
                "child": child,
                "cycle": "primary",
                "year": 2,
            }
            voided = dice.choice(("", "", "prova"))
            world["schoolings"].append({**row, "school": "Prova", "since": maker.day(-90), "voided": voided})
            world["school_contacts"].append({"schooling": row["key"], "name": "Prova", "phone": "02 555 1"})
