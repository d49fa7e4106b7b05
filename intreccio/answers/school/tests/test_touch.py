"""Who talks with the school when whoever did has left; what of school is told before a family goes to another team."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from intreccio.answers.school.actions.paths import (
    Lost,
    begin_school_path,
    edit_school_path,
    end_school_path,
    require_asking,
)
from intreccio.answers.school.panels.passing import on_passing_under_way
from intreccio.answers.school.queries.paths import school_paths_in_sight
from intreccio.answers.school.queries.touch import who_talks_instead
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_follows_the_child import parted
from intreccio.answers.school.tests.test_no_more import died
from intreccio.answers.school.tests.test_paths import begun, shipped, text
from intreccio.answers.school.tests.test_sheets import asked
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.organisations.models import Membership

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


def test_another_of_the_team_is_chosen_and_talks_with_the_school(acting_as, keeper, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, contact_id=HAT)
    gone(keeper)
    page, where = signed_in("educatrice"), reverse("edit_school_path", args=[path.pk])
    assert where in text(page.get(reverse("school_path_page", args=[path.pk])))
    form = text(page.get(where))
    assert path.contact.user.name in form, "who has left stays, as long as nobody chooses another"
    sent = {"once": str(new_key()), "version": 1, "contact": str(viewer.membership_id)}
    assert page.post(where, sent).status_code == 302
    words = text(page.get(reverse("school_path_page", args=[path.pk])))
    with acting_as("educatrice"):
        chosen = Membership.objects.get(pk=viewer.membership_id).user.name
    assert f"con la scuola parla {chosen}" in words
    assert "non segue più questa famiglia" not in words


def test_it_is_one_of_the_team_and_of_a_path_that_goes_on(acting_as):
    with acting_as("educatrice") as viewer:
        path, said = begun(viewer), {"by": viewer, "today": D}
        with pytest.raises(Refused, match="contact"):
            edit_school_path(path, key_for("membership", "davide"), version=1, **said)
        with pytest.raises(Changed):
            edit_school_path(path, HAT, version=9, **said)
        edit_school_path(path, HAT, version=1, **said)
        edit_school_path(path, HAT, version=2, **said)
        told = Event.objects.filter(subject_id=path.pk, kind="school_path.edited")
        assert [event.fields for event in told] == [["contact_id"]]
        died(viewer)
        with pytest.raises(Refused, match="stilled"):
            edit_school_path(path, viewer.membership_id, version=3, **said)
        end_school_path(path, day=D, version=3, **said)
        with pytest.raises(Refused, match="over"):
            edit_school_path(path, viewer.membership_id, version=4, **said)


def test_of_a_child_who_has_died_nobody_is_asked_who_talks_with_the_school(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        died(viewer)
        with pytest.raises(Refused, match="stilled"):
            require_asking(school_paths_in_sight(viewer).get(pk=path.pk))
    page = signed_in("educatrice")
    where = reverse("edit_school_path", args=[path.pk])
    assert where not in text(page.get(reverse("school_path_page", args=[path.pk])))
    assert page.get(where).status_code == 409


def test_two_who_choose_at_once_see_both(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        edit_school_path(path, HAT, version=1, by=viewer, today=D)
    where = reverse("edit_school_path", args=[path.pk])
    late = {"once": str(new_key()), "version": 1, "contact": str(viewer.membership_id)}
    answer = signed_in("educatrice").post(where, late)
    assert answer.status_code == 409
    with acting_as("educatrice"):
        assert Membership.objects.get(pk=HAT).user.name in unescape(answer.content.decode())
