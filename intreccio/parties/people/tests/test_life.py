"""What happens to a family: each act writes all that follows from it, and is taken back as one."""

from datetime import timedelta

import pytest
from django.db.models import Q

from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.aspects import add_aspect
from intreccio.parties.people.actions.charge import require_join
from intreccio.parties.people.actions.life import (
    Parting,
    expect_child,
    foster_child,
    join_homes,
    leave_home,
    part_home,
    record_birth,
    record_death,
    record_loss,
    return_home,
    undo_life_event,
)
from intreccio.parties.people.actions.life.copying import copy_responsibilities, copy_ties
from intreccio.parties.people.actions.life.fostering import Carer
from intreccio.parties.people.actions.life.happening import (
    Happening,
    index_persons,
    sought_by,
    standing_ties,
    stays,
)
from intreccio.parties.people.actions.persons import Draft, add_person, edit_person
from intreccio.parties.people.models import (
    Household,
    HouseholdMembership,
    Kinship,
    Person,
    PersonName,
    Responsibility,
    SearchWord,
)
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.on_day import on_day
from intreccio.parties.people.tests.world import CONTI, ELENA, LEO, MARCHETTI, MATTIA, NADIA


@pytest.fixture
def acting(acting_as):
    """Chiara, educator of the team in charge, at work."""
    with acting_as("educatrice") as viewer:
        yield viewer


def home():
    return Household.objects.get(pk=MARCHETTI)


def stays_of(person, household=None, *, kind="lives"):
    rows = HouseholdMembership.objects.kept().filter(person=person, kind=kind, until__isnull=True)
    return {row.household_id for row in (rows.filter(household=household) if household else rows)}


def somebody_new(viewer, today, given="Paolo", **more):
    draft = Draft(given=given, family="Riva", role="partner", **more)
    return add_person(home(), draft, by=viewer, since=today - timedelta(days=400))


def tie(one, other, kind, household=MARCHETTI, since=None):
    """How two are tied; of this family the district says some of it already."""
    there = Household.objects.get(pk=household)
    if written := Kinship.objects.filter(
        household=there, one=one, other=other, kind=kind, until=None
    ).first():
        return written
    row = Kinship(household=there, team_id=there.team_id, one=one, other=other, kind=kind, since=since)
    row.save(force_insert=True)
    return row


def awaited(viewer, today, *parents):
    event = expect_child(home(), by=viewer, due_on=today + timedelta(days=30), parents=parents)
    return event, Person.objects.get(pk=event.person_id)


def birth(viewer, child, day, given="Sole", version=None):
    said = {"given": given, "family": "Riva", "sex": "F"}
    return record_birth(child, home(), by=viewer, version=version or child.version, day=day, **said)


# A birth -----------------------------------------------------------------------------------------------------------


def test_a_birth_is_awaited_of_its_parents(acting, today):
    _event, child = awaited(acting, today, Person.objects.get(pk=ELENA))
    assert child.birth_precision == "expected"
    assert stays_of(child) == {MARCHETTI}
    assert Kinship.objects.get(other=child).one_id == ELENA
    deed = Event.objects.filter(household_id=MARCHETTI, kind="child.expected").latest("at")
    assert deed.codes["life"] == "pregnancy"


def test_who_was_awaited_is_born_and_found_by_name(acting, today):
    _event, child = awaited(acting, today)
    birth(acting, child, today)
    child.refresh_from_db()
    assert (child.birth_date, child.birth_precision, child.sex) == (today, "exact", "F")
    assert SearchWord.objects.filter(household=MARCHETTI, word="sole").exists()


@pytest.mark.parametrize("days", [1, -200])
def test_nobody_is_born_tomorrow_or_half_a_year_before_the_day(acting, today, days):
    _event, child = awaited(acting, today)
    with pytest.raises(Refused):
        birth(acting, child, today + timedelta(days=days))


