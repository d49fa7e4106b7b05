"""Plans, reviews and closings in the small random worlds, with what was agreed for later."""

from typing import Any

WAYS = ("in_charge", "plan", "review", "closed", "closed")


def add(maker: Any) -> None:
    """Some cases go on, and some end; for those that ended something is agreed, and something left out."""
    maker.world["case_follow_ups"] = []
    for case in maker.world["cases"]:
        stage = maker.dice.choice(WAYS)
        case["stage"] = stage
        if stage == "closed":
            case["ended"] = maker.day(-5)
            _later(maker, case)


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
