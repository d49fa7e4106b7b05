"""Columns that rows of invented families have in common."""

from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for

UNVOIDED: Row = {"voided_at": None, "voided_by": None, "void_reason": ""}


def family(household: str, team_of: dict[str, Any]) -> Row:
    """The two columns that every row of a family carries."""
    return {"household_id": key_for("household", household), "team_id": team_of[household]}


def voided(row: Row) -> Row:
    """`voided` is the reason, `voided_by` the hat; a row without them stands."""
    if not row.get("voided"):
        return UNVOIDED
    return {
        "voided_at": now(),
        "voided_by": key_for("membership", row["voided_by"]) if row.get("voided_by") else None,
        "void_reason": row["voided"],
    }
