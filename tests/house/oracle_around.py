"""What of going together each person should find: it is of the record of the family."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for


def outings(eyes: Any) -> set[UUID]:
    """Of the families whose record is open."""
    return {
        key_for("outing", row["key"])
        for row in eyes.world.get("outings", [])
        if eyes.opens(row["household"], "record")
    }


RULES: dict[str, Callable[[Any], set[UUID]]] = {"around.Outing": outings}
