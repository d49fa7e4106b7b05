"""A family along a protocol: who begins it, with which text, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from intreccio.families.cases.models import Case
from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.paths import Walked
from intreccio.families.plans.models import FamilyPath, PathMark
from intreccio.families.plans.queries.paths import paths_in_sight, startable, walk_of
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.models import Person
from intreccio.parties.people.vocabulary import Level
from intreccio.workshop.protocols.models import ProtocolVersion
from tests.drills.at_once import told_as

D = this_day()
NADIA = key_for("person", "nadia")
DRAFT = key_for("protocol_version", "soli_mai-3")


def case_of(key: str = "marchetti") -> Case:
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def shipped(name: str = "soli-mai-2") -> ProtocolVersion:
    return ProtocolVersion.objects.get(shipped=name)


def walked(**changes: Any) -> Walked:
    return replace(
        Walked(D - timedelta(days=2), None, "death", key_for("membership", "educatrice")), **changes
    )


def begun(by: Any, *, version: ProtocolVersion | None = None, **changes: Any) -> FamilyPath:
    return actions.begin_path(case_of(), version or shipped(), walked(**changes), by=by, today=D)


@pytest.mark.parametrize("account", ["educatrice", "assistente", "coordinatrice", "psicologa", "awa"])
def test_whoever_accompanies_the_family_begins_and_walks_a_path(acting_as, account):
    with acting_as(account) as viewer:
        path = begun(viewer)
        actions.mark_step(path, "be_there", "done", day=D, words="Due righe, la sera", by=viewer, today=D)
        walk = walk_of(path, D)
        assert [step.code for step in walk.kept] == ["be_there"]
        assert "be_there" not in {step.code for step in walk.asked}
        kinds = Event.objects.filter(household_id=path.household_id, kind__startswith="path.")
        assert sorted(kinds.values_list("kind", flat=True)) == ["path.begun", "path.step_marked"]


@pytest.mark.parametrize("account", ["davide", "sara", "comune", "scuola", "admin", "elio"])
def test_nobody_else_does(acting_as, account):
    with acting_as("educatrice"):
        case, version, chosen = case_of(), shipped(), walked()
    with acting_as(account) as viewer, pytest.raises((NotAllowed, Refused)):
        actions.begin_path(case, version, chosen, by=viewer, today=D)


@pytest.mark.parametrize("account", EVERYBODY)
def test_a_stranger_finds_nothing(acting_as, account):
    """The psychologist of another body, whoever leads, the school: nothing of a path of this family."""
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_step(path, "be_there", "done", day=D, words="", by=viewer, today=D)
        sees = account in ("coordinatrice", "assistente", "educatrice", "psicologa", "awa")
        with acting_as(account) as other:
            assert paths_in_sight(other).filter(pk=path.pk).exists() == sees
            assert FamilyPath.objects.filter(pk=path.pk).exists() == sees
            assert PathMark.objects.filter(path_id=path.pk).exists() == sees


def test_nobody_is_accompanied_by_a_draft(acting_as):
    with acting_as("educatrice") as viewer:
        draft = ProtocolVersion.objects.get(pk=DRAFT)
        assert DRAFT not in {each.row.pk for each in startable(viewer)}
        with pytest.raises(Refused, match="stage"):
            begun(viewer, version=draft)
        path = FamilyPath(
            household_id=case_of().household_id, team_id=case_of().team_id, case=case_of(), protocol_version=draft,
            zero=D, contact_id=viewer.membership_id, begun_on=D,
        )  # fmt: skip
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            path.save(force_insert=True)


def test_the_version_it_began_with_is_never_another(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            FamilyPath.objects.filter(pk=path.pk).update(protocol_version=shipped("mille-giorni-1"))


def test_the_same_path_is_not_begun_twice(acting_as):
    with acting_as("educatrice") as viewer:
        begun(viewer)
        with pytest.raises(Refused, match="begun"):
            begun(viewer)
        assert begun(viewer, person=Person.objects.get(pk=NADIA)), "of somebody else it is another path"


def test_two_who_begin_it_at_once_begin_it_once(committed):
    def begins(by):
        return begun(by)

    went = told_as(("educatrice", begins), ("assistente", begins))
    assert sorted(went) == ["begun", "done"]


def test_a_step_is_said_once_and_a_mistake_lets_it_wait_again(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_step(path, "be_there", "done", day=D, words="", by=viewer, today=D)
        with pytest.raises(Refused, match="marked"):
            actions.mark_step(path, "be_there", "not_needed", day=D, words="No", by=viewer, today=D)
        mark = path.marks.get()
        actions.void_mark(path, mark, reason="Era un'altra famiglia", by=viewer)
        assert "be_there" in {step.code for step in walk_of(path, D).asked}
        actions.mark_step(path, "be_there", "done", day=D, words="Adesso sì", by=viewer, today=D)
        assert path.marks.count() == 2


def test_a_step_of_another_text_is_no_step(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with pytest.raises(Refused):
            actions.mark_step(path, "no_such_step", "done", day=D, words="", by=viewer, today=D)


def test_whoever_wrote_second_reads_the_other_first(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.set_silence(path, silent=True, version=1, by=viewer, today=D)
        with pytest.raises(Changed):
            actions.edit_path(path, walked(zero=D), version=1, by=viewer, today=D)
        path.refresh_from_db()
        assert (path.silent_since, path.zero) == (D, D - timedelta(days=2))
        assert History.objects.filter(row_id=path.pk).exists()


def test_what_has_ended_stays_to_be_read(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.end_path(path, "alone", day=D, version=1, by=viewer, today=D)
        with pytest.raises(Refused, match="over"):
            actions.mark_step(path, "be_there", "done", day=D, words="", by=viewer, today=D)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            PathMark(
                household_id=path.household_id, team_id=path.team_id, path=path, step="be_there", state="done",
                day=D, by_id=viewer.membership_id,
            ).save(force_insert=True)  # fmt: skip
        assert begun(viewer), "another may begin"


def test_who_has_lost_something_says_what(acting_as):
    with acting_as("educatrice") as viewer:
        with pytest.raises(Refused, match="loss"):
            begun(viewer, loss="")
        with pytest.raises(Refused):
            begun(viewer, loss="death", version=shipped("mille-giorni-1"))


def test_what_is_not_needed_says_why_also_to_the_database(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with pytest.raises(IntegrityError, match="what_is_not_needed_says_why"), transaction.atomic():
            PathMark(
                household_id=path.household_id, team_id=path.team_id, path=path, step="be_there",
                state="not_needed", day=D, by_id=viewer.membership_id,
            ).save(force_insert=True)  # fmt: skip


def test_who_keeps_in_touch_sees_the_family(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="contact"):
        begun(viewer, contact_id=key_for("membership", "davide"))


def test_one_begun_by_mistake_stays_readable_and_counts_no_more(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.void_path(path, reason="Era un'altra famiglia", by=viewer)
        path.refresh_from_db()
        with pytest.raises(Refused, match="over"):
            actions.require_going_on(path)
        with pytest.raises(Refused, match="over"):
            actions.lock_path(path, "end_path", by=viewer)
        assert begun(viewer), "another may begin"


def test_what_waits_next_follows_what_is_said(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        first = path.next_step
        actions.mark_step(path, first, "done", day=D, words="", by=viewer, today=D)
        path.refresh_from_db()
        assert path.next_step != first
        assert path.next_on is not None
        actions.void_mark(path, path.marks.get(), reason="No", by=viewer)
        path.refresh_from_db()
        assert (path.next_step, path.version) == (first, 1), "it is nobody's edit"


def test_in_oggi_it_waits_for_who_keeps_in_touch_and_for_nobody_else(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        for account, waits_there in (("educatrice", True), ("assistente", False), ("coordinatrice", False)):
            with acting_as(account) as other:
                lines = [line for line in waiting_for(other, 50, today=D) if line.plan_id == path.pk]
                assert bool(lines) == waits_there
        actions.end_path(path, "family", day=D, version=1, by=viewer, today=D)
        assert not [line for line in waiting_for(viewer, 50, today=D) if line.plan_id == path.pk]


def test_who_reads_the_path_of_a_family_reads_its_text_and_no_other(acting_as):
    """A school to which the record is open; without it, it reads no protocol."""
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, version=shipped("a-casa-con-sostegno-2"), loss="")
        with acting_as("scuola"):
            before = set(ProtocolVersion.objects.values_list("pk", flat=True))
            assert path.protocol_version_id not in before
        family = case_of().household
        opens = {
            "level": Level.RECORD,
            "purpose": "collaboration",
            "reason": "Le visite",
            "since": D,
            "until": None,
        }
        grant(family, by=viewer, to_organisation_id=key_for("organisation", "scuola_tigli"), **opens)
        with acting_as("scuola") as other:
            assert paths_in_sight(other).get(pk=path.pk).protocol_version.title == "A casa con sostegno"
            now = set(ProtocolVersion.objects.values_list("pk", flat=True))
            assert now == before | {path.protocol_version_id}
