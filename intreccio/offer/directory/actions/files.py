"""Taking a file of services: read to its end, then written, as the house."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.actions.importing import Services
from intreccio.offer.directory.rules.drafts import knows
from intreccio.offer.directory.rules.hsds import read_hsds
from intreccio.offer.directory.rules.transforms import TRANSFORMS
from intreccio.workshop.imports.actions import Progress, origin_of, take_file
from intreccio.workshop.imports.rules.entries import BadMapping, Reading
from intreccio.workshop.imports.rules.mappings import FileMapping, mapping_of
from intreccio.workshop.imports.rules.reports import Report
from intreccio.workshop.imports.rules.tables import read_table

SHIPPED = Path(__file__).resolve().parent.parent / "mappings"
HSDS = "hsds"
HOUSE = House("imports")


def import_services(
    file_name: str, data: bytes, *, mapping: str, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Takes a whole file or nothing of it. Raises Unreadable and BadMapping."""
    if not mapping:
        return _take(read_hsds(data), HSDS, file_name, data, dry_run, progress, town_needed=False)
    chosen = mapping_named(mapping)
    town_needed = any(rule.name == "place.municipality" and rule.required for rule in chosen.fields)
    return _take(
        read_table(data, chosen), chosen.source, file_name, data, dry_run, progress, town_needed=town_needed
    )


def _take(
    reading: Reading,
    source: str,
    file_name: str,
    data: bytes,
    dry_run: bool,
    progress: Progress | None,
    *,
    town_needed: bool,
) -> Report:
    with acting(HOUSE):
        target = Services(source, today(), town_needed=town_needed)
        origin = origin_of(file_name, data, source)
        return take_file(reading, target, origin=origin, by=HOUSE, dry_run=dry_run, progress=progress)


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
