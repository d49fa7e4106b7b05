"""Taking a file: all its good rows in one transaction, or nothing."""

from typing import Any

import pytest

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.imports.actions.taking import origin_of, take_file
from intreccio.workshop.imports.models import Batch
from intreccio.workshop.imports.rules.entries import BadField, Entry, Reading, Refusal
from intreccio.workshop.imports.rules.reports import Change, Report

pytestmark = pytest.mark.django_db
BY = House("imports")


class Notebook:
    """A target that remembers."""

    def __init__(self) -> None:
        self.finished = False

    def prepare(self, entries: Any) -> None:
        self.there = {"b": 1}

    def take(self, entry: Entry) -> Change:
        if entry.values["age"] < 0:
            raise BadField("age", "non può essere")
        return Change.UNCHANGED if self.there.get(entry.key) == entry.values["age"] else Change.ADDED

    def finish(self) -> None:
        self.finished = True


def reading_of(**ages: int) -> Reading:
    entries = [
        Entry(line, key, {"age": age}, {"age": "età"})
        for line, (key, age) in enumerate(ages.items(), start=2)
    ]
    return Reading(entries, [Refusal(9, "nome", "manca")])


def test_a_run_counts_and_lists_and_shows_how_far_it_is() -> None:
    steps: list[tuple[int, int]] = []
    with acting(BY):
        report = take_file(
            reading_of(a=1, b=1, c=-1), target := Notebook(), origin=origin_of("x.csv", b"x", "prova"), by=BY,
            progress=lambda done, whole: steps.append((done, whole)),
        )  # fmt: skip
    assert report.last_line == "added 1, changed 0, unchanged 1, refused 2"
    assert [str(refusal) for refusal in report.refused] == [
        "riga 4, colonna età: non può essere",
        "riga 9, colonna nome: manca",
    ]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert target.finished


def test_a_trial_run_counts_the_same() -> None:
    with acting(BY):
        report = take_file(
            reading_of(a=1), Notebook(), origin=origin_of("x.csv", b"x", "prova"), by=BY, dry_run=True
        )
    assert report.last_line == "added 1, changed 0, unchanged 0, refused 1"


def test_nobody_reads_a_batch_until_an_area_above_says_who_may() -> None:
    with acting(BY):
        take_file(reading_of(a=1), Notebook(), origin=origin_of("x.csv", b"x", "prova"), by=BY)
        assert Batch.objects.count() == 0


def test_nobody_writes_a_batch_in_another_name() -> None:
    from uuid import uuid4

    from django.db import DatabaseError

    from intreccio.ground.kernel.clock import now

    with pytest.raises(DatabaseError), acting(BY):
        Batch(at=now(), membership_id=uuid4(), house="imports", file_name="x", sha256="x", mapping="x").save(
            force_insert=True
        )


def test_an_empty_report_still_has_its_last_line() -> None:
    assert Report().last_line == "added 0, changed 0, unchanged 0, refused 0"
