"""Loads assessments from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from datetime import UTC, datetime, time
from functools import cache
from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.scoring import labels_of, scores_of

World = dict[str, Any]
INSTRUMENT = "che-cosa-c-e-1"


def load(world: World) -> None:
    """Assessments, voices with their responses, children's words: keys `assessments`, `points_of_view`, `child_words`."""
    teams = team_of(world)
    points = world.get("points_of_view", [])
    copy_rows("assessments_assessment", (_assessment(row, teams) for row in world.get("assessments", [])))
    copy_rows("instruments_response", map(_response, points))
    copy_rows("assessments_pointofview", (_point(row, teams) for row in points))
    copy_rows("assessments_childwords", (_child(row, teams) for row in world.get("child_words", [])))


def team_of(world: World) -> dict[str, Any]:
    """The team in charge of each family."""
    return {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}


def point_key(row: Row) -> tuple[str, str, str]:
    """The words of a voice's id, and of its response's."""
    return row["assessment"], row["voice"], row.get("person") or ""


@cache
def definition() -> dict[str, Any]:
    """The edition that the district answers."""
    return next(said for path, said in definitions() if path.stem == INSTRUMENT)


def scores(row: Row) -> dict[str, float]:
    """The numbers of one voice, worked out as the house does; where many answered alike, once for all of them."""
    return row.get("scores") or scores_of(definition(), row.get("answers", {}))


def family_of(row: Row, teams: dict[str, Any]) -> Row:
    """Columns of the family that a row is of."""
    return {"household_id": key_for("household", row["household"]), "team_id": teams[row["household"]]}


def voided_of(row: Row) -> Row:
    """Columns of a mistake."""
    reason = row.get("voided", "")
    return {"voided_at": now() if reason else None, "voided_by": None, "void_reason": reason}


def key_of(kind: str, name: str | None) -> Any:
    """An id, or none."""
    return key_for(kind, name) if name else None


def _assessment(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("assessment", row["key"]),
        "version": 1,
        **voided_of(row),
        **family_of(row, teams),
        "case_id": key_for("case", row["case"]),
        "moment": row["moment"],
        "instrument_id": INSTRUMENT,
        "begun_on": row["begun"],
        "closed_on": row.get("closed"),
        "begun_by_id": key_of("membership", row.get("by")),
        "read_together": row.get("read_together", ""),
    }


def _response(row: Row) -> Row:
    finished = datetime.combine(row["heard"], time(16), UTC) if row.get("finished", True) else None
    return {
        "id": key_for("response", *point_key(row)),
        "version": 1,
        "instrument_id": INSTRUMENT,
        "answers": row.get("answers", {}),
        "labels": labels_of(definition(), row.get("answers", {})),
        "words": row.get("words", {}),
        "left_empty": row.get("left_empty", {}),
        "scores": scores(row),
        "finished_at": finished,
    }


def _point(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("point_of_view", *point_key(row)),
        **voided_of(row),
        **family_of(row, teams),
        "assessment_id": key_for("assessment", row["assessment"]),
        "voice": row["voice"],
        "person_id": key_of("person", row.get("person")),
        "response_id": key_for("response", *point_key(row)),
        "heard_on": row["heard"],
        "heard_by_id": key_of("membership", row.get("by")),
    }


def _child(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("child_words", row["assessment"], row["person"]),
        "version": 1,
        **voided_of(row),
        **family_of(row, teams),
        "assessment_id": key_for("assessment", row["assessment"]),
        "person_id": key_for("person", row["person"]),
        "heard": row["how"],
        "words": row.get("words", ""),
        "not_heard": row.get("not_heard", ""),
        "not_heard_words": row.get("not_heard_words", ""),
        "agreed": row.get("agreed", "not_asked"),
        "reference_id": key_of("membership", row.get("reference")),
        "listener": row.get("listener", ""),
        "heard_on": row["heard"],
        "heard_by_id": key_of("membership", row.get("by")),
    }
