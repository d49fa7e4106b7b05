"""Loads lines of support and visits from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from typing import Any

from intreccio.families.diary.demo.visits import load_visits
from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family

World = dict[str, Any]


def load(world: World) -> None:
    """Keys `support_lines`, `support_cycles`, `support_meetings`, `restricted_notes`; then visits."""
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}
    copy_rows("diary_supportline", (_line(row, team_of) for row in world.get("support_lines", [])))
    copy_rows("diary_supportcycle", (_cycle(row, team_of) for row in world.get("support_cycles", [])))
    copy_rows("diary_supportmeeting", (_meeting(row, team_of) for row in world.get("support_meetings", [])))
    copy_rows("diary_restrictednote", (_note(row, team_of) for row in world.get("restricted_notes", [])))
    load_visits(world, team_of)


def _key(kind: str, name: str | None) -> Any:
    return key_for(kind, name) if name else None


def _persons(names: list[str]) -> list[Any]:
    return [key_for("person", name) for name in names]


def _line(row: Row, team_of: dict[str, Any]) -> Row:
    reason = row.get("voided", "")
    return {
        "id": key_for("support_line", row["key"]),
        "version": 1,
        "voided_at": now() if reason else None,
        "voided_by": None,
        "void_reason": reason,
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "kind": row["kind"],
        "for_whom": _persons(row["for_whom"]),
        "question": row["question"],
        "rhythm": row.get("rhythm", "fortnightly"),
        "asked_by_id": _key("membership", row.get("by")),
        "asked_on": row["asked"],
        "yes_of_id": _key("person", row.get("yes_of")),
        "yes_how": row.get("yes_how", ""),
        "yes_on": row.get("yes_on"),
        "yes_also": [str(key_for("person", name)) for name in row.get("yes_also", [])],
        "yes_reason": row.get("yes_reason", ""),
        "state": row.get("state", "asked"),
        "psychologist_id": _key("membership", row.get("psychologist")),
        "answered_on": row.get("answered"),
        "reason": row.get("reason", ""),
        "answer": row.get("answer", ""),
        "told_at": row.get("told"),
    }


def _cycle(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("support_cycle", row["line"], str(row["number"])),
        "version": 1,
        **family(row["household"], team_of),
        "line_id": key_for("support_line", row["line"]),
        "number": row["number"],
        "rhythm": row.get("rhythm", "fortnightly"),
        "starts_on": row["starts"],
        "ended_on": row.get("ended"),
        "outcome": row.get("outcome", ""),
        "words": row.get("words", ""),
    }


def _meeting(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": meeting_key(row),
        "version": 1,
        **family(row["household"], team_of),
        "cycle_id": key_for("support_cycle", row["line"], str(row["number"])),
        "day": row["day"],
        "hour": row.get("hour"),
        "moved_from": row.get("moved_from"),
        "state": row.get("state", "planned"),
        "missed_why": row.get("missed_why", ""),
        "present": _persons(row.get("present", [])),
    }


def meeting_key(row: Row) -> Any:
    """The id of a meeting: of its cycle, on its day."""
    return key_for("support_meeting", row["line"], str(row["number"]), str(row["day"]))


def _note(row: Row, team_of: dict[str, Any]) -> Row:
    of = row.get("meeting")
    return {
        "id": key_for("restricted_note", row["key"]),
        "version": 1,
        **family(row["household"], team_of),
        "line_id": key_for("support_line", row["line"]),
        "meeting_id": meeting_key(of) if of else None,
        "author_id": key_for("membership", row["author"]),
        "passed_to_id": _key("membership", row.get("passed_to")),
        "corrects_id": _key("restricted_note", row.get("corrects")),
        "written_at": row["at"],
        "text": row["text"],
    }
