"""Who talks with the school when whoever did has left; what of school is told before a family goes to another team."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from intreccio.answers.school.actions.paths import Lost, begin_school_path, end_school_path
from intreccio.answers.school.panels.passing import on_passing_under_way
from intreccio.answers.school.queries.touch import who_talks_instead
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_follows_the_child import parted
from intreccio.answers.school.tests.test_no_more import died
from intreccio.answers.school.tests.test_paths import begun, shipped, text
from intreccio.answers.school.tests.test_sheets import asked
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for

HAT = key_for("membership", "psicologa")


def case_of(household: Any) -> Case:
    return Case.objects.select_related("household__team", "team").get(
        household=household, ended_on__isnull=True
    )


def told_of(viewer: Any) -> str:
    """The lines that a hand-over proposes."""
    from django.template.loader import render_to_string

    box = on_passing_under_way(viewer, case=case_of(family_of("marchetti")))
    return render_to_string("answers/school/pages/under_way.txt", dict(box)) if box else ""


def gone(keeper: Any) -> None:
    """The psychologist's hat is worn no more."""
    keeper.execute(
        "UPDATE organisations_membership SET until = %s WHERE id = %s", [D - timedelta(days=1), HAT]
    )


def test_while_who_talks_with_the_school_is_there_nobody_does_it_instead(acting_as):
    with acting_as("educatrice") as viewer:
        assert who_talks_instead(begun(viewer, contact_id=HAT), D) == ""


def test_where_they_have_left_who_answers_for_the_family_talks_with_it(acting_as, keeper, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, contact_id=HAT)
    gone(keeper)
    with acting_as("coordinatrice"):
        case = case_of(family_of("marchetti"))
        answers = case.responsible.user.name
        assert who_talks_instead(path, D) == answers
    words = text(signed_in("coordinatrice").get(reverse("school_path_page", args=[path.pk])))
    assert f"Con la scuola intanto parla {answers}" in words


def test_where_nobody_answers_it_is_the_team(acting_as, keeper):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, contact_id=HAT)
    gone(keeper)
    keeper.execute("UPDATE cases_case SET responsible_id = NULL WHERE household_id = %s", [path.household_id])
    with acting_as("coordinatrice"):
        assert who_talks_instead(path, D) == family_of("marchetti").team.name


def test_a_hand_over_names_open_paths_and_teachers_who_have_not_answered(acting_as):
    with acting_as("coordinatrice") as viewer:
        assert told_of(viewer) == ""
        lost = Lost(D - timedelta(days=3), "death", HAT)
        path = begin_school_path(
            family_of("marchetti"), child_of("nadia"), shipped(), lost, by=viewer, today=D
        )
        asked(viewer)
        words = told_of(viewer)
        assert "Nadia" in words
        assert path.protocol_version.title in words
        assert "con la scuola parla" in words
        assert "si aspetta la risposta di Ornella Riva" in words
        end_school_path(path, day=D, version=1, by=viewer, today=D)
        assert path.protocol_version.title not in told_of(viewer)


def test_of_a_child_who_has_died_nothing_waits(acting_as):
    with acting_as("educatrice") as viewer:
        begun(viewer)
        asked(viewer)
        died(viewer)
        assert told_of(viewer) == ""


def test_what_stands_in_the_other_home_is_told_since_it_does_not_come_along(acting_as):
    with acting_as("coordinatrice") as viewer:
        second = parted(viewer, "nadia")
        box = on_passing_under_way(viewer, case=Case(household=second, household_id=second.pk))
        assert [row for _name, row in box["elsewhere"]] == [class_of("nadia-1")]
