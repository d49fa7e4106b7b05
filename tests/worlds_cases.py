"""Plans, reviews and closings in the small random worlds, with what was agreed for later."""

from typing import Any

WAYS = ("in_charge", "plan", "review", "closed", "closed")


def add(maker: Any) -> None:
    """Some cases go on, and some end; for those that ended something is agreed, and something left out."""
    maker.world["case_follow_ups"], maker.world["case_reports"] = [], []
    for case in maker.world["cases"]:
        stage = maker.dice.choice(WAYS)
        case["stage"] = stage
        _report(maker, case)
    maker.world["case_follow_ups"] = []
    maker.world["set_asides"] = []
    for case in maker.world["cases"]:
        stage = maker.dice.choice(WAYS)
        case["stage"] = stage
        _set_aside(maker, case)
        if stage == "closed":
            case["ended"] = maker.day(-5)
            _later(maker, case)


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
