"""The work of a team with a family, and its meetings, from a recipe of plain dictionaries."""

from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family

World = dict[str, Any]


def load(world: World, team_of: dict[str, Any]) -> None:
    """Keys `case_weights`, `case_deputies`, `conferences`, `conference_seats`, `conference_decisions`."""
    for table, name, row_of in (
        ("cases_caseweight", "case_weights", _weight),
        ("cases_casedeputy", "case_deputies", _deputy),
        ("cases_conference", "conferences", _conference),
        ("cases_conferenceseat", "conference_seats", _seat),
        ("cases_conferencedecision", "conference_decisions", _decision),
    ):
        copy_rows(
            table, ({**row_of(row), **family(row["household"], team_of)} for row in world.get(name, []))
        )


def _voided(row: Row) -> Row:
    voided = row.get("voided", "")
    return {"voided_at": now() if voided else None, "voided_by": None, "void_reason": voided}


def _who(row: Row) -> Row:
    keys = {kind: key_for(kind, row[kind]) if row.get(kind) else None for kind in ("membership", "person")}
    return {**{f"{kind}_id": key for kind, key in keys.items()}, "somebody": row.get("somebody", "")}


def _weight(row: Row) -> Row:
    return {
        "id": key_for("case_weight", row["case"], str(row["since"])),
        "case_id": key_for("case", row["case"]),
        "weight": row["weight"],
        "since": row["since"],
        "by_id": key_for("membership", row["by"]),
    }


def _deputy(row: Row) -> Row:
    return {
        "id": key_for("case_deputy", row["case"], row["absent"], str(row["since"])),
        "version": 1,
        "case_id": key_for("case", row["case"]),
        "absent_id": key_for("membership", row["absent"]),
        "deputy_id": key_for("membership", row["deputy"]),
        "since": row["since"],
        "until": row["until"],
        "why": row.get("why", "holiday"),
    }


def _conference(row: Row) -> Row:
    return {
        "id": key_for("conference", row["key"]),
        "version": 1,
        **_voided(row),
        "case_id": key_for("case", row["case"]),
        "kind": row.get("kind", "team"),
        "day": row["day"],
        "at": row.get("at"),
        "place": row.get("place", ""),
        "agenda": list(row["agenda"]),
        "held_on": row.get("held"),
        "minutes": row.get("minutes", ""),
    }


def _seat(row: Row) -> Row:
    who = row.get("membership") or row.get("person") or row["somebody"]
    return {
        "id": key_for("conference_seat", row["conference"], who),
        "version": 1,
        "conference_id": key_for("conference", row["conference"]),
        **_who(row),
        "came": row.get("came"),
        "is_asked": row.get("asked", True),
        "answer": row.get("answer", ""),
        "answer_words": row.get("answer_words", ""),
        "answered_on": row.get("answered"),
        "answered_by_id": key_for("membership", row["answered_by"]) if row.get("answered_by") else None,
    }


def _decision(row: Row) -> Row:
    return {
        "id": key_for("conference_decision", row["key"]),
        **_voided(row),
        "conference_id": key_for("conference", row["conference"]),
        "what": row["what"],
        "need_code": row.get("need", ""),
        **_who(row),
        "by_when": row.get("by_when"),
    }
