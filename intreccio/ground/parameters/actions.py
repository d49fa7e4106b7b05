"""What the keeper writes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from intreccio.ground.parameters.models import Parameter

RECIPE = Path(__file__).with_name("parameters.json")


def load_parameters(using: str, recipe: list[dict[str, Any]] | None = None) -> int:
    """Writes what is new or has changed in the recipe and answers how many rows that was; twice writes none.

    Values are matched by code and first day. Last days are written before new values, so that periods never meet.
    """
    rows = json.loads(RECIPE.read_text(encoding="utf-8")) if recipe is None else recipe
    parameters = Parameter.objects.using(using)
    there = {(each.code, each.valid_from): each for each in parameters.all()}
    written = 0
    for row in sorted(rows, key=lambda each: (each["code"], each["valid_from"])):
        days = {
            key: date.fromisoformat(row[key]) if row.get(key) else None
            for key in ("valid_from", "valid_until")
        }
        said = {**row, **days}
        old = there.get((said["code"], said["valid_from"]))
        if old is None:
            parameters.create(**said)
        elif any(getattr(old, name) != value for name, value in said.items()):
            parameters.filter(pk=old.pk).update(**said)
        else:
            continue
        written += 1
    return written
