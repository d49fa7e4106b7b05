"""What was written along a family's path and counts no more."""

from collections.abc import Iterator

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.paths import marks_of
from intreccio.workshop.protocols.queries.no_longer import NoLonger, no_longer
from intreccio.workshop.protocols.queries.reading import Reading
from intreccio.workshop.protocols.vocabulary import PartKind


def no_longer_of(path: FamilyPath, reading: Reading) -> Iterator[NoLonger]:
    """Steps, things looked at and letters that were mistakes, or of another loss. Three queries."""
    marks = ((row.step, row) for row in marks_of(path))
    checks = ((row.item, row) for row in path.checks.select_related("by__user").order_by("day", "id"))
    letters = ((row.letter, row) for row in path.letters.select_related("by__user").order_by("day", "id"))
    yield from no_longer(reading.said, PartKind.STEPS, marks, reading.steps)
    yield from no_longer(reading.said, PartKind.CHECKS, checks, reading.checks)
    yield from no_longer(reading.said, PartKind.LETTERS, letters, reading.letters)
