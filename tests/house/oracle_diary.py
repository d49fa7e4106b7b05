"""What of the lines of support each person should find: lines, cycles and dates are of the record; a note is its author's.

Professional secrecy: not the team, not who coordinates or leads, not who receives. A note is read by the psychologist who
wrote it, whoever the family is with by now, and by the psychologist whom they passed it on to, while they may open the record
of the family at all.

A visit is of the record. What was written of it is for whom its author chose, among those who open the record: all of them; those
who work in the team that has the family now (not who leads the body, not whom it was opened to); whoever answers for the family by
name today. Its author always, while the family is in their sight. The minutes are of the record, and everybody's own are theirs.
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


def reads_visit_note(eyes: Any, row: Row) -> bool:
    if not eyes.opens(row["household"], "record"):
        return False
    audience = row.get("audience", "record")
    if audience == "record" or eyes.key == row["author"]:
        return True
    if audience == "team":
        return eyes.household[row["household"]]["team"] in eyes.working_teams
    return any(
        case["key"] == row["case"] and case.get("responsible") == eyes.key for case in eyes.world["cases"]
    )


def visit_notes(eyes: Any) -> set[UUID]:
    """Those that were annulled stay readable to those who could."""
    return {
        key_for("visit_note", row["key"])
        for row in eyes.world.get("visit_notes", [])
        if reads_visit_note(eyes, row)
    }


def worked(eyes: Any) -> set[UUID]:
    authors = {row["key"]: row["author"] for row in eyes.world.get("visit_notes", [])}
    return {
        key_for("worked", row["note"], str(row.get("number", 1)))
        for row in eyes.world.get("worked", [])
        if eyes.opens(row["household"], "record") or eyes.key == authors[row["note"]]
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
    "diary.Visit": of_record("visits", lambda row: key_for("visit", row["key"])),
    "diary.VisitNote": visit_notes,
    "diary.WorkedTime": worked,
}
