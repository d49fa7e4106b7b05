"""Visits: agreed, moved, called off, missed; and met, which a note says."""

from datetime import time, timedelta

import pytest

from intreccio.families.diary import actions
from intreccio.families.diary.actions.visits import lock_visit, require_of_home
from intreccio.families.diary.models import Visit
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import (
    BY_TEAM,
    D,
    agreed,
    hat,
    noted,
    persons,
    reads,
    spent,
    visit_of,
)
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

TODAYS, COMING, MET = "marchetti_5", "marchetti_6", "marchetti_1"


@pytest.mark.parametrize("account", BY_TEAM)
def test_plan_visit_by_whoever_works_with_the_family(acting_as, account):
    with acting_as(account) as viewer:
        said = agreed(what=" Come va ", persons=persons("elena", "leo", "elena"), hour=time(16), workers=[hat(account)] * 2)  # fmt: skip
        visit = actions.plan_visit(case_of("marchetti"), said, by=viewer, today=D)
        row = Visit.objects.get(pk=visit.pk)
        assert (row.state, row.what, row.persons) == ("planned", "Come va", persons("elena", "leo"))
        assert row.workers == [hat(account)]
        event = Event.objects.get(kind="visit.planned", subject_id=visit.pk)
        assert "Come va" not in str(event.codes), "events carry codes, never words"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"workers": []}, "workers"),
        ({"workers": [hat("sara")]}, "workers"),
        ({"workers": [hat("educatrice"), hat("admin")]}, "workers"),
        ({"persons": persons("elena", "mattia")}, "persons"),
        ({"day": D - timedelta(days=1)}, "day"),
        ({"day": D + timedelta(days=367)}, "day"),
    ],
)
def test_plan_visit_says_why_not(acting_as, more, code):
    with acting_as("educatrice") as viewer:
        with pytest.raises(Refused) as no:
            actions.plan_visit(case_of("marchetti"), agreed(**more), by=viewer, today=D)
        assert no.value.code == code


def test_plan_visit_is_for_the_team_that_accompanies_the_family(acting_as):
    """Whom the record is opened to reads, and plans nothing."""
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        actions.plan_visit(case_of("conti"), agreed(), by=viewer, today=D)


def test_when_the_way_has_ended_nothing_more_is_agreed(acting_as):
    with acting_as("assistente") as viewer, pytest.raises(Refused) as no:
        actions.plan_visit(case_of("el_amrani"), agreed(workers=[hat("assistente")]), by=viewer, today=D)
    assert "concluso" in str(no.value.reason)


def test_move_visit_keeps_the_day_first_agreed(acting_as):
    with acting_as("educatrice") as viewer:
        first = visit_of(COMING).day
        for version, days in ((1, 5), (2, 7)):
            later = D + timedelta(days=days)
            actions.move_visit(visit_of(COMING), day=later, hour=time(9), version=version, by=viewer, today=D)
        row = visit_of(COMING)
        assert (row.day, row.hour, row.moved_from) == (later, time(9), first)
        assert Event.objects.filter(kind="visit.moved", subject_id=row.pk).count() == 2
        with pytest.raises(Changed):
            actions.move_visit(row, day=D, hour=None, version=1, by=viewer, today=D)


def test_move_visit_to_another_hour_of_the_same_day_is_no_other_day(acting_as):
    with acting_as("educatrice") as viewer:
        day = visit_of(COMING).day
        actions.move_visit(visit_of(COMING), day=day, hour=time(11), version=1, by=viewer, today=D)
        assert visit_of(COMING).moved_from is None
        with pytest.raises(Refused) as no:
            actions.move_visit(
                visit_of(COMING), day=D - timedelta(days=1), hour=None, version=2, by=viewer, today=D
            )
        assert no.value.code == "day"


def test_call_off_visit_and_then_it_is_not_touched_any_more(acting_as):
    with acting_as("assistente") as viewer:
        actions.call_off_visit(visit_of(COMING), version=1, by=viewer)
        assert visit_of(COMING).state == "called_off"
        for again in (
            lambda: actions.call_off_visit(visit_of(COMING), version=2, by=viewer),
            lambda: actions.miss_visit(visit_of(COMING), why="not_known", version=2, by=viewer, today=D),
            lambda: actions.move_visit(visit_of(COMING), day=D, hour=None, version=2, by=viewer, today=D),
        ):
            with pytest.raises(Refused) as no:
                again()
            assert no.value.code == "state"