def test_a_birth_is_undone_and_awaited_again(acting, today):
    _event, child = awaited(acting, today)
    due = child.birth_date
    event = birth(acting, child, today)
    undo_life_event(event, by=acting, reason="era un'altra famiglia")
    child.refresh_from_db()
    assert (child.birth_date, child.birth_precision, child.sex) == (due, "expected", "")
    assert PersonName.objects.get(person=child).voided_at is not None
    assert not SearchWord.objects.filter(household=MARCHETTI, word="sole").exists()


def test_a_pregnancy_is_not_undone_under_a_birth(acting, today):
    event, child = awaited(acting, today)
    birth(acting, child, today)
    with pytest.raises(Refused, match="undo"):
        undo_life_event(event, by=acting, reason="sbaglio")
    assert stays_of(child) == {MARCHETTI}


def test_a_pregnancy_written_by_mistake_is_undone(acting, today):
    event, child = awaited(acting, today, Person.objects.get(pk=ELENA))
    undo_life_event(event, by=acting, reason="sbaglio")
    assert stays_of(child) == set()
    assert Kinship.objects.get(other=child).voided_at is not None
    with pytest.raises(Refused):
        undo_life_event(event, by=acting, reason="di nuovo")


def test_a_loss_is_written_gently(acting, today):
    _event, child = awaited(acting, today)
    record_loss(child, home(), by=acting, version=child.version, day=today)
    lost = next(m for m in members_of(acting, household_of(acting, MARCHETTI)) if m.person.pk == child.pk)
    assert lost.is_lost
    assert not lost.belongs
    with pytest.raises(Refused):
        birth(acting, Person.objects.get(pk=child.pk), today)


def test_two_who_write_the_same_birth_find_both(acting, today):
    _event, child = awaited(acting, today)
    read_at = child.version
    birth(acting, child, today, version=read_at)
    again = Person.objects.get(pk=child.pk)
    again.birth_precision = "expected"  # as the second page still has it
    with pytest.raises(Changed):
        birth(acting, again, today, version=read_at)


# A death -----------------------------------------------------------------------------------------------------------


def test_a_death_ends_stays_couple_and_what_was_decided_for_others(acting, today):
    paolo = somebody_new(acting, today)
    elena, leo = Person.objects.get(pk=ELENA), Person.objects.get(pk=LEO)
    married = tie(paolo, elena, "married", since=today - timedelta(days=300))
    deciding = Responsibility(
        household=home(), team_id=home().team_id, person=leo, holder=paolo, kind="guardian", since=today
    )
    deciding.save(force_insert=True)
    event = record_death(paolo, home(), by=acting, version=paolo.version, day=today)
    assert stays_of(paolo) == set()
    assert stays_of(paolo, kind="kin") == {MARCHETTI}
    for row in (married, deciding):
        row.refresh_from_db()
        assert row.until == today
    undo_life_event(event, by=acting, reason="era il fratello")
    assert stays_of(paolo) == {MARCHETTI}
    assert stays_of(paolo, kind="kin") == set()
    married.refresh_from_db()
    assert married.until is None


# Leaving and coming back -----------------------------------------------------------------------------------------


def test_who_leaves_stays_of_the_family_where_it_is_said(acting, today):
    paolo = somebody_new(acting, today)
    stay = HouseholdMembership.objects.get(person=paolo)
    event = leave_home(stay, by=acting, version=1, until=today, still_kin=True)
    assert stays_of(paolo, kind="kin") == {MARCHETTI}
    undo_life_event(event, by=acting, reason="è rimasto")
    assert stays_of(paolo) == {MARCHETTI}
    assert stays_of(paolo, kind="kin") == set()


