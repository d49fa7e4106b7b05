"""Loads sheets of the library and what protects or weighs: keys `sheets`, `factors`."""

from datetime import UTC, datetime, time
from functools import cache
from typing import Any

from intreccio.families.assessments.demo.rows import family_of, key_of, team_of, voided_of
from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.definition import items_of
from intreccio.workshop.instruments.rules.scoring import labels_of, scores_of

World = dict[str, Any]


def load(world: World) -> None:
    """Each sheet with its response, each factor."""
    teams, sheets = team_of(world), world.get("sheets", [])
    copy_rows("instruments_response", map(_response, sheets))
    copy_rows("assessments_sheet", (_sheet(row, teams) for row in sheets))
    copy_rows("assessments_factor", (_factor(row, teams) for row in world.get("factors", [])))


def sheet_key(row: Row) -> tuple[str, str, str, str]:
    """The words of a sheet's id, and of its response's."""
    return row["assessment"], row["instrument"], row.get("about") or "", row["voice"]


def factor_key(row: Row) -> tuple[str, str, str]:
    """The words of a factor's id."""
    return row["household"], row["code"], str(row["since"])


@cache
def library() -> dict[str, dict[str, Any]]:
    """Every edition by its id."""
    return {path.stem: said for path, said in definitions()}


@cache
def side_of(code: str) -> str:
    """Whether it protects or weighs."""
    side: str = next(item["side"] for item in items_of(library()["fattori-1"]) if item["code"] == code)
    return side


def _response(row: Row) -> Row:
    finished = datetime.combine(row["heard"], time(16), UTC) if row.get("finished", True) else None
    definition, answers = library()[row["instrument"]], row.get("answers", {})
    return {
        "id": key_for("response", *sheet_key(row)),
        "version": 1,
        "instrument_id": row["instrument"],
        "answers": answers,
        "labels": labels_of(definition, answers),
        "words": row.get("words", {}),
        "left_empty": row.get("left_empty", {}),
        "scores": scores_of(definition, answers),
        "finished_at": finished,
    }


def _sheet(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("sheet", *sheet_key(row)),
        **voided_of(row),
        **family_of(row, teams),
        "assessment_id": key_for("assessment", row["assessment"]),
        "instrument_id": row["instrument"],
        "about_id": key_of("person", row.get("about")),
        "voice": row["voice"],
        "response_id": key_for("response", *sheet_key(row)),
        "heard_on": row["heard"],
        "heard_by_id": key_of("membership", row.get("by")),
    }


def _factor(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("factor", *factor_key(row)),
        "version": 1,
        **voided_of(row),
        **family_of(row, teams),
        "case_id": key_for("case", row["case"]),
        "about_id": key_of("person", row.get("about")),
        "side": side_of(row["code"]),
        "code": row["code"],
        "words": row.get("words", ""),
        "since": row["since"],
        "until": row.get("until"),
        "noted_by_id": key_of("membership", row.get("by")),
    }
