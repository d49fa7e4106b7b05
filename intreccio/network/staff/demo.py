"""Paths of who works in an invented world."""

from datetime import date
from typing import Any

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]


def recipe(_today: date) -> dict[str, list[Row]]:
    """Nothing of its own: the stories of the district say who has lost somebody."""
    return {}


def load(world: World) -> None:
    """Key `worker_paths`, with their `readers` and `marks`."""
    paths = world.get("worker_paths", [])
    if not paths:
        return
    with connections[KEEPER].cursor() as cursor:
        cursor.execute("SELECT shipped, id FROM protocols_protocolversion WHERE shipped <> ''")
        texts = dict(cursor.fetchall())
    copy_rows("staff_workerpath", [_path(row, texts[row["text"]]) for row in paths])
    copy_rows("staff_pathreader", [_reader(row, who) for row in paths for who in row.get("readers", [])])
    copy_rows("staff_workermark", [_mark(row, mark) for row in paths for mark in row.get("marks", [])])


def _path(row: Row, version_id: Any) -> Row:
    return {
        "id": key_for("worker_path", row["key"]),
        "version": 1,
        "user_id": key_for("user", row["user"]),
        "protocol_version_id": version_id,
        "zero": row["zero"],
        "loss": row.get("loss", ""),
        "begun_on": row["begun"],
        "ended_on": row.get("ended"),
    }


def _reader(row: Row, who: str) -> Row:
    return {
        "id": key_for("path_reader", row["key"], who),
        "path_id": key_for("worker_path", row["key"]),
        "user_id": key_for("user", who),
        "organisation_id": body_of(key_for("user", who)),
        "since": row["begun"],
        "until": None,
    }


def body_of(user: Any) -> Any:
    """Where somebody works."""
    with connections[KEEPER].cursor() as cursor:
        cursor.execute(
            "SELECT organisation_id FROM organisations_membership WHERE user_id = %s AND kind <> 'user_member' ORDER BY since, id",
            [user],
        )
        return cursor.fetchone()[0]


def _mark(row: Row, mark: Row) -> Row:
    return {
        "id": key_for("worker_mark", row["key"], mark["step"]),
        "voided_at": None,
        "voided_by": None,
        "void_reason": "",
        "path_id": key_for("worker_path", row["key"]),
        "step": mark["step"],
        "state": mark.get("state", "done"),
        "day": mark["day"],
        "words": mark.get("words", ""),
        "by_id": key_for("user", mark["by"]),
    }