def test_a_child_is_looked_after_by_the_grandmother_and_comes_home(acting, today):
    child = somebody_new(acting, today, given="Sole")
    stay = HouseholdMembership.objects.get(person=child)
    before = today - timedelta(days=60)
    event = foster_child(stay, Carer(given="Ines", family="Marchetti", is_kin=True), by=acting, day=before)
    carer = Kinship.objects.get(other=child, kind="kin_carer").one
    assert stays_of(carer, kind="kin") == {MARCHETTI}
    assert Responsibility.objects.get(person=child, holder=carer).decisions == ["health", "school"]
    assert stays_of(child) == set()
    assert event.day == before
    return_home(HouseholdMembership.objects.get(person=child, kind="kin"), by=acting, day=today)
    assert stays_of(child) == {MARCHETTI}
    assert Kinship.objects.get(other=child, kind="kin_carer").until == today
    assert Responsibility.objects.get(person=child, holder=carer).until == today


def test_who_lives_only_in_the_home_of_another_team_is_not_brought_back_by_a_tap(acting, today):
    stay = HouseholdMembership.objects.kept().get(household=MARCHETTI, person=LEO, kind="lives")
    leave_home(stay, by=acting, version=stay.version, until=today, still_kin=True)
    kin = HouseholdMembership.objects.get(household=MARCHETTI, person=LEO, kind="kin")
    with pytest.raises(Refused, match="record_closed"):
        return_home(kin, by=acting, day=today)


# Two homes ---------------------------------------------------------------------------------------------------------


def kinds_of(ties, person):
    return set(ties.filter(Q(one=person) | Q(other=person)).values_list("kind", flat=True))


def separated(viewer, today, **more):
    paolo = somebody_new(viewer, today)
    tie(paolo, Person.objects.get(pk=ELENA), "married", since=today - timedelta(days=300))
    tie(Person.objects.get(pk=ELENA), Person.objects.get(pk=LEO), "parent")
    parting = Parting(
        going=frozenset({str(paolo.pk)}),
        both=frozenset({str(LEO)}),
        couple=frozenset({str(paolo.pk), str(ELENA)}),
        **more,
    )
    event, second = part_home(home(), parting, by=viewer, day=today)
    return paolo, event, second


def test_separated_parents_have_two_homes_and_the_child_lives_in_both(acting, today):
    paolo, event, second = separated(acting, today, name="Casa di Paolo")
    assert second.name == "Casa di Paolo"
    assert second.team_id == home().team_id
    assert stays_of(paolo) == {second.pk}
    assert stays_of(LEO) >= {second.pk, MARCHETTI}
    assert second.pk not in stays_of(NADIA)
    assert stays_of(ELENA, second, kind="kin") == {second.pk}
    assert event.kind == "separation"
    for household in (MARCHETTI, second.pk):
        standing = Kinship.objects.filter(household=household, until=None)
        assert kinds_of(standing, paolo) == {"separated"}
        assert "parent" in kinds_of(standing, LEO)
    assert SearchWord.objects.filter(household=second, word="paolo").exists()


def test_a_separation_written_by_mistake_is_undone_as_one(acting, today):
    paolo, event, second = separated(acting, today)
    undo_life_event(event, by=acting, reason="erano solo in vacanza")
    second.refresh_from_db()
    assert second.voided_at is not None
    assert stays_of(paolo) == {MARCHETTI}
    assert second.pk not in stays_of(LEO)
    ties = Kinship.objects.filter(household=MARCHETTI, until=None, voided_at=None)
    assert kinds_of(ties, paolo) == {"married"}
    assert not SearchWord.objects.filter(household=second, word="paolo").exists()


def test_a_second_home_that_somebody_has_written_in_stays(acting, today):
    _paolo, event, second = separated(acting, today)
    add_aspect(second, by=acting, kind="strong", words="Una cucina grande", since=today)
    with pytest.raises(Refused, match="undo"):
        undo_life_event(event, by=acting, reason="sbaglio")
    assert Household.objects.get(pk=second.pk).voided_at is None


