"""Paths of invented families, along the approved texts."""

import json
from typing import Any

from django.db import connections

from intreccio.families.plans.rules.paths import next_of
from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family
from intreccio.workshop.protocols.rules.calendar import timeline

World = dict[str, Any]


def load_paths(world: World, team_of: dict[str, Any]) -> None:
    """Keys `paths` (with their `marks`)."""
    paths = world.get("paths", [])
    if not paths:
        return
    texts = _texts()
    copy_rows("plans_familypath", [_path(row, *texts[row["text"]], team_of) for row in paths])
    copy_rows("plans_pathmark", [_mark(row, mark, team_of) for row in paths for mark in row.get("marks", [])])


def _texts() -> dict[str, tuple[Any, Any]]:
    """By the file it came with: the id of a version, and what it says."""
    with connections[KEEPER].cursor() as cursor:
        cursor.execute("SELECT shipped, id, definition FROM protocols_protocolversion WHERE shipped <> ''")
        return {shipped: (key, json.loads(text)) for shipped, key, text in cursor.fetchall()}


def path_key(row: Row) -> Any:
    """The id of a path."""
    return key_for("path", row["key"])


def _path(row: Row, version_id: Any, definition: Any, team_of: dict[str, Any]) -> Row:
    lines = timeline(definition, row["zero"], about="family", loss=row.get("loss", ""))
    step, day = next_of(lines, {mark["step"] for mark in row.get("marks", [])}, since=row["begun"])
    return {
        "id": path_key(row),
        "version": 1,
        "voided_at": None,
        "voided_by": None,
        "void_reason": "",
        **family(row["household"], team_of),
        "case_id": key_for("case", row.get("case", row["household"])),
        "protocol_version_id": version_id,
        "zero": row["zero"],
        "begun_on": row["begun"],
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "loss": row.get("loss", ""),
        "contact_id": key_for("membership", row["contact"]),
        "next_step": step,
        "next_on": day,
        "silent_since": row.get("silent"),
        "ended_on": None,
        "ended_why": "",
    }


def _mark(row: Row, mark: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("path_mark", row["key"], mark["step"]),
        "voided_at": None,
        "voided_by": None,
        "void_reason": "",
        **family(row["household"], team_of),
        "path_id": path_key(row),
        "step": mark["step"],
        "state": mark.get("state", "done"),
        "day": mark["day"],
        "words": mark.get("words", ""),
        "by_id": key_for("membership", mark["by"]),
    }
