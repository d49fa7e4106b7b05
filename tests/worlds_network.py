"""Strategy and agenda in the small random worlds: of teams of every body, some annulled."""

from datetime import time
from typing import Any


def add(maker: Any) -> None:
    """A goal and a look for each team, and an appointment; who takes care of it may be anybody."""
    hats = [hat["key"] for hat in maker.world["memberships"]]
    goals, looks, met = [], [], []
    for team in maker.teams:
        key, voided = f"{team}-goal", maker.dice.choice(("", "", "sbagliato"))
        said = {"change": "Prova", "why": "Prova", "due": maker.day(30), "sign": "Prova"}
        goals.append({"key": key, "team": team, "carer": maker.dice.choice(hats), "voided": voided, **said})
        looks.append(
            {
                "goal": key,
                "day": maker.day(-3),
                "step": "under_way",
                "words": "Prova",
                "by": maker.dice.choice(hats),
            }
        )
        met.append(
            {
                "key": f"{team}-met",
                "team": team,
                "day": maker.day(-2),
                "hour": time(9),
                "whom": "Prova",
                "about": "Prova",
            }
        )
    maker.world.update(strategy_goals=goals, strategy_looks=looks, appointments=met)
