"""Referrals of a random world: to services of any body, at any state, of any family."""

from datetime import timedelta
from typing import Any

PATHS: tuple[tuple[str, ...], ...] = (
    (),
    ("see_referral",),
    ("see_referral", "put_on_waiting_list"),
    ("see_referral", "accept_referral", "start_referral"),
    ("see_referral", "decline_referral"),
    ("withdraw_referral",),
    ("see_referral", "accept_referral", "start_referral", "end_referral", "record_answer"),
)
REASONS = {"decline_referral": "no_room", "withdraw_referral": "mistake", "end_referral": "done"}


def add(maker: Any) -> None:
    """A service of each body; some families have asked one of them, and somebody there has opened it."""
    world, dice = maker.world, maker.dice
    world["services"] = [_service(maker, body) for body in maker.bodies]
    world["referrals"] = []
    for number, household in enumerate(world["households"] * 2):
        if dice.random() < 0.7:
            world["referrals"].append(_referral(maker, household["key"], number))
    world["readings"] += [
        {"membership": dice.choice(world["memberships"])["key"], "page": "referral_page", "at": maker.moment(number + 1),
         "shown": [("referral", row["key"])]}
        for number, row in enumerate(world["referrals"])
    ]  # fmt: skip


def _service(maker: Any, body: str) -> dict[str, Any]:
    return {
        "key": f"service-{body}", "organisation": body, "name": f"Servizio di {body}", "description": "", "town": "015189",
        "street": "", "week": [], "needs": ["futuro.istruzione"], "cost": "free", "phone": "", "age_from": None,
        "age_to": None, "total": None, "free": None, "room_as_of": None, "waiting": "", "checked": None,
    }  # fmt: skip


def _referral(maker: Any, household: str, number: int) -> dict[str, Any]:
    hats = [hat["key"] for hat in maker.world["memberships"]]
    key, path = maker.key("referral", number), maker.dice.choice(PATHS)
    begun = maker.moment(30)
    return {
        "key": key, "code": f"W{maker.seed}-IN-{number}", "household": household, "person": f"{household}-0",
        "consent_of": f"{household}-0", "service": maker.dice.choice(maker.world["services"])["key"],
        "need": "futuro.istruzione", "request": f"richiesta {key}", "answer_by": maker.day(-20), "codes": {},
        "steps": [
            {"verb": verb, "at": begun + timedelta(days=place), "by": maker.dice.choice(hats), "reason": REASONS.get(verb, "")}
            for place, verb in enumerate(("create_referral", *path))
        ],
        **({"helped": "yes"} if "record_answer" in path else {}),
    }  # fmt: skip
