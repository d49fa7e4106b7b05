"""How persons of invented families are tied, and what is around them."""

from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family, voided

World = dict[str, Any]


def load_ties(world: World, team_of: dict[str, Any]) -> None:
    """Kinship and bonds."""
    copy_rows("people_kinship", (_kinship(row, team_of) for row in world.get("kinship", [])))
    copy_rows("people_bond", (_bond(row, team_of) for row in world.get("bonds", [])))


def _kinship(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("kinship", row["household"], row["one"], row["other"], row["kind"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "one_id": key_for("person", row["one"]),
        "other_id": key_for("person", row["other"]),
        "kind": row["kind"],
        "since": row.get("since"),
        "until": row.get("until"),
        "note": row.get("note", ""),
    }


def _bond(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("bond", row["household"], row["to"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "to": row["to"],
        "sphere": row["sphere"],
        "quality": row.get("quality", "ordinary"),
        "flow": row.get("flow", "both"),
        "said_by": row.get("said_by", ""),
        "since": row.get("since"),
        "until": row.get("until"),
        "helps": row.get("helps", ""),
        "agreed_by": row.get("agreed_by", ""),
        "agreed_on": row.get("agreed_on"),
        "reach": row.get("reach", ""),
        "heard_on": row.get("heard_on"),
    }