def test_miss_visit_says_why_and_blames_nobody(acting_as):
    with acting_as("educatrice") as viewer:
        actions.miss_visit(visit_of(TODAYS), why="we_could_not", version=1, by=viewer, today=D)
        assert (visit_of(TODAYS).state, visit_of(TODAYS).missed_why) == ("missed", "we_could_not")
        event = Event.objects.get(kind="visit.missed", subject_id=visit_of(TODAYS).pk, at__date=D)
        assert event.codes["reason"] == "we_could_not"
        with pytest.raises(Refused) as no:
            actions.miss_visit(visit_of(COMING), why="not_known", version=1, by=viewer, today=D)
        assert no.value.code == "day", "nobody has missed what is still to come"


def test_lock_visit_holds_it_as_it_stands_now_for_the_team_in_charge(acting_as):
    with acting_as("educatrice") as viewer:
        assert lock_visit(visit_of(TODAYS), "move_visit", by=viewer).case.household.pk
        with pytest.raises(Refused) as no:
            lock_visit(visit_of(MET), "move_visit", by=viewer)
        assert no.value.code == "state"
        with pytest.raises(NotAllowed):
            lock_visit(visit_of("conti_2"), "move_visit", by=viewer)


def test_require_of_home_knows_the_persons_of_the_family(acting_as):
    with acting_as("educatrice") as viewer:
        case = case_of("marchetti")
        require_of_home(case, persons("elena", "karim"), by=viewer)
        require_of_home(case, [], by=viewer)
        with pytest.raises(Refused) as no:
            require_of_home(case, persons("elena", "fatou"), by=viewer)
        assert no.value.code == "persons"


@pytest.mark.parametrize("account", ["davide", "sara", "scuola", "admin"])
def test_a_stranger_finds_no_visit(acting_as, account):
    with acting_as(account):
        assert not Visit.objects.filter(case=key_for("case", "marchetti")).exists()


def test_a_visit_is_met_when_somebody_writes_of_it(acting_as):
    with acting_as("educatrice") as viewer:
        visit = visit_of(TODAYS)
        actions.write_visit_note(case_of("marchetti"), noted(), spent(), visit_id=visit.pk, by=viewer, today=D)  # fmt: skip
        assert visit_of(TODAYS).state == "met"
    with acting_as("assistente") as viewer:
        actions.write_visit_note(case_of("marchetti"), noted(), spent(), visit_id=visit.pk, by=viewer, today=D)  # fmt: skip
        assert visit_of(TODAYS).notes.count() == 2, "a colleague who was there writes hers"


def test_a_visit_whose_only_note_was_a_mistake_waits_again(acting_as):
    """It can be told, moved, missed: as before somebody wrote of it by mistake."""
    visit = key_for("visit", TODAYS)
    with acting_as("educatrice") as viewer:
        ours = actions.write_visit_note(
            case_of("marchetti"), noted(audience="reference"), spent(0, 0), visit_id=visit, by=viewer, today=D
        )
    with acting_as("assistente") as viewer:
        note = actions.write_visit_note(case_of("marchetti"), noted(), spent(), visit_id=visit, by=viewer, today=D)  # fmt: skip
        actions.void_visit_note(note, reason="Era di un'altra famiglia", by=viewer)
        assert not reads(ours.pk)
        assert visit_of(TODAYS).state == "met", "a colleague tells of it still, whoever reads it"
    with acting_as("educatrice") as viewer:
        actions.void_visit_note(ours, reason="Anche la mia", by=viewer)
        row = visit_of(TODAYS)
        assert row.state == "planned"
        actions.miss_visit(row, why="we_could_not", version=row.version, by=viewer, today=D)


def test_of_a_visit_that_was_missed_one_writes_and_it_stays_missed(acting_as):
    with acting_as("educatrice") as viewer:
        visit = visit_of("marchetti_3")
        actions.write_visit_note(
            case_of("marchetti"), noted(place="phone"), spent(0, 10), visit_id=visit.pk, by=viewer, today=D
        )
        assert visit_of("marchetti_3").state == "missed"
        actions.void_visit_note(visit_of("marchetti_3").notes.get(), reason="Era un errore", by=viewer)
        assert visit_of("marchetti_3").state == "missed", "and it does not wait again for that"


def test_a_note_is_of_a_visit_of_this_family(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        actions.write_visit_note(
            case_of("marchetti"), noted(), spent(), visit_id=visit_of("bah_2").pk, by=viewer, today=D
        )
