"""The dated numbers that this area reads, loaded after every migration."""

import json
from pathlib import Path

from intreccio.ground.parameters.actions import load_parameters

RECIPE = Path(__file__).parent.with_name("limits.json")


def load_limits(using: str) -> int:
    """Writes what is new or has changed; twice writes none."""
    return load_parameters(using, json.loads(RECIPE.read_text(encoding="utf-8")))
