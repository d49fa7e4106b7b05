"""«Non uno di meno» on the board: the same children as the rule says, and with a way to their page."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from intreccio.answers.school.actions.schooling import Ended, begin_schooling, end_schooling
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.growing import missing_from_school
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_schooling import studies
from intreccio.families.cases.panels.attention import said_of
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.tests.world import fostered

KIND, HOME = "school-out", key_for("household", "marchetti")


def out_on(day, household_id=HOME):
    return [one for one in prompts_of_household(household_id, today=day) if one.kind == KIND]


def test_who_has_left_school_stands_on_the_board_with_a_way_to_their_page(acting_as):
    with acting_as("educatrice") as viewer:
        assert out_on(D) == []
        end_schooling(class_of("nadia-1"), Ended(D, "left"), version=1, by=viewer, today=D)
        (prompt,) = out_on(D)
        said = said_of(viewer, prompt, today=D)
    assert said.why.startswith("Nadia in questi giorni non ha una scuola")
    assert said.way.url == reverse("child_school", args=[HOME, child_of_key("nadia")])


def child_of_key(key):
    return key_for("person", key)


def test_who_changes_school_has_a_month_and_the_board_says_what_the_rule_says(acting_as):
    with acting_as("educatrice") as viewer:
        assert child_of("nadia").birth_date
        for ending in ("changed", "passed", "finished", "left"):
            Schooling.objects.filter(pk=class_of("nadia-1").pk).update(
                until=D - timedelta(days=1), ending=ending
            )
            for ahead in (0, 20, 29, 40, 200, 320, 400):
                day = D + timedelta(days=ahead)
                ruled = {
                    one.out.since for one in missing_from_school(viewer, day) if one.household_id == HOME
                }
                assert {one.since for one in out_on(day)} == ruled, (ending, ahead)


def test_whoever_does_not_see_the_family_reads_nothing_of_it(acting_as):
    with acting_as("educatrice") as viewer:
        end_schooling(class_of("nadia-1"), Ended(D, "left"), version=1, by=viewer, today=D)
    with acting_as("davide"):
        assert out_on(D) == []


def told_on(viewer, day=D):
    """Who is out of school on the board, and who on the page of the team."""
    page = {one.child_id for one in missing_from_school(viewer, day) if one.household_id == HOME}
    return {one.subject_id for one in out_on(day)}, page


@pytest.mark.parametrize(
    ("born", "ending", "until", "day", "is_told"),
    [
        (
            (-6, 12, 31),
            "finished",
            (0, 6, 30),
            (0, 10, 1),
            True,
        ),  # six in December: at school by law since September
        ((-6, 12, 31), "finished", (0, 6, 30), (0, 9, 30), False),
        ((-6, 3, 1), "left", (0, 4, 10), (0, 4, 30), False),  # six already, and no duty before the autumn
        ((-6, 3, 1), "left", (0, 4, 10), (0, 9, 1), True),
        ((-18, 4, 30), "left", (0, 4, 10), (0, 4, 29), True),
        ((-18, 4, 30), "left", (0, 4, 10), (0, 4, 30), False),  # eighteen today
        ((-17, 3, 1), "qualified", (0, 4, 10), (0, 10, 30), False),
        ((-15, 3, 1), "qualified", (0, 4, 10), (0, 10, 30), True),  # at fifteen one is obliged in any case
    ],
)
def test_the_board_begins_and_ends_when_the_duty_does(acting_as, born, ending, until, day, is_told):
    def dated(years, month, number):
        return date(D.year - 1 + years, month, number)

    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        Person.objects.filter(pk=row.child_id).update(birth_date=dated(*born))
        Schooling.objects.filter(child_id=row.child_id).update(
            since=dated(-1, 9, 12), until=dated(0, 1, 7), ending="changed"
        )
        Schooling.objects.filter(pk=row.pk).update(until=dated(*until), ending=ending)
        told = {row.child_id} if is_told else set()
        assert told_on(viewer, dated(*day)) == (told, told)


@pytest.fixture
def twin(acting_as):
    """Nadia was written twice; the row of her classes is merged into the other, and the class has ended."""
    with acting_as("coordinatrice") as viewer:
        nadia = child_of("nadia")
        draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=nadia.birth_date)
        kept = add_person(family_of("marchetti"), draft, by=viewer, since=D - timedelta(days=9))
        merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
        end_schooling(class_of("nadia-1"), Ended(D, "left"), version=1, by=viewer, today=D)
    return kept


def test_who_was_written_twice_is_one_child(acting_as, twin):
    with acting_as("coordinatrice") as viewer:
        assert told_on(viewer) == ({twin.pk}, {twin.pk})
        begin_schooling(family_of("marchetti"), twin, studies(cycle="lower"), by=viewer, today=D)
        assert told_on(viewer) == (set(), set()), "the class of today stands on the other row"


def test_of_a_child_who_is_no_more_nothing_is_asked(acting_as, twin):
    with acting_as("coordinatrice") as viewer:
        Person.objects.filter(pk=twin.pk).update(died_on=D)
        assert told_on(viewer) == (set(), set())


def test_of_who_lives_elsewhere_the_other_home_tells(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        end_schooling(row, Ended(D, "left"), version=1, by=viewer, today=D)
        stays = HouseholdMembership.objects.filter(person_id=row.child_id, household_id=HOME)
        stays.update(until=D - timedelta(days=1))
        assert told_on(viewer) == (set(), set())


def test_who_is_looked_after_elsewhere_is_still_of_this_home(acting_as):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        fostered(viewer, row.child_id, HOME, D - timedelta(days=3))
        end_schooling(row, Ended(D, "left"), version=1, by=viewer, today=D)
        assert told_on(viewer) == ({row.child_id}, {row.child_id})
