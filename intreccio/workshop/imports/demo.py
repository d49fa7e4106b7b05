"""This area's share of the invented district: a sheet that somebody is preparing, and one that came in."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from psycopg.types.json import Jsonb

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.imports.actions.sheets import mark_of

HEADERS = ["Numero famiglia", "Cognome", "Nome", "Parentela", "Data di nascita", "Telefono"]
COLUMNS = {"key": 0, "family": 1, "given": 2, "role": 3, "birth": 4, "phone": 5}
CELLS = [
    [2, ["1", "Stellati", "Ginevra", "madre", "14/02/1991", "333 010 7001"]],
    [3, ["1", "Stellati", "Pietro", "figlio", "03/11/2021", ""]],
    [4, ["2", "Campioni", "Rosa", "madre", "31/02/1985", "333 010 7002"]],
    [5, ["2", "Campioni", "Elio", "bisnonno", "1938", ""]],
]
FOUND = {
    "wrong": [[4, "birth", "unread_day"], [5, "role", "role"]],
    "again": {},
    "known": {},
    "good": 3,
    "families": 2,
}
COUNTS = {"families": 0, "persons": 0, "wrong": 0, "skipped": 0}


def recipe(today: date) -> dict[str, list[Row]]:
    """The list that Marta Rinaldi is bringing from the cooperative's own spreadsheet."""
    at = datetime.combine(today - timedelta(days=1), time(8, 30), UTC)
    return {
        "imported_sheets": [
            {"key": "elenco_telaio", "by": "coordinatrice", "team": "equipe_nord", "at": at}
        ]
    }  # fmt: skip


def load(world: dict[str, Any]) -> None:
    """Sheets, with the cells of those that are being prepared."""
    sheets = world.get("imported_sheets", [])
    copy_rows("imports_sheet", map(_sheet, sheets))
    copy_rows(
        "imports_sheetprogress",
        ({"sheet_id": key_for("sheet", row["key"]), "done": 0, "whole": 0} for row in sheets),
    )
    prepared = [row for row in sheets if row.get("state", "preparing") == "preparing"]
    copy_rows("imports_sheetcontent", map(_content, prepared))


def _content(row: Row) -> Row:
    more = {"more_sheets": 0, "stray_comments": 0}
    cells = {"headers": HEADERS, **more, "cells": Jsonb(CELLS), "found": FOUND, "taken_anyway": []}
    return {"sheet_id": key_for("sheet", row["key"]), **cells}


def _sheet(row: Row) -> Row:
    state = row.get("state", "preparing")
    return {
        "id": key_for("sheet", row["key"]),
        "at": row["at"],
        "kind": "families",
        "membership_id": key_for("membership", row["by"]),
        "team_id": key_for("team", row["team"]),
        "sha256": "",
        "header_mark": mark_of(HEADERS),
        "columns": COLUMNS,
        "rows": len(CELLS),
        "state": state,
        "trouble": "",
        "tries": 0,
        "asked_by_user": None,
        "asked_by": None,
        "counts": COUNTS if state == "done" else {},
        "done_at": row["at"] if state == "done" else None,
        "undone_at": None,
    }
