"""Who should see what of plans: law 3, the level *record*, written from its words and from the recipe."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

Row = dict[str, Any]


def _of_record(name: str, key: Callable[[Row], UUID]) -> Callable[[Any], set[UUID]]:
    """The team in charge sees all of it; whom a grant opens the record reads it too."""
    return lambda eyes: {
        key(row) for row in eyes.world.get(name, []) if eyes.opens(row["household"], "record")
    }


def signatures(eyes: Any) -> set[UUID]:
    """The picture of a signature is read with the yes that it is of: at the level *record*, and by nobody else."""
    marked = [row for row in eyes.world.get("acceptances", []) if row.get("mark")]
    return {
        key_for("signature_mark", row["plan"], row.get("person") or row["worker"])
        for row in marked
        if eyes.opens(row["household"], "record")
    }


def disagreements(eyes: Any, *, of_the_team: bool = False) -> set[UUID]:
    """The team in charge and who guides it read all of them. Another body, to which the record is open, reads what its minor agrees to
    show, and what was said by somebody who is known to have been grown up. `of_the_team`: what was corrected, which is theirs alone."""
    births = _births(eyes)
    return {
        key_for("disagreement", row["plan"], row.get("person") or row["somebody"])
        for row in eyes.world.get("disagreements", [])
        if eyes.in_charge(row["household"])
        or (
            not of_the_team
            and eyes.opens(row["household"], "record")
            and (row.get("shared") or _was_grown_up(births.get(row.get("person", "")), row["day"]))
        )
    }


def yeses(eyes: Any) -> set[UUID]:
    """Of the record; one that was taken back or written by mistake only where whoever said it is known to have been grown up, or to
    the team in charge and who guides it."""
    births = _births(eyes)
    return {
        key_for("acceptance", row["plan"], row.get("person") or row["worker"])
        for row in eyes.world.get("acceptances", [])
        if eyes.in_charge(row["household"])
        or (
            eyes.opens(row["household"], "record")
            and (
                not row.get("voided")
                or row.get("worker")
                or _was_grown_up(births.get(row.get("person", "")), row["day"])
            )
        )
    }


def _births(eyes: Any) -> dict[str, tuple[date | None, str]]:
    return {
        row["key"]: (row.get("birth"), row.get("precision", "exact"))
        for row in eyes.world.get("persons", [])
        if eyes.opens_person(row["key"], "contact", even_moved=True)
    }


def _was_grown_up(born: tuple[date | None, str] | None, day: date) -> bool:
    birth, precision = born or (None, "")
    if birth is None:
        return False
    last = (birth.month, birth.day) if precision == "exact" else (12, 31)
    return day.year - birth.year - ((day.month, day.day) < last) >= 18


def along_paths(name: str, *keyed: str) -> Callable[[Any], set[UUID]]:
    """What stands along a path, its steps, what was looked at, its letters: of the record, as the path."""

    def opened(eyes: Any) -> set[UUID]:
        return {
            key_for(f"path_{name}", row["key"], *(each[part] for part in keyed if each.get(part)))
            for row in eyes.world.get("paths", [])
            for each in row.get(f"{name}s", [])
            if eyes.opens(row["household"], "record")
        }

    return opened


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    # A path says what happened to a family: it is of the record, like the plan.
    "plans.FamilyPath": _of_record("paths", lambda row: key_for("path", row["key"])),
    "plans.PathMark": along_paths("mark", "step"),
    "plans.PathCheck": along_paths("check", "item", "person"),
    "plans.PathLetter": along_paths("letter", "letter"),
    "plans.Plan": _of_record("plans", lambda row: key_for("plan", row["key"])),
    "plans.Goal": _of_record("goals", lambda row: key_for("goal", row["key"])),
    "plans.GoalLink": _of_record("goal_links", lambda row: key_for("goallink", row["child"], row["parent"])),
    "plans.GoalScore": _of_record(
        "goal_scores", lambda row: key_for("goalscore", row["goal"], str(row["day"]))
    ),
    "plans.PlanAction": _of_record("plan_actions", lambda row: key_for("planaction", row["key"])),
    # What the family brings is of its record.
    "plans.FamilyResource": _of_record(
        "resources", lambda row: key_for("resource", row["household"], row["what"])
    ),
    # What a meeting proposed is of the plan, and so of the record.
    "plans.ActionProposal": _of_record("proposals", lambda row: key_for("proposal", row["decision"])),
    "plans.Disagreement": disagreements,
    "plans.Acceptance": yeses,
    # How we work with a family says of the family too: it is of the record, like the plan.
    "plans.PlanPrinciples": _of_record(
        "plan_principles", lambda row: key_for("plan_principles", row["plan"], str(row["day"]))
    ),
}
