"""Asks the database, as the serving role, what one membership finds, and lays it beside the oracle's answer."""

from typing import Any

from django.apps import apps

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import Viewer
from tests.house.oracle import RULES, Eyes


def wearing(world: dict[str, Any], hat: str) -> Viewer:
    """A viewer with this hat, whether or not it is still worn: an ended hat must find nothing."""
    row = next(each for each in world["memberships"] if each["key"] == hat)
    return Viewer(
        key_for("user", row["user"]),
        key_for("membership", hat),
        key_for("organisation", row["organisation"]),
        row["role"],
    )


def differences(world: dict[str, Any], hat: str) -> dict[str, dict[str, int]]:
    """Per table, how many rows are shown that should not be, and how many hidden that should be seen. Empty is right."""
    eyes, wrong = Eyes(world, hat), {}
    with acting(wearing(world, hat)):
        for label, rule in RULES.items():
            found = set(apps.get_model(label)._default_manager.values_list("pk", flat=True))
            right = rule(eyes)
            if found != right:
                wrong[label] = {"leaked": len(found - right), "hidden": len(right - found)}
    return wrong
