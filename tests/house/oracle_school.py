"""Who should see what of school: of the record, written from the words of decision 111."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for


def _classes(eyes: Any) -> dict[str, str]:
    """Each class that the record opens, with whose family it is."""
    rows = eyes.world.get("schoolings", [])
    return {row["key"]: row["household"] for row in rows if eyes.opens(row["household"], "record")}


def _schoolings(eyes: Any) -> set[UUID]:
    return {key_for("schooling", key) for key in _classes(eyes)}


def _contacts(eyes: Any) -> set[UUID]:
    there, rows = _classes(eyes), eyes.world.get("school_contacts", [])
    return {
        key_for("school_contact", row["schooling"], row["name"]) for row in rows if row["schooling"] in there
    }


def _sheets(eyes: Any) -> set[UUID]:
    there, rows = _classes(eyes), eyes.world.get("school_sheets", [])
    return {key_for("school_sheet", row["key"]) for row in rows if row["schooling"] in there}


def _paths(eyes: Any) -> list[Any]:
    return [row for row in eyes.world.get("school_paths", []) if eyes.opens(row["household"], "record")]


def _marks(eyes: Any) -> set[UUID]:
    return {
        key_for("school_mark", row["key"], mark["step"])
        for row in _paths(eyes)
        for mark in row.get("marks", [])
    }


def _plans(eyes: Any) -> set[UUID]:
    """Of health: who works in the team in charge, and nobody to whom the record was opened."""
    return {
        key_for("school_plan", row["key"])
        for row in eyes.world.get("school_plans", [])
        if eyes.household[row["household"]]["team"] in eyes.working_teams
    }


def answers(eyes: Any) -> set[UUID]:
    """What teachers have answered, for whoever reads their sheets."""
    there, rows = _classes(eyes), eyes.world.get("school_sheets", [])
    return {
        key_for("response", "school", row["key"])
        for row in rows
        if row["schooling"] in there and row.get("answered")
    }


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    "school.Schooling": _schoolings,
    "school.SchoolContact": _contacts,
    # What a teacher tells is of the record; who answered finds nothing of it afterwards.
    "school.SchoolSheet": _sheets,
    # As the family's own path.
    "school.SchoolPath": lambda eyes: {key_for("school_path", row["key"]) for row in _paths(eyes)},
    "school.SchoolMark": _marks,
    "school.SchoolPlan": _plans,
}
