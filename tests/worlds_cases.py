"""Plans, reviews and closings in the small random worlds, with what was agreed for later."""

from typing import Any

WAYS = ("in_charge", "plan", "review", "closed", "closed")


def add(maker: Any) -> None:
    """Some cases go on, and some end; for those that ended something is agreed, and something left out."""
    for name in (
        "case_follow_ups", "case_reports", "set_asides",
        "case_weights", "case_deputies", "conferences", "conference_seats", "conference_decisions", "proposals",
    ):  # fmt: skip
        maker.world[name] = []
    for case in maker.world["cases"]:
        stage = maker.dice.choice(WAYS)
        case["stage"] = stage
        _report(maker, case)
        _set_aside(maker, case)
        if stage == "closed":
            case["ended"] = maker.day(-5)
            _later(maker, case)
        _work(maker, case)


def _set_aside(maker: Any, case: dict[str, Any]) -> None:
    """A prompt set aside, here and there taken back."""
    maker.world["set_asides"].append(
        {
            "case": case["key"],
            "household": case["household"],
            "kind": maker.dice.choice(("no_contact", "long_in_charge")),
            "day": maker.day(-3),
            "as_of": maker.day(-40),
            "reason": "appointment",
            "words": "ci vediamo presto",
            "until": maker.dice.choice((None, maker.day(20))),
            "by": case["responsible"],
            "voided": maker.dice.choice(("", "è tornato il momento")),
        }
    )


def _later(maker: Any, case: dict[str, Any]) -> None:
    for months, days, voided in ((6, 8, ""), (12, 190, maker.dice.choice(("", "non serve")))):
        maker.world["case_follow_ups"].append(
            {
                "case": case["key"],
                "household": case["household"],
                "months": months,
                "due": maker.day(days),
                "what": f"come va, {months}",
                "who": case["responsible"],
                "voided": voided,
            }
        )


def _report(maker: Any, case: dict[str, Any]) -> None:
    of_case = {"household": case["household"], "title": f"relazione {case['key']}", "day": maker.day(-3)}
    maker.world["documents"].append({**of_case, "kind": "report"})
    maker.world["case_reports"].append(
        {**of_case, "case": case["key"], "addressee": "school", "to_whom": "la scuola", "purpose": "prova"}
    )


def _work(maker: Any, case: dict[str, Any]) -> None:
    """How much work it asks, somebody who stands in, a meeting that decided, and one to come."""
    world, key = maker.world, case["key"]
    one, other = (hat["key"] for hat in maker.dice.sample(world["memberships"], 2))
    about = {"case": key, "household": case["household"]}
    world["case_weights"].append({**about, "weight": "intense", "since": maker.day(-9), "by": one})
    world["case_deputies"].append(
        {**about, "absent": one, "deputy": other, "since": maker.day(-2), "until": maker.day(5)}
    )
    held = {"day": maker.day(-4), "held": maker.day(-4), "minutes": "prova"}
    for name, day in (("held", held), ("to-come", {"day": maker.day(4)})):
        meeting = f"{key}-{name}"
        world["conferences"].append({**about, "key": meeting, "agenda": ["prova"], **day})
        world["conference_seats"].append({**about, "conference": meeting, "membership": one})
    decided = {**about, "key": key, "conference": f"{key}-held", "what": "prova", "somebody": "la nonna"}
    world["conference_decisions"].append({**decided, "voided": maker.dice.choice(("", "un errore"))})
    world["proposals"].append({**about, "decision": key})
