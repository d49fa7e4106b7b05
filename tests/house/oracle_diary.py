"""What of the lines of support each person should find: lines, cycles and dates are of the record; a note is its author's.

Professional secrecy: not the team, not who coordinates or leads, not who receives. A note is read by the psychologist who
wrote it, whoever the family is with by now, and by the psychologist whom they passed it on to, while they may open the record
of the family at all.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

Row = dict[str, Any]


def of_record(name: str, key: Callable[[Row], UUID]) -> Callable[[Any], set[UUID]]:
    """Rows of the families whose record is open."""
    return lambda eyes: {
        key(row) for row in eyes.world.get(name, []) if eyes.opens(row["household"], "record")
    }


def notes(eyes: Any) -> set[UUID]:
    """Mine, and those passed on to me of the families whose record I open; of a psychologist alone."""
    if eyes.role != "psychologist":
        return set()
    return {
        key_for("restricted_note", row["key"])
        for row in eyes.world.get("restricted_notes", [])
        if eyes.key == row["author"]
        or (eyes.key == row.get("passed_to") and eyes.opens(row["household"], "record"))
    }


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    "diary.SupportLine": of_record("support_lines", lambda row: key_for("support_line", row["key"])),
    "diary.SupportCycle": of_record(
        "support_cycles", lambda row: key_for("support_cycle", row["line"], str(row["number"]))
    ),
    "diary.SupportMeeting": of_record(
        "support_meetings",
        lambda row: key_for("support_meeting", row["line"], str(row["number"]), str(row["day"])),
    ),
    "diary.RestrictedNote": notes,
}
