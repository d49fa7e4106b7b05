"""Facts of an invented world: those of its acts, heard by the same function."""

from typing import Any

from intreccio.evidence.impact.actions.rebuilding import write_facts
from intreccio.evidence.impact.rules.facts import HEARD

World = dict[str, Any]


def load(world: World) -> None:
    """After the acts are there."""
    write_facts(
        (act["kind"], act.get("codes", {}), act["at"])
        for act in world.get("events", [])
        if act["kind"] in HEARD
    )
