"""A look at the six principles, as a recipe tells it: what plans, services and projects share."""

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for


def looked(row: Row, of: str) -> Row:
    """The columns of a `PrinciplesCheck` of a plan, a service or a project (`of`): which one, what was answered, by whom, when again."""
    again_by = row.get("again_by")
    return {
        "id": key_for(f"{of}_principles", row[of], str(row["day"])),
        f"{of}_id": key_for(of, row[of]),
        "instrument_id": row["edition"],
        "answers": row["answers"],
        "words": row["words"],
        "day": row["day"],
        "again_on": row.get("again"),
        "by_id": key_for("membership", row["by"]),
        "again_by_id": key_for("membership", again_by) if again_by else None,
    }
