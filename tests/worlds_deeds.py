"""What happened in random small worlds, and who read of it."""

from datetime import UTC, datetime, time
from typing import Any


def add(maker: Any) -> None:
    """Acts and readings about families, and one that is no family's."""
    hats = [hat["key"] for hat in maker.world["memberships"]]
    moments = [datetime.combine(maker.day(-day), time(9), UTC) for day in range(1, 4)]
    about = [(household["key"], at) for household in maker.world["households"] for at in moments]
    maker.world["events"] = [
        {
            "kind": "household.created",
            "subject": ("people.household", key),
            "household": key,
            "at": at,
            "membership": maker.dice.choice(hats),
        }
        for key, at in about
    ] + [
        {
            "kind": "hat.worn",
            "subject": ("organisations.membership", hats[0]),
            "at": moments[0],
            "membership": hats[0],
        }
    ]
    maker.world["readings"] = [
        {"page": f"page-{number}", "household": key, "at": at, "membership": maker.dice.choice(hats)}
        for number, (key, at) in enumerate(about)
    ]
