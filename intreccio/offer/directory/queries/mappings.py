"""Mappings of tables: those shipped here, and files of one's own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from intreccio.offer.directory.rules.drafts import knows
from intreccio.offer.directory.rules.transforms import TRANSFORMS
from intreccio.workshop.imports.rules.entries import BadMapping
from intreccio.workshop.imports.rules.mappings import FileMapping, mapping_of

SHIPPED = Path(__file__).resolve().parent.parent / "mappings"


def mapping_named(name: str) -> FileMapping:
    """A mapping shipped here, by its name, or a file, by its path. Raises BadMapping."""
    path = Path(name) if name.endswith(".json") else SHIPPED / f"{name}.json"
    try:
        recipe: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadMapping(f"non c'è. Quelle pronte: {', '.join(shipped_mappings())}") from None
    except (OSError, ValueError) as problem:
        raise BadMapping(f"non si legge ({problem})") from problem
    if unknown := sorted(field for field in recipe.get("fields", {}) if not knows(field)):
        raise BadMapping(f"un servizio non ha questi campi: {', '.join(unknown)}")
    return mapping_of(recipe, TRANSFORMS)


def shipped_mappings() -> list[str]:
    """Their names."""
    return sorted(path.stem for path in SHIPPED.glob("*.json"))
