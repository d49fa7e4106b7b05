"""«Non uno di meno» on the board: the same children as the rule says, and with a way to their page."""

from datetime import timedelta

from django.urls import reverse

from intreccio.answers.school.actions.schooling import Ended, end_schooling
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.growing import missing_from_school
from intreccio.answers.school.tests.conftest import D, child_of, class_of
from intreccio.families.cases.panels.attention import said_of
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.ground.kernel.keys import key_for

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
