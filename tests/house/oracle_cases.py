"""What was agreed for after a closing, how the team works and its meetings, what was written to others about a family, is of the
record, like the case itself: its team reads it, and whom a grant opens the record.

Written from the words of law 3; merged into `tests/house/oracle.py`.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for


def follow_up_keys(eyes: Any) -> set[UUID]:
    """A row left out with a reason stays readable to those who could."""
    return {
        key_for("case_follow_up", row["case"], str(row["months"]), str(row["due"]))
        for row in eyes.world.get("case_follow_ups", [])
        if eyes.opens(row["household"], "record")
    }


def report_keys(eyes: Any) -> set[UUID]:
    """Also to whoever it was not sent by."""
    return {
        key_for("report", row["case"], row["title"])
        for row in eyes.world.get("case_reports", [])
        if eyes.opens(row["household"], "record")
    }


def set_aside_keys(eyes: Any) -> set[UUID]:
    """What was set aside is of the record too, also when it was taken back."""
    return {
        key_for("set_aside", row["case"], row["kind"], str(row["day"]))
        for row in eyes.world.get("set_asides", [])
        if eyes.opens(row["household"], "record")
    }


def _of_record(name: str, key: Callable[[Any], UUID]) -> Callable[[Any], set[UUID]]:
    return lambda eyes: {
        key(row) for row in eyes.world.get(name, []) if eyes.opens(row["household"], "record")
    }


def seat_key(row: dict[str, Any]) -> UUID:
    who = row.get("membership") or row.get("person") or row["somebody"]
    return key_for("conference_seat", row["conference"], who)


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    "cases.CaseFollowUp": follow_up_keys,
    "cases.Report": report_keys,
    "cases.PromptSetAside": set_aside_keys,
    "cases.CaseWeight": _of_record(
        "case_weights", lambda row: key_for("case_weight", row["case"], str(row["since"]))
    ),
    "cases.CaseDeputy": _of_record(
        "case_deputies", lambda row: key_for("case_deputy", row["case"], row["absent"], str(row["since"]))
    ),
    "cases.Conference": _of_record("conferences", lambda row: key_for("conference", row["key"])),
    "cases.ConferenceSeat": _of_record("conference_seats", seat_key),
    "cases.ConferenceDecision": _of_record(
        "conference_decisions", lambda row: key_for("conference_decision", row["key"])
    ),
}
