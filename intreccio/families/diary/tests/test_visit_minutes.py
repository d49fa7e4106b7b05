"""Minutes are a ledger: nothing in it changes, and what it adds up to is always right."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import Error
from psycopg import errors

from intreccio.families.diary import actions
from intreccio.families.diary.actions import Spent
from intreccio.families.diary.actions.ledger import minutes_of, set_minutes
from intreccio.families.diary.models import WorkedTime
from intreccio.families.diary.rules.visits import Minutes
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import (
    FILI,
    PIANO,
    D,
    hat,
    noted,
    spent,
    summed,
    visit_note_of,
)
from intreccio.ground.kernel.keys import key_for, new_key

OLD = "marchetti_1"


@pytest.fixture
def chiara(acting_as):
    """Chiara at work."""
    with acting_as("educatrice") as viewer:
        yield viewer


@pytest.fixture
def note(chiara):
    """A note of today, of an hour and twenty minutes."""
    return visit_note_of(
        actions.write_visit_note(case_of("marchetti"), noted(), spent(), by=chiara, today=D).pk
    )


def edited(note, chiara, said, took, version):
    actions.edit_visit_note(visit_note_of(note.pk), said, took, version=version, by=chiara, today=D)


def entries(note):
    rows = WorkedTime.objects.filter(note=note).order_by("written_at", "pk")
    return list(rows.values_list("day", "line", "direct", "indirect"))


def test_minutes_of_a_note_by_line_of_money(note):
    assert minutes_of(note) == {FILI: Minutes(60, 20)}
    row = WorkedTime.objects.get(note=note)
    assert (row.worker_id, row.employer_id, row.day) == (
        hat("educatrice"),
        key_for("organisation", "telaio"),
        D,
    )


def test_set_minutes_writes_what_leads_to_what_is_right(note):
    before = entries(note)
    set_minutes(note, {FILI: Minutes(45, 20), PIANO: Minutes(10, 0)})
    assert minutes_of(note) == {FILI: Minutes(45, 20), PIANO: Minutes(10, 0)}
    assert before[0] in entries(note), "the first entry is there still"
    count = len(entries(note))
    set_minutes(note, {FILI: Minutes(45, 20), PIANO: Minutes(10, 0)})
    assert len(entries(note)) == count, "nothing to put right, nothing written"


def test_minutes_put_right_and_moved_to_another_line(note, chiara):
    edited(note, chiara, noted(), spent(90, 5), 1)
    assert minutes_of(note) == {FILI: Minutes(90, 5)}
    edited(note, chiara, noted(), spent(90, 5, PIANO), 2)
    assert {line: each for line, each in minutes_of(note).items() if each.all} == {PIANO: Minutes(90, 5)}
    edited(note, chiara, noted(), spent(15, 5, None), 3)
    assert {line: each for line, each in minutes_of(note).items() if each.all} == {None: Minutes(15, 5)}
    edited(note, chiara, noted(), Spent(), 4)
    assert summed(note=note) == (0, 0)


def test_minutes_follow_the_day_of_their_note(note, chiara):
    yesterday = D - timedelta(days=1)
    edited(note, chiara, noted(day=yesterday), spent(30, 0), 1)
    assert summed(note=note, day=D) == (0, 0)
    assert summed(note=note, day=yesterday) == (30, 0)
    edited(note, chiara, noted(day=D), spent(30, 0), 2)
    assert (summed(note=note, day=D), summed(note=note, day=yesterday)) == ((30, 0), (0, 0))


def test_minutes_after_a_correction(chiara):
    old = visit_note_of(OLD)
    correction = actions.correct_visit_note(old, "Era un'ora sola.", spent(45, 10), by=chiara)
    assert summed(note=old) == (45, 10)
    assert summed(note=correction) == (0, 0), "what a note took stands with the note"
    assert {day for day, *_ in entries(old)} == {old.day}


def test_minutes_after_an_annulment(note, chiara):
    edited(note, chiara, noted(), spent(90, 5, PIANO), 1)
    actions.void_visit_note(visit_note_of(note.pk), reason="altra famiglia", by=chiara)
    assert {each.all for each in minutes_of(note).values()} == {0}
    assert len(entries(note)) == 4, "each way there and back is written"


def test_who_coordinates_annuls_and_the_minutes_are_taken_from_whose_they_were(acting_as):
    with acting_as("psicologa") as viewer:
        note = actions.write_visit_note(case_of("bah"), noted(), spent(), by=viewer, today=D)
    with acting_as("coordinatrice") as viewer:
        actions.void_visit_note(visit_note_of(note.pk), reason="altra famiglia", by=viewer)
        rows = WorkedTime.objects.filter(note=note)
        assert set(rows.values_list("worker", "employer")) == {
            (hat("psicologa"), key_for("organisation", "melograno"))
        }
        assert summed(note=note) == (0, 0)


@pytest.mark.parametrize("account", ["educatrice", "coordinatrice", "comune", "admin"])
def test_an_entry_is_neither_changed_nor_deleted(acting_as, account):
    with acting_as(account):
        rows = WorkedTime.objects.filter(note=key_for("visit_note", OLD))
        for act in (lambda: rows.update(direct=1), lambda: rows._raw_delete("default")):
            with pytest.raises(Error, match="permission denied"), transaction.atomic():
                act()


@pytest.mark.parametrize(
    ("account", "worker"),
    [
        ("educatrice", "assistente"),  # hours of a colleague
        ("sara", "sara"),  # of a family out of sight
        ("comune", "comune"),  # who leads works no hours with families
    ],
)
def test_nobody_writes_hours_that_are_not_theirs(acting_as, account, worker):
    with acting_as("assistente"):
        note = visit_note_of("marchetti_2" if worker == "assistente" else OLD)
    with acting_as(account), pytest.raises(Error):
        entry(note, worker)


def entry(note, worker):
    WorkedTime.objects.bulk_create([WorkedTime(
        household_id=note.household_id, team_id=note.team_id, case_id=note.case_id, note=note, worker_id=hat(worker),
        employer_id=key_for("organisation", "telaio"), day=D, direct=5, indirect=0, written_at=note.written_at,
    )])  # fmt: skip


def test_minutes_are_of_whoever_wrote_the_note_whatever_the_code_does(keeper):
    """The table says so, for the keeper as well."""
    with pytest.raises(errors.ForeignKeyViolation):
        keeper.execute(
            "INSERT INTO diary_workedtime"
            " (id, household_id, team_id, case_id, note_id, worker_id, employer_id, day, direct, indirect, written_at)"
            " SELECT %s, household_id, team_id, case_id, note_id, %s, employer_id, day, 5, 0, now()"
            " FROM diary_workedtime WHERE note_id = %s LIMIT 1",
            [new_key(), hat("assistente"), key_for("visit_note", OLD)],
        )
