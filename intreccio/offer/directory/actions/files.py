"""Taking a file of services: read to its end, then written, as the house."""

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.actions.importing import Services
from intreccio.offer.directory.queries.mappings import mapping_named
from intreccio.offer.directory.rules.hsds import read_hsds
from intreccio.workshop.imports.actions.taking import Progress, origin_of, take_file
from intreccio.workshop.imports.rules.entries import Reading
from intreccio.workshop.imports.rules.reports import Report
from intreccio.workshop.imports.rules.tables import read_table

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
