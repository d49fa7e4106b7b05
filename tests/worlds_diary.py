"""Lines of support of random small worlds: with a cycle, a meeting, and notes of psychologists and of others who never could."""

from datetime import UTC, datetime, time
from typing import Any


def add(maker: Any) -> None:
    """For most cases a line that is under way; its notes are of anybody, passed on to anybody or to nobody."""
    for name in ("support_lines", "support_cycles", "support_meetings", "restricted_notes"):
        maker.world[name] = []
    at_work(maker)
    for case in maker.world["cases"]:
        if maker.dice.random() < 0.8:
            one_of(maker, case["household"])


def at_work(maker: Any) -> None:
    """In every world a second psychologist, who works in the team of one family at least."""
    key, world = maker.key("hat", "psy"), maker.world
    team = world["households"][0]["team"]
    since = {"since": maker.day(-100)}
    world["users"].append({"key": key, "email": f"{key}@example.org", "name": "Persona psy"})
    world["memberships"].append(
        {"key": key, "user": key, "organisation": maker.bodies[0], "role": "psychologist", **since}
    )
    world["team_memberships"].append({"team": team, "membership": key, "profession": "psychologist", **since})


def one_of(maker: Any, key: str) -> None:
    hats = [hat["key"] for hat in maker.world["memberships"]]
    psychologists = [hat["key"] for hat in maker.world["memberships"] if hat["role"] == "psychologist"]
    about = {"household": key, "line": key, "number": 1}
    maker.world["support_lines"].append(
        {"key": key, "household": key, "case": key, "kind": "family", "for_whom": [f"{key}-0"], "question": f"domanda {key}",
         "by": hats[0], "asked": maker.day(-30), "state": "accepted", "answered": maker.day(-28),
         "psychologist": maker.dice.choice(psychologists), "voided": maker.dice.choice(("", "", "prova"))}
    )  # fmt: skip
    maker.world["support_cycles"].append(
        {
            **about,
            "starts": maker.day(-20),
            "ended": maker.day(-2),
            "outcome": "talking",
            "words": f"parole {key}",
        }
    )
    maker.world["support_meetings"].append(
        {**about, "day": maker.day(-20), "state": "held", "present": [f"{key}-0"]}
    )
    for number in range(4):
        author = maker.dice.choice((*psychologists, maker.dice.choice(hats)))
        maker.world["restricted_notes"].append(
            {"key": f"{key}-{number}", "household": key, "line": key, "author": author, "text": f"nota {key}",
             "at": datetime.combine(maker.day(-20), time(18), UTC),
             "passed_to": maker.dice.choice((None, *psychologists, maker.dice.choice(hats)))}
        )  # fmt: skip
