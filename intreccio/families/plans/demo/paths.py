"""Paths of invented families, along the approved texts."""

import json
from typing import Any

from django.db import connections

from intreccio.families.plans.rules.letters import Gone, waiting_letters, written
from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family
from intreccio.workshop.protocols.rules.calendar import timeline
from intreccio.workshop.protocols.rules.running import next_of

World = dict[str, Any]


def load_paths(world: World, team_of: dict[str, Any]) -> None:
    """Keys `paths` (with their `marks`, `checks` and `letters`)."""
    paths = world.get("paths", [])
    if not paths:
        return
    texts = _texts()
    copy_rows("plans_familypath", [_path(row, *texts[row["text"]], team_of) for row in paths])
    for table, name, columns in ALONG:
        rows = [
            {**_along(row, each, name, team_of), **columns(row, each)}
            for row in paths
            for each in row.get(name, [])
        ]
        copy_rows(f"plans_{table}", rows)


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
    letters = waiting_letters(
        definition,
        row["zero"],
        [row["zero"]],
        _gone(row),
        since=row["begun"],
        about="family",
        loss=row.get("loss", ""),
    )
    kept = written(letters)
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
        "waiting_letters": json.dumps(kept["waiting_letters"]),
        "letter_on": kept["letter_on"],
        "stilled_on": None,
        "silent_since": row.get("silent"),
        "ended_on": None,
        "ended_why": "",
    }


def _gone(row: Row) -> dict[str, list[Gone]]:
    gone: dict[str, list[Gone]] = {}
    for each in row.get("letters", []):
        went = Gone(each["day"], answered=bool(each.get("answered")), aside=each.get("way") == "aside")
        gone.setdefault(each["letter"], []).append(went)
    return gone


def _along(row: Row, each: Row, name: str, team_of: dict[str, Any]) -> Row:
    """What every row of a path begins with."""
    what = [each.get(part, "") for part in KEYED[name]]
    return {
        "id": key_for(f"path_{name.removesuffix('s')}", row["key"], *filter(None, map(str, what))),
        "voided_at": None,
        "voided_by": None,
        "void_reason": "",
        **family(row["household"], team_of),
        "path_id": path_key(row),
        "words": each.get("words", ""),
        "by_id": key_for("membership", each["by"]),
    }


def _mark(_row: Row, mark: Row) -> Row:
    return {"step": mark["step"], "state": mark.get("state", "done"), "day": mark["day"]}


def _check(_row: Row, check: Row) -> Row:
    person = key_for("person", check["person"]) if check.get("person") else None
    return {
        "item": check["item"],
        "person_id": person,
        "answer": check.get("answer", "there"),
        "day": check["day"],
    }


def _letter(_row: Row, letter: Row) -> Row:
    kept = {"letter": letter["letter"], "turn": letter.get("turn", 0), "way": letter.get("way", "hand")}
    return {**kept, "day": letter["day"], "answered_on": letter.get("answered"), "unanswered_why": ""}


KEYED = {
    "marks": ("step",),
    "checks": ("item", "person"),
    "letters": ("letter", "turn"),
}
ALONG = (
    ("pathmark", "marks", _mark),
    ("pathcheck", "checks", _check),
    ("pathletter", "letters", _letter),
)
