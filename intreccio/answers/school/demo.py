"""School in an invented world."""

from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family, voided
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.scoring import labels_of

World = dict[str, Any]


def load(world: World) -> None:
    """Keys `schoolings`, `school_contacts`, `school_sheets`, `school_paths` (with their `marks`), `school_plans`."""
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}
    class_of = {row["key"]: row for row in world.get("schoolings", [])}
    home_of = {key: row["household"] for key, row in class_of.items()}
    copy_rows("school_schooling", (_schooling(row, team_of) for row in world.get("schoolings", [])))
    copy_rows(
        "school_schoolcontact",
        (_contact(row, home_of[row["schooling"]], team_of) for row in world.get("school_contacts", [])),
    )

    sheets = world.get("school_sheets", [])
    copy_rows("instruments_response", (_response(row) for row in sheets if row.get("answered")))
    copy_rows("school_schoolsheet", (_sheet(row, class_of[row["schooling"]], team_of) for row in sheets))

    _load_paths(world.get("school_paths", []), team_of)

    copy_rows("school_schoolplan", (_plan(row, team_of) for row in world.get("school_plans", [])))


def _load_paths(paths: list[Row], team_of: dict[str, Any]) -> None:
    if not paths:
        return
    with connections[KEEPER].cursor() as cursor:
        cursor.execute("SELECT shipped, id FROM protocols_protocolversion WHERE shipped <> ''")
        texts = dict(cursor.fetchall())
    copy_rows("school_schoolpath", [_path(row, texts[row["text"]], team_of) for row in paths])
    marks = [_mark(row, mark, team_of) for row in paths for mark in row.get("marks", [])]
    copy_rows("school_schoolmark", marks)


def contact_key(row: Row) -> tuple[str, str]:
    """The words of a contact's id."""
    return row["schooling"], row["name"]


def _schooling(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("schooling", row["key"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "child_id": key_for("person", row["child"]),
        "cycle": row["cycle"],
        "year": row.get("year"),
        "section": row.get("section", ""),
        "organisation_id": key_for("organisation", row["at"]) if row.get("at") else None,
        "school": row.get("school", ""),
        "since": row["since"],
        "until": row.get("until"),
        "ending": row.get("ending", ""),
    }


def _contact(row: Row, household: str, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("school_contact", *contact_key(row)),
        "version": 1,
        **voided(row),
        **family(household, team_of),
        "schooling_id": key_for("schooling", row["schooling"]),
        "name": row["name"],
        "role": row.get("role", "teacher"),
        "phone": row.get("phone", ""),
        "email": row.get("email", ""),
        "note": row.get("note", ""),
    }


SHEET = "sguardo-a-scuola-1"


@cache
def sheet_definition() -> dict[str, Any]:
    """What the sheet asks."""
    return next(said for path, said in definitions() if path.stem == SHEET)


def _response(row: Row) -> Row:
    return {
        "id": key_for("response", "school", row["key"]),
        "version": 1,
        "instrument_id": SHEET,
        "answers": row["answers"],
        "labels": labels_of(sheet_definition(), row["answers"]),
        "words": row.get("words", {}),
        "left_empty": {},
        "scores": {},
        "finished_at": datetime.combine(row["answered"], time(16), UTC),
    }


def _sheet(row: Row, schooling: Row, team_of: dict[str, Any]) -> Row:
    came = row.get("answered")
    return {
        "id": key_for("school_sheet", row["key"]),
        **voided(row),
        **family(schooling["household"], team_of),
        "schooling_id": key_for("schooling", schooling["key"]),
        "instrument_id": SHEET,
        "response_id": key_for("response", "school", row["key"]) if came else None,
        "asked_on": row["asked"],
        "asked_by_id": key_for("membership", row["by"]),
        "teacher": row["teacher"],
        "email": "insegnante@example.org",
        "until": row["asked"] + timedelta(days=14),
        "first_name": row["name"],
        "class_said": f"{schooling.get('year') or ''} {schooling.get('section', '')}".strip(),
        "readers": row.get("readers", "Équipe"),
        "agreed": "[]",
        "agreed_reason": row.get("reason", ""),
        "opened_on": came,
        "answered_on": came,
        "signed": row["teacher"] if came else "",
        "shown_on": row.get("shown"),
        "shown_words": row.get("shown_words", ""),
    }


def _path(row: Row, version_id: Any, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("school_path", row["key"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "child_id": key_for("person", row["child"]),
        "protocol_version_id": version_id,
        "family_path_id": key_for("path", row["from"]) if row.get("from") else None,
        "zero": row["zero"],
        "loss": row.get("loss", ""),
        "contact_id": key_for("membership", row["contact"]),
        "begun_on": row["begun"],
        "ended_on": None,
    }


def _mark(row: Row, mark: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("school_mark", row["key"], mark["step"]),
        **voided(mark),
        **family(row["household"], team_of),
        "path_id": key_for("school_path", row["key"]),
        "step": mark["step"],
        "state": mark.get("state", "done"),
        "day": mark["day"],
        "words": mark.get("words", ""),
        "by_id": key_for("membership", mark["by"]),
    }


def _plan(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("school_plan", row["key"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "child_id": key_for("person", row["child"]),
        "kind": row["kind"],
        "year": row["year"],
        "signed_on": row["signed"],
        "signed_by": row.get("signed_by", "Scuola"),
        "review_on": row.get("review"),
        "agreed": row.get("agreed", ""),
        "document_id": None,
    }
