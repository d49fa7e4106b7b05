"""Loads outings from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family

World = dict[str, Any]


def load(world: World) -> None:
    """Key `outings`."""
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}
    copy_rows("around_outing", (_outing(row, team_of) for row in world.get("outings", [])))


def _key(kind: str, name: str | None) -> Any:
    return key_for(kind, name) if name else None


def _outing(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("outing", row["key"]),
        "version": 1,
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "service_id": key_for("service", row["service"]),
        "referral_id": _key("referral", row.get("referral")),
        "again_of_id": _key("outing", row.get("again_of")),
        "person_id": _key("person", row.get("person")),
        "need_code": row["need"],
        "goes_id": _key("membership", row.get("goes")),
        "also": row.get("also", ""),
        "day": row["day"],
        "at": row.get("at"),
        "meet_at": row.get("meet_at", ""),
        "bring": row.get("bring", ""),
        "state": row.get("state", "planned"),
        "done_on": row.get("done"),
        "stopped": row.get("stopped", ""),
        "words": row.get("words", ""),
        "let_go": row.get("let_go", ""),
    }
