"""School in the small random worlds: of some children, at times written by mistake."""

from typing import Any


def add(maker: Any) -> None:
    """For about half the families a class and somebody to talk with."""
    world, dice = maker.world, maker.dice
    world.update(schoolings=[], school_contacts=[], school_sheets=[], school_paths=[], school_plans=[])
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
            hat = dice.choice(world["memberships"])["key"]
            asked = {
                "key": row["key"],
                "schooling": row["key"],
                "teacher": "Prova",
                "by": hat,
                "name": "Prova",
            }
            came = {"answered": maker.day(-5), "answers": {"able": 3}} if dice.random() < 0.5 else {}
            world["school_sheets"].append({**asked, "asked": maker.day(-9), **came})
            mark = {"step": "place", "by": hat, "day": maker.day(-5), "words": "prova"}
            lost = {
                "zero": maker.day(-9),
                "begun": maker.day(-9),
                "loss": "death",
                "text": "soli-mai-scuola-1",
            }
            agreed = {"kind": dice.choice(("pei", "pdp")), "year": maker.day(0).year, "signed": maker.day(-9)}
            world["school_plans"].append(
                {"key": row["key"], "household": household, "child": child, **agreed}
            )
            about = {"key": row["key"], "household": household, "child": child, "contact": hat}
            world["school_paths"].append({**about, **lost, "marks": [mark]})
            world["school_contacts"].append({"schooling": row["key"], "name": "Prova", "phone": "02 555 1"})
