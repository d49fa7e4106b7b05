"""Loads visits, what was written of them and the minutes they took, from a recipe of plain dictionaries."""

from datetime import timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family, voided

World = dict[str, Any]


def load_visits(world: World, team_of: dict[str, Any]) -> None:
    """Keys `visits`, `visit_notes`, `worked`."""
    copy_rows("diary_visit", (_visit(row, team_of) for row in world.get("visits", [])))
    copy_rows("diary_visitnote", (_note(row, team_of) for row in world.get("visit_notes", [])))
    notes = {row["key"]: row for row in world.get("visit_notes", [])}
    copy_rows(
        "diary_workedtime", (_worked(row, notes[row["note"]], team_of) for row in world.get("worked", []))
    )


def _about(row: Row, team_of: dict[str, Any]) -> Row:
    return {**family(row["household"], team_of), "case_id": key_for("case", row["case"])}


def _keys(kind: str, names: Any) -> list[Any]:
    return [key_for(kind, name) for name in names]


def _key(kind: str, name: str | None) -> Any:
    return key_for(kind, name) if name else None


def _visit(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("visit", row["key"]),
        "version": 1,
        **_about(row, team_of),
        "workers": _keys("membership", row["workers"]),
        "persons": _keys("person", row.get("persons", ())),
        "day": row["day"],
        "hour": row.get("hour"),
        "minutes": row.get("minutes", 60),
        "place": row["place"],
        "what": row["what"],
        "state": row.get("state", "planned"),
        "missed_why": row.get("missed_why", ""),
        "moved_from": row.get("moved_from"),
    }


def _note(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("visit_note", row["key"]),
        "version": 1,
        **voided(row),
        **_about(row, team_of),
        "visit_id": _key("visit", row.get("visit")),
        "corrects_id": _key("visit_note", row.get("corrects")),
        "author_id": key_for("membership", row["author"]),
        "profession": row["profession"],
        "written_at": row["at"],
        "day": row["day"],
        "hour": row.get("hour"),
        "place": row["place"],
        "present": _keys("person", row.get("present", ())),
        "others": row.get("others", ""),
        "how": row.get("how", ""),
        "text": row["text"],
        "next_step": row.get("next_step", ""),
        "goals": _keys("goal", row.get("goals", ())),
        "audience": row.get("audience", "record"),
    }


def _worked(row: Row, note: Row, team_of: dict[str, Any]) -> Row:
    """`number`: the place of the entry among those of its note."""
    return {
        "id": worked_key(row),
        **_about(note, team_of),
        "note_id": key_for("visit_note", row["note"]),
        "worker_id": key_for("membership", note["author"]),
        "employer_id": key_for("organisation", row["employer"]),
        "line_id": _key("funding_line", row.get("line")),
        "day": note["day"],
        "direct": row["direct"],
        "indirect": row.get("indirect", 0),
        "written_at": note["at"] + timedelta(minutes=row.get("number", 1) - 1),
    }


def worked_key(row: Row) -> Any:
    """The id of an entry of minutes."""
    return key_for("worked", row["note"], str(row.get("number", 1)))
