"""School in an invented world."""

from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family, voided

World = dict[str, Any]


def load(world: World) -> None:
    """Keys `schoolings` and `school_contacts`."""
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}
    home_of = {row["key"]: row["household"] for row in world.get("schoolings", [])}
    copy_rows("school_schooling", (_schooling(row, team_of) for row in world.get("schoolings", [])))
    copy_rows(
        "school_schoolcontact",
        (_contact(row, home_of[row["schooling"]], team_of) for row in world.get("school_contacts", [])),
    )


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
