"""Strategy and agenda are of a team and of no family: who works in the network reads all of them, who composes the team writes.

Written from the words of decision 98, not from the policy. They are no tables of families, and stand beside `oracle.RULES`.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

READERS = {"coordinator", "social_worker", "educator", "psychologist", "organisation_lead", "administrator"}


def reads(eyes: Any) -> bool:
    """Partners and participants see neither; a hat that has ended sees nothing."""
    return eyes.role in READERS


def composes(eyes: Any, team: str) -> bool:
    """Who administers, everywhere; who leads or coordinates, for the teams of their body and for those where they work."""
    if eyes.role == "administrator":
        return True
    (body,) = [row["organisation"] for row in eyes.world["teams"] if row["key"] == team]
    at_home = body == eyes.hat["organisation"] or team in eyes.working_in
    return eyes.role in {"organisation_lead", "coordinator"} and at_home


def _team_of(eyes: Any, look: dict[str, Any]) -> str:
    goals = {goal["key"]: goal["team"] for goal in eyes.world["strategy_goals"]}
    return str(goals[look["goal"]])


def _rows(eyes: Any) -> dict[str, list[tuple[UUID, str]]]:
    """By table, each row with the team whose it is."""
    world = eyes.world
    return {
        "organisations.StrategyGoal": [
            (key_for("strategy_goal", row["key"]), row["team"]) for row in world["strategy_goals"]
        ],
        "organisations.StrategyLook": [
            (key_for("strategy_look", row["goal"], str(row["day"])), _team_of(eyes, row))
            for row in world["strategy_looks"]
        ],
        "organisations.Appointment": [
            (key_for("appointment", row["key"]), row["team"]) for row in world["appointments"]
        ],
    }


TABLES = ("organisations.StrategyGoal", "organisations.StrategyLook", "organisations.Appointment")


def read_of(eyes: Any, table: str) -> set[UUID]:
    """The rows that somebody finds: all of the network, or none."""
    return {key for key, _team in _rows(eyes)[table]} if reads(eyes) else set()


def written_of(eyes: Any, table: str) -> set[UUID]:
    """The rows that somebody changes."""
    return {key for key, team in _rows(eyes)[table] if composes(eyes, team)}


RULES: dict[str, Callable[[Any, str], set[UUID]]] = {"reads": read_of, "writes": written_of}
