"""What happened is told with its own day and person, once, and on the days on which it was so."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import (
    Parting,
    expect_child,
    join_homes,
    part_home,
    record_birth,
    record_death,
    record_loss,
    undo_life_event,
)
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Household, HouseholdMembership, Person, Responsibility
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.on_day import days_that_changed, on_day
from intreccio.parties.people.queries.story import story_of
from intreccio.parties.people.rules.ages import born_together
from intreccio.parties.people.rules.genogram import Descent, Family, Figure
from intreccio.parties.people.rules.genogram.family import twins_of, unions_of
from intreccio.parties.people.rules.kinship import Born, Tie, why_not_tie
from intreccio.parties.people.rules.relations import Named, sentences
from intreccio.parties.people.tests.world import ELENA, LEO, MARCHETTI, NADIA, address, text


@pytest.fixture
def acting(acting_as):
    """The social worker of the team in charge, at work."""
    with acting_as("assistente") as viewer:
        yield viewer


def home():
    return Household.objects.get(pk=MARCHETTI)


def seen_by(viewer):
    seen = household_of(viewer, MARCHETTI)
    assert seen is not None
    return seen


def there_on(viewer, day):
    return {each.member.person.pk for each in on_day(viewer, seen_by(viewer), day).people}


def born(viewer, child, day, given):
    said = {"given": given, "family": "Riva", "sex": "F"}
    return record_birth(child, home(), by=viewer, version=child.version, day=day, **said)


def awaited(viewer, today):
    event = expect_child(home(), by=viewer, due_on=today + timedelta(days=5))
    return Person.objects.get(pk=event.person_id)


def decided(household, person):
    there = Household.objects.get(pk=household)
    row = Responsibility(
        household=there, team_id=there.team_id, person_id=person, holder_id=ELENA, kind="parent", standing="full",
        authority="Tribunale per i minorenni", act="D 1/2026", since=date(2026, 1, 5), decisions=["health"],
    )  # fmt: skip
    row.save(force_insert=True)
    return row


def acts_of(household, person):
    rows = Responsibility.objects.filter(household=household, person=person, voided_at=None, act="D 1/2026")
    return rows.count()


# 12, 20: homes that part and join again ------------------------------------------------------------------------------


def parted_and_joined(viewer, today):
    decided(MARCHETTI, LEO)
    parting = Parting(going=frozenset({str(NADIA)}), both=frozenset({str(LEO), str(ELENA)}), name="Di là")
    _event, second = part_home(home(), parting, by=viewer, day=today - timedelta(days=3))
    assert acts_of(second.pk, LEO) == 1
    event = join_homes(home(), second, by=viewer, day=today)
    second.refresh_from_db()
    return event, second


def test_homes_that_join_again_say_an_act_of_the_judge_once(acting, today):
    parted_and_joined(acting, today)
    assert acts_of(MARCHETTI, LEO) == 1


def test_in_a_home_that_is_one_with_another_nothing_is_written_any_more(signed_in, acting_as, today):
    with acting_as("assistente") as viewer:
        event, second = parted_and_joined(viewer, today)
        with pytest.raises(Refused, match="joined"):
            add_person(second, Draft(given="Ugo", family="Riva"), by=viewer, since=today)
    client = signed_in("assistente")
    page = text(client.get(address("household_page", second.pk)))
    assert "questa casa è una con un'altra" in page
    for name in ("add_person", "bring_person", "edit_household"):
        assert address(name, second.pk) not in page
    assert f"{address('open_case')}?household={second.pk}" not in page
    assert client.get(address("add_person", second.pk)).status_code == 409
    with acting_as("assistente") as viewer:
        undo_life_event(event, by=viewer, reason="sono ancora due case")
        second.refresh_from_db()
        add_person(second, Draft(given="Ugo", family="Riva"), by=viewer, since=today)


# 13: a past day ------------------------------------------------------------------------------------------------------


def test_a_child_written_as_awaited_after_the_birth_was_here_from_the_first_day(acting, today):
    child = awaited(acting, today)
    event = born(acting, child, today - timedelta(days=9), "Emma")
    assert child.pk in there_on(acting, today - timedelta(days=5))
    assert child.pk not in there_on(acting, today - timedelta(days=10))
    undo_life_event(event, by=acting, reason="non ancora")
    assert child.pk not in there_on(acting, today - timedelta(days=5))


def test_nobody_is_there_years_before_being_born(acting, today):
    child = add_person(home(), Draft(given="Ivo", family="Riva", birth_date=today), by=acting, since=today)
    stay = HouseholdMembership.objects.get(person=child)
    write_over(
        stay, version=stay.version, since=today - timedelta(days=2000)
    )  # as a list that came in may say
    assert child.pk not in there_on(acting, today - timedelta(days=1000))
    assert child.pk in there_on(acting, today)


def test_the_days_that_changed_something_are_past_and_no_mistakes(acting, today):
    since = today - timedelta(days=77)
    person = add_person(home(), Draft(given="Ivo", family="Riva"), by=acting, since=since)
    assert since in days_that_changed(seen_by(acting), members_of(acting, seen_by(acting)), today)
    void_row(HouseholdMembership.objects.get(person=person), home(), by=acting, reason="era un altro")
    days = days_that_changed(seen_by(acting), members_of(acting, seen_by(acting)), today)
    assert since not in days
    assert max(days) <= today


# 14: the story -------------------------------------------------------------------------------------------------------


def told_first(viewer):
    return story_of(viewer, seen_by(viewer), most=1)[0].text


def test_the_story_says_of_whom_and_on_which_day_not_only_when_it_was_written(acting, today):
    child = awaited(acting, today)
    born(acting, child, today - timedelta(days=4), "Emma")
    assert told_first(acting).startswith("È nata una persona · Emma Riva · ")
    child.refresh_from_db()
    record_death(child, home(), by=acting, version=child.version, day=today)
    assert told_first(acting) == "È morta una persona · Emma Riva"


def test_of_a_child_who_was_not_born_no_name_is_told(acting, today):
    child = awaited(acting, today)
    record_loss(child, home(), by=acting, version=child.version, day=today)
    assert told_first(acting) == "Una gravidanza si è interrotta"


# 21, 26: twins -------------------------------------------------------------------------------------------------------

EVENING, MORNING = date(2026, 11, 20), date(2026, 11, 21)
ONE, OTHER, MOTHER = UUID(int=1), UUID(int=2), UUID(int=3)


def test_twins_may_be_born_before_and_after_midnight():
    assert born_together(EVENING, MORNING)
    assert not born_together(EVENING, EVENING + timedelta(days=2))
    births = {ONE: Born(EVENING, sex="F"), OTHER: Born(MORNING, sex="F")}
    assert why_not_tie(Tie(ONE, OTHER, "identical_twin"), [], births, MORNING) is None
    births[OTHER] = Born(EVENING + timedelta(days=2), sex="F")
    assert why_not_tie(Tie(ONE, OTHER, "identical_twin"), [], births, date(2026, 11, 29))


def test_twins_of_two_days_are_drawn_and_said_as_twins():
    figures = (Figure("m"), Figure("p"), Figure("a", birth=EVENING), Figure("b", birth=MORNING))
    family = Family(figures, (), tuple(Descent(elder, child) for elder in "mp" for child in "ab"))
    (union,) = unions_of(family, {"m": 0, "p": 0, "a": 1, "b": 1})
    assert twins_of(family, union) == [(["a", "b"], False)]
    father = UUID(int=4)
    parents = {MOTHER: Named("Ida", "F"), father: Named("Leo", "M")}
    persons = {ONE: Named("Ada", "F", EVENING), OTHER: Named("Eva", "F", MORNING), **parents}
    ties = [Tie(elder, child, "parent") for elder in (MOTHER, father) for child in (ONE, OTHER)]
    assert "Ada ed Eva sono gemelle" in sentences(persons, ties, MORNING)


def test_two_who_are_awaited_are_told_apart(signed_in, acting_as, today):
    with acting_as("assistente") as viewer:
        for _twin in range(2):
            awaited(viewer, today)
    client = signed_in("assistente")
    page = text(client.get(address("life_event_list", MARCHETTI)))
    assert "È nato, è nata (1)" in page
    assert "È nato, è nata (2)" in page
    drawn = text(client.get(address("genogram", MARCHETTI)))
    assert "nascita attesa 1" in drawn
    assert "nascita attesa e nascita attesa" not in drawn


def test_of_who_has_died_it_is_said_and_not_that_they_live_elsewhere(signed_in):
    page = text(signed_in("assistente").get(address("household_on", MARCHETTI)))
    assert "Sandro Marchetti, nonna o nonno, non c'è più" in page
    assert "Luisa Galli, nonna o nonno, non" not in page