def test_of_a_couple_one_goes_and_the_other_stays(acting, today):
    paolo = somebody_new(acting, today)
    both_go = Parting(
        going=frozenset({str(paolo.pk), str(ELENA)}), couple=frozenset({str(paolo.pk), str(ELENA)})
    )
    with pytest.raises(Refused, match="separate"):
        part_home(home(), both_go, by=acting, day=today)
    assert Household.objects.filter(name__contains="seconda casa").count() == 0


def test_two_homes_become_one_again(acting, today):
    paolo, _event, second = separated(acting, today - timedelta(days=30))
    event = join_homes(home(), second, by=acting, day=today)
    second.refresh_from_db()
    assert second.joined_into_id == MARCHETTI
    assert stays_of(paolo) == {MARCHETTI}
    assert stays_of(paolo, MARCHETTI, kind="kin") == set()
    with pytest.raises(Refused):
        join_homes(home(), second, by=acting, day=today)
    undo_life_event(event, by=acting, reason="è tornato via")
    second.refresh_from_db()
    assert second.joined_into_id is None
    assert stays_of(paolo) == {second.pk}


def test_homes_of_another_team_are_not_joined(acting, today):
    with pytest.raises(NotAllowed):
        join_homes(home(), Household.objects.get(pk=CONTI), by=acting, day=today)


# On a day ----------------------------------------------------------------------------------------------------------


def test_the_family_as_it_was_on_a_day(acting, today):
    paolo, _event, _second = separated(acting, today - timedelta(days=10))
    seen = household_of(acting, MARCHETTI)
    then = on_day(acting, seen, today - timedelta(days=11))
    assert paolo.pk in {each.member.person.pk for each in then.people}
    assert any("sono sposati" in said for said in then.ties)
    later = on_day(acting, seen, today)
    assert paolo.pk in {each.member.person.pk for each in later.kin}
    assert any("sono separati" in said for said in later.ties)


def test_what_was_edited_since_is_not_undone(acting, today):
    _event, child = awaited(acting, today)
    event = birth(acting, child, today)
    child.refresh_from_db()
    same = {name: getattr(child, name) for name in ("birth_date", "birth_precision", "died_on", "sex")}
    edit_person(child, home(), by=acting, version=child.version, citizenships=["IT"], **same)
    with pytest.raises(Refused, match="undo"):
        undo_life_event(event, by=acting, reason="sbaglio")


# What the acts share -----------------------------------------------------------------------------------------------


def test_stays_and_standing_ties_are_those_of_the_day(acting, today):
    _paolo, _event, second = separated(acting, today)
    assert LEO in {row.person_id for row in stays(second, today, "lives")}
    assert {tie.kind for tie in standing_ties(second, today)} == {"separated", "parent"}
    assert standing_ties(second, today, "married") == []


def test_what_is_known_of_who_lives_in_both_is_copied_once(acting, today):
    paolo, _event, second = separated(acting, today)
    leo = Person.objects.get(pk=LEO)
    row = Responsibility(
        household=home(), team_id=home().team_id, person=leo, holder=paolo, kind="guardian", since=today
    )
    row.save(force_insert=True)
    again = Happening(home(), by=acting, kind="parted", day=today)
    copy_ties(again, home(), second)
    assert again.row.effects == []
    copy_responsibilities(again, home(), second)
    assert Responsibility.objects.get(household=second).holder_id == paolo.pk


def test_whoever_is_found_by_a_row_is_indexed_where_we_answer_for_them(acting, today):
    _event, child = awaited(acting, today)
    name = PersonName(person=child, kind="legal", given="Luce", family="")
    name.save(force_insert=True)
    index_persons([person for person in [sought_by(name), sought_by(home())] if person])
    assert SearchWord.objects.filter(household=MARCHETTI, word="luce").exists()


def test_who_is_another_teams_to_open_is_not_joined_to_a_home_of_ours(acting):
    require_join(Person.objects.get(pk=ELENA))
    with pytest.raises(Refused, match="record_closed"):
        require_join(Person.objects.get(pk=MATTIA))
