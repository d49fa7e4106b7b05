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


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    "school.Schooling": _schoolings,
    "school.SchoolContact": _contacts,
}
