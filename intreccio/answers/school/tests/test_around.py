"""Whom one talks with at school stands on the page of who does what for a family."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intreccio.answers.school.actions.schooling import Ended, end_schooling
from intreccio.answers.school.actions.sheets import answer_school_sheet
from intreccio.answers.school.tests.conftest import D, class_of, family_of
from intreccio.answers.school.tests.test_follows_the_child import parted
from intreccio.answers.school.tests.test_no_more import died
from intreccio.answers.school.tests.test_paths import text
from intreccio.answers.school.tests.test_sheets import SAID, asked
from intreccio.families.around.queries.network import Near, network_of
from intreccio.families.around.tests.conftest import case_of, page
from intreccio.families.around.vocabulary import Hearing, Ring
from intreccio.ground.kernel.keys import key_for

RIVA = "Ornella Riva"


def around(viewer: Any) -> dict[str, Near]:
    return {each.name: each for each in network_of(viewer, case_of(), D).near}


def test_whom_one_talks_with_at_school_does_something_for_the_family(acting_as):
    with acting_as("educatrice") as viewer:
        riva = around(viewer)[RIVA]
    assert riva.ring is Ring.SCHOOL_HEALTH
    assert riva.does == "chi coordina la classe di Nadia"
    assert "Istituto comprensivo Via dei Tigli" in riva.about
    assert riva.url == reverse(
        "child_school", args=[key_for("household", "marchetti"), key_for("person", "nadia")]
    )
    assert riva.sees == "non vede niente di ciò che è scritto qui"
    assert riva.hearing is Hearing.NOT_ASKED, (
        "of a call nothing is written: nobody says that we have not heard them"
    )


def test_a_teacher_who_has_answered_was_heard(acting_as):
    with acting_as("educatrice") as viewer:
        _sheet, token = asked(viewer)
    answer_school_sheet(token, SAID, signed="Riva", today=D)
    with acting_as("educatrice") as viewer:
        riva = around(viewer)[RIVA]
        assert (riva.heard, riva.hearing) == (D, Hearing.HEARD)
        later = {each.name: each for each in network_of(viewer, case_of(), D + timedelta(days=61)).near}
        assert later[RIVA].hearing is Hearing.LONG


def test_in_a_class_that_is_over_nobody_does_anything(acting_as):
    with acting_as("educatrice") as viewer:
        end_schooling(class_of("nadia-1"), Ended(D, "changed"), version=1, by=viewer, today=D)
        assert RIVA not in around(viewer)


def test_of_a_child_who_has_died_nobody_is_asked(acting_as):
    with acting_as("educatrice") as viewer:
        died(viewer)
        assert RIVA not in around(viewer)


def test_of_a_child_who_lives_elsewhere_the_other_home_tells(acting_as):
    with acting_as("coordinatrice") as viewer:
        parted(viewer, "nadia")
        assert family_of("marchetti")
        assert RIVA not in around(viewer)


def test_the_page_says_it_within_its_queries(signed_in):
    client = signed_in("educatrice")
    assert RIVA in text(client.get(page("network_page")))
    with CaptureQueriesContext(connection) as told:
        client.get(page("network_page"))
    aside = ("SAVEPOINT", "RELEASE")
    assert len([each for each in told.captured_queries if not each["sql"].startswith(aside)]) <= 15
