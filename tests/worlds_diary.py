"""Lines of support of random small worlds: with a cycle, a meeting, and notes of psychologists and of others who never could.

And visits, whose notes are of anybody, for each audience: of who no longer sees the family as well.
"""

from datetime import UTC, datetime, time
from typing import Any


def add(maker: Any) -> None:
    """For most cases a line that is under way; its notes are of anybody, passed on to anybody or to nobody."""
    for name in (
        "support_lines",
        "support_cycles",
        "support_meetings",
        "restricted_notes",
        "visits",
        "visit_notes",
        "worked",
    ):
        maker.world[name] = []
    at_work(maker)
    for case in maker.world["cases"]:
        if maker.dice.random() < 0.8:
            one_of(maker, case["household"])
        visits_of(maker, case)


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


def visits_of(maker: Any, case: dict[str, Any]) -> None:
    """One of who answers for the family, one of anybody, for every audience: their hats may have ended, or never have been near."""
    about = {"household": case["household"], "case": case["key"]}
    hats = {hat["key"]: hat for hat in maker.world["memberships"]}
    day = maker.day(-20)
    for audience in ("record", "team", "reference"):
        for author in (case["responsible"] or next(iter(hats)), maker.dice.choice(list(hats))):
            key = f"{case['key']}-visita-{len(maker.world['visit_notes'])}"
            visit = {
                "key": key,
                "day": day,
                "place": "home",
                "what": f"visita {key}",
                "workers": [author],
                "state": "met",
            }
            maker.world["visits"].append({**about, **visit})
            maker.world["visit_notes"].append(
                {**about, "key": key, "visit": key, "author": author, "profession": "other", "day": day, "place": "home",
                 "at": datetime.combine(day, time(18), UTC), "text": f"racconto {key}", "audience": audience,
                 "voided": maker.dice.choice(("", "", "prova"))}
            )  # fmt: skip
            maker.world["worked"].append(
                {**about, "note": key, "employer": hats[author]["organisation"], "direct": 60, "indirect": 15}
            )
