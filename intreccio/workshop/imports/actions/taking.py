"""Taking a file: read to its end first, then written in one transaction, or not at all."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record, who
from intreccio.ground.kernel.viewer import Actor
from intreccio.workshop.imports.models import Batch
from intreccio.workshop.imports.rules.entries import BadField, Entry, Reading
from intreccio.workshop.imports.rules.reports import Change, Report

Progress = Callable[[int, int], None]


class Target(Protocol):
    """Whoever knows what an entry means: finds what is there, says what changes, writes at the end."""

    def prepare(self, entries: Sequence[Entry]) -> None:
        """Reads what is there already, once for all entries."""

    def take(self, entry: Entry) -> Change:
        """Puts one entry among what will be written. Raises BadField."""

    def finish(self) -> None:
        """Writes everything."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where entries came from."""

    file_name: str
    sha256: str
    mapping: str


def origin_of(file_name: str, data: bytes, mapping: str) -> Origin:
    """The origin of a file's bytes."""
    return Origin(file_name[:120], hashlib.sha256(data).hexdigest(), mapping[:60])


def take_file(
    reading: Reading,
    target: Target,
    *,
    origin: Origin,
    by: Actor,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Writes a file that has been read to its end: its good entries, all in this transaction.

    dry_run: everything is tried, and then undone.
    """
    with transaction.atomic():
        report = _write(reading, target, progress or (lambda _done, _whole: None))
        batch = _batch(origin, report, by)
        batch.save(force_insert=True)
        record("import.taken", batch, by=by, codes={"mapping": origin.mapping, **_counts(report)})
        transaction.set_rollback(dry_run)
    return report


def _write(reading: Reading, target: Target, progress: Progress) -> Report:
    report = Report(refused=list(reading.refused), notes=list(reading.notes))
    target.prepare(reading.entries)
    for number, entry in enumerate(reading.entries, start=1):
        try:
            report.count(target.take(entry))
        except BadField as problem:
            report.refused.append(entry.refuse(problem))
        progress(number, len(reading.entries))
    report.refused.sort(key=lambda refusal: refusal.line)
    target.finish()
    return report


def _counts(report: Report) -> dict[str, int]:
    counted = {change.value: number for change, number in report.counts.items()}
    return {**counted, "refused": len(report.refused)}


def _batch(origin: Origin, report: Report, by: Actor) -> Batch:
    deed = who(by)
    return Batch(
        at=now(),
        membership_id=deed.get("membership_id"),
        house=deed.get("house", ""),
        file_name=origin.file_name,
        sha256=origin.sha256,
        mapping=origin.mapping,
        **{change.value: report.counts[change] for change in Change},
        refused=len(report.refused),
    )
