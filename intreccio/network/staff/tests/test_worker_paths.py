"""A worker's own path: the person and whom they name read it; nobody else, whatever their role."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.http import Http404

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.network.staff import actions, queries
from intreccio.network.staff.actions import Lost
from intreccio.network.staff.models import PathReader, WorkerMark, WorkerPath
from intreccio.workshop.protocols.models import ProtocolVersion
from tests.drills.at_once import told_as

D = this_day()
PSYCHOLOGIST, COORDINATOR = key_for("user", "psicologa"), key_for("user", "coordinatrice")
DRAFT = key_for("protocol_version", "soli_mai-3")
OTHERS = ("coordinatrice", "assistente", "awa", "davide", "sara", "admin", "elio", "comune", "scuola")


def shipped(name: str = "soli-mai-2") -> ProtocolVersion:
    return ProtocolVersion.objects.get(shipped=name)


def begun(by: Any, *readers: Any, **changes: Any) -> WorkerPath:
    lost = {"zero": D - timedelta(days=3), "loss": "death"} | changes
    return actions.begin_worker_path(shipped(), Lost(**lost, readers=frozenset(readers)), by=by, today=D)


def test_whoever_is_named_reads_it_and_says_what_was_done(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST)
    with acting_as("psicologa") as near:
        (seen,) = queries.worker_paths_in_sight().filter(pk=path.pk)
        actions.mark_worker_step(seen, "be_there", "done", day=D, words="Un caffè", by=near, today=D)
        assert [reader.user_id for reader in queries.readers_of(seen)] == [near.user_id], (
            "the list of readers is of whose it is"
        )
    with acting_as("educatrice"):
        assert [step.mark.words for step in queries.walk_of(path, D).kept] == ["Un caffè"]


@pytest.mark.parametrize("account", OTHERS)
def test_nobody_else_finds_anything(acting_as, account):
    """Who coordinates, leads or administers, and the other body: not a row, not an old value, not an act."""
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST)
        actions.mark_worker_step(path, "be_there", "done", day=D, words="Un caffè", by=viewer, today=D)
        actions.end_worker_path(path, day=D, version=1, by=viewer, today=D)
    with acting_as(account) as other:
        assert not WorkerPath.objects.filter(pk=path.pk).exists()
        assert not PathReader.objects.filter(path_id=path.pk).exists()
        assert not WorkerMark.objects.filter(path_id=path.pk).exists()
        assert not Event.objects.filter(kind__startswith="worker_path.").exists()
        assert not History.objects.filter(table_name__startswith="staff_").exists()
        with pytest.raises(Http404):
            actions.mark_worker_step(path, "rite", "done", day=D, words="", by=other, today=D)


def test_whoever_is_taken_off_reads_nothing_any_more(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST)
        reader = path.readers.get()
        actions.remove_reader(path, reader, by=viewer, today=D)
    with acting_as("psicologa"):
        assert not WorkerPath.objects.filter(pk=path.pk).exists()
        assert not PathReader.objects.filter(path_id=path.pk).exists()
    with acting_as("educatrice") as viewer:
        actions.name_readers(path, [PSYCHOLOGIST], by=viewer, today=D)
    with acting_as("psicologa"):
        assert WorkerPath.objects.filter(pk=path.pk).exists()


def test_only_whose_it_is_names_ends_and_takes_off(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST)
        reader = path.readers.get()
    with acting_as("psicologa") as near:
        for attempt in (
            lambda: actions.name_readers(path, [COORDINATOR], by=near, today=D),
            lambda: actions.remove_reader(path, reader, by=near, today=D),
            lambda: actions.end_worker_path(path, day=D, version=1, by=near, today=D),
        ):
            with pytest.raises(NotAllowed):
                attempt()
        with transaction.atomic():
            assert not WorkerPath.objects.filter(pk=path.pk).update(ended_on=D), "nor by the database"
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            PathReader(path=path, user_id=COORDINATOR, since=D).save(force_insert=True)


def test_a_path_is_begun_for_oneself_alone(acting_as):
    with acting_as("educatrice"):
        row = WorkerPath(user_id=COORDINATOR, protocol_version=shipped(), zero=D, loss="death", begun_on=D)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)


def test_no_draft_and_no_text_for_families_alone(acting_as):
    with acting_as("educatrice") as viewer:
        draft, of_families = ProtocolVersion.objects.get(pk=DRAFT), shipped("mille-giorni-1")
        with pytest.raises(Refused, match="stage"):
            actions.begin_worker_path(draft, Lost(D, "death"), by=viewer, today=D)
        with pytest.raises(Http404):
            actions.begin_worker_path(of_families, Lost(D, ""), by=viewer, today=D)


def test_the_steps_are_those_for_who_works(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        walk = queries.walk_of(path, D)
        codes = {step.code for step in walk.steps}
        assert codes
        of_families = {
            each["code"] for each in shipped().definition["steps"] if each.get("about") == ["family"]
        }
        assert of_families
        assert not codes & of_families
        assert {told.part["code"] for told in walk.reading.letters} == {
            "remembering",
            "near_worker",
            "return_worker",
        }


@pytest.mark.parametrize(
    ("changes", "code"), [({"loss": ""}, "loss"), ({"zero": D + timedelta(days=400)}, "zero"), ({}, None)]
)
def test_what_is_missing_is_said(acting_as, changes, code):
    with acting_as("educatrice") as viewer:
        if code is None:
            begun(viewer)
            with pytest.raises(Refused, match="begun"):
                begun(viewer)
        else:
            with pytest.raises(Refused, match=code):
                begun(viewer, **changes)


def test_a_stranger_is_not_named(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with pytest.raises(Refused, match="reader"):
            actions.name_readers(path, [key_for("user", "davide")], by=viewer, today=D)


def test_what_is_over_stays_to_be_read(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST)
        actions.end_worker_path(path, day=D, version=1, by=viewer, today=D)
        with pytest.raises(Refused, match="over"):
            actions.mark_worker_step(path, "be_there", "done", day=D, words="", by=viewer, today=D)
        actions.remove_reader(path, path.readers.get(), by=viewer, today=D)
    with acting_as("psicologa"):
        assert not WorkerPath.objects.filter(pk=path.pk).exists()


def test_two_hands_write_a_step_once(committed):
    def begins(by):
        return begun(by, PSYCHOLOGIST)

    def marks(by):
        (path,) = queries.worker_paths_in_sight()
        return actions.mark_worker_step(path, "be_there", "done", day=D, words="", by=by, today=D)

    assert told_as(("educatrice", begins)) == ["done"]
    assert sorted(told_as(("educatrice", marks), ("psicologa", marks))) == ["done", "marked"]


def test_only_who_wrote_a_step_or_whose_path_it_is_annuls_it(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, PSYCHOLOGIST, COORDINATOR)
    with acting_as("coordinatrice") as near:
        actions.mark_worker_step(path, "be_there", "done", day=D, words="Un caffè", by=near, today=D)
        mark = path.marks.get()
    with acting_as("psicologa") as other:
        with pytest.raises(NotAllowed):
            actions.void_worker_mark(path, mark, reason="no", by=other)
        assert not WorkerMark.objects.filter(pk=mark.pk).update(void_reason="no"), "nor by the database"
    with acting_as("educatrice") as viewer:
        actions.void_worker_mark(path, mark, reason="non ancora", by=viewer)
        assert not queries.mark_in_sight(path).exists()


def test_whom_the_body_serves_is_nobody_s_colleague(acting_as):
    with acting_as("coordinatrice") as viewer:
        names = dict(queries.who_could_read(viewer, D))
        assert str(PSYCHOLOGIST) in names
        assert str(key_for("user", "ada")) not in names


def hat(keeper: Any, account: str, body: str, role: str, kind: str = "employee") -> None:
    """Somebody of the district leaves every hat of theirs, and wears another one."""
    user = key_for("user", account)
    keeper.execute("UPDATE organisations_membership SET until = current_date WHERE user_id = %s", [user])
    keeper.execute(
        "INSERT INTO organisations_membership (id, user_id, organisation_id, role, kind, since, version, end_reason)"
        " VALUES (%s, %s, %s, %s, %s, current_date - 30, 1, '')",
        [new_key(), user, key_for("organisation", body), role, kind],
    )


def reads(account: str) -> tuple[bool, bool]:
    with acting(viewer_named(account)):
        return WorkerPath.objects.exists(), PathReader.objects.exists()


@pytest.mark.parametrize(
    ("body", "role", "kind", "still"),
    [
        ("girasole", "psychologist", "employee", False),
        # Another hat in the body in which they were chosen.
        ("melograno", "coordinator", "employee", True),
        ("melograno", "participant", "user_member", False),
    ],
)
def test_whoever_has_left_the_body_reads_it_no_more_under_another_hat(
    committed, keeper, body, role, kind, still
):
    with acting(viewer_named("educatrice")) as _, transaction.atomic():
        path = begun(viewer_named("educatrice"), PSYCHOLOGIST)
        assert path.readers.get().organisation_id == key_for("organisation", "melograno")
    assert reads("psicologa") == (True, True)
    hat(keeper, "psicologa", body, role, kind)
    assert reads("psicologa") == (still, still)


@pytest.mark.parametrize("how", ["every hat has ended", "the account is closed"])
def test_of_who_can_take_nobody_off_any_more_nobody_reads_it(committed, keeper, how):
    """Whoever has no hat opens no page: what they wanted read while they decided is read no more, and is there when they come back."""
    with acting(viewer_named("educatrice")) as _, transaction.atomic():
        begun(viewer_named("educatrice"), PSYCHOLOGIST)
    assert reads("psicologa") == (True, True)
    ends, back = {
        "every hat has ended": (
            "UPDATE organisations_membership SET until = current_date WHERE user_id = %s",
            "UPDATE organisations_membership SET until = NULL WHERE user_id = %s",
        ),
        "the account is closed": (
            "UPDATE accounts_colleague SET is_active = false WHERE id = %s",
            "UPDATE accounts_colleague SET is_active = true WHERE id = %s",
        ),
    }[how]
    keeper.execute(ends, [key_for("user", "educatrice")])
    assert reads("psicologa") == (False, False)
    keeper.execute(back, [key_for("user", "educatrice")])
    assert reads("psicologa") == (True, True)


@pytest.mark.parametrize(
    ("body", "role", "kind", "may"),
    [
        ("girasole", "partner", "employee", True),
        ("girasole", "participant", "member", True),
        ("girasole", "participant", "volunteer", False),
        ("girasole", "participant", "user_member", False),
        ("scuola_tigli", "partner", "employee", False),
    ],
)
def test_whoever_works_in_a_member_body_begins_one_whatever_their_role(
    committed, keeper, body, role, kind, may
):
    """A caretaker, a cook, who refers for a body: a loss asks nobody's profession."""
    hat(keeper, "elio", body, role, kind)
    viewer = viewer_named("elio")
    with acting(viewer):
        texts = [each.row for each in queries.startable_by(viewer)]
        assert ({row.title for row in texts} == {"SOLI MAI", "A casa con sostegno"}) == may
        assert queries.may_begin(viewer) == may
        if may:
            assert not ProtocolVersion.objects.exclude(pk__in=[row.pk for row in texts]).filter(
                approved_at=None
            )
            path = actions.begin_worker_path(
                texts[0], Lost(D, "death" if texts[0].title == "SOLI MAI" else ""), by=viewer, today=D
            )
            assert queries.walk_of(path, D).steps
        else:
            assert not texts
            with pytest.raises(NotAllowed):
                actions.require_may_begin(viewer)
