"""Paths of who works in the small random worlds: of anybody, read by anybody; who was chosen may have left, or wear another hat too."""

from typing import Any

HATS = (("educator", "employee"), ("participant", "user_member"), ("organisation_lead", "employee"))


def add(maker: Any) -> None:
    """Each user may have one; the first names everybody, the others a few or nobody."""
    people = [user["key"] for user in maker.world["users"]]
    at = {hat["user"]: hat["organisation"] for hat in maker.world["memberships"]}
    for user in people[::3]:
        role, kind = maker.dice.choice(HATS)
        maker.world["memberships"].append(
            {
                "key": f"{user}-too",
                "user": user,
                "organisation": maker.dice.choice([body for body in maker.bodies if body != at[user]]),
                "role": role,
                "kind": kind,
                "since": maker.day(-50),
                "until": None,
            }
        )

    def others(user: str) -> list[str]:
        return [one for one in people if one != user]

    maker.world["worker_paths"] = [
        {
            "key": f"{user}-path",
            "user": user,
            "text": "soli-mai-2",
            "zero": maker.day(-9),
            "begun": maker.day(-8),
            "loss": "death",
            "readers": others(user)
            if user == people[0]
            else maker.dice.sample(others(user), maker.dice.randint(0, 3)),
            "marks": [{"step": "be_there", "day": maker.day(-7), "by": user}],
        }
        for user in people
        if user == people[0] or maker.dice.random() < 0.7
    ]
