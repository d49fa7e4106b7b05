"""The way to a diploma: until when one is at school by law, who has no school today, what is drawn."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from intreccio.answers.school.actions.schooling import Ended, end_schooling
from intreccio.answers.school.queries.growing import missing_from_school
from intreccio.answers.school.rules.growing import (
    Spell,
    birthday,
    coming_of,
    duty_on,
    out_of_school,
    stages_of,
)
from intreccio.answers.school.tests.conftest import D, class_of
from intreccio.ground.kernel.keys import key_for

BIRTH, TODAY = date(2012, 3, 3), date(2026, 11, 30)
MIDDLE = Spell("lower", date(2025, 9, 12), date(2026, 6, 8), "finished", 3)


@pytest.mark.parametrize(
    ("birth", "taken", "duty"),
    [
        (date(2020, 12, 31), False, "obligation"),
        (date(2021, 1, 1), False, None),
        (date(2010, 12, 1), False, "obligation"),
        (date(2010, 11, 30), False, "right"),
        (date(2009, 1, 1), True, None),
        (date(2008, 11, 30), False, None),
        (None, False, None),
    ],
)
def test_one_is_at_school_from_six_to_sixteen_and_then_to_eighteen_or_a_qualification(birth, taken, duty):
    assert duty_on(birth, TODAY, has_taken=taken) == duty


def test_whoever_was_born_on_the_last_of_february_is_of_age_on_the_first_of_march():
    assert birthday(date(2012, 2, 29), 18) == date(2030, 3, 1)


@pytest.mark.parametrize(
    ("spells", "since"),
    [
        ([], None),
        ([Spell("upper", date(2026, 9, 12))], None),
        ([Spell("upper", date(2026, 9, 12), date(2026, 10, 20), "left")], date(2026, 10, 20)),
        ([Spell("upper", date(2026, 9, 12), date(2026, 11, 20), "changed")], None),
        ([Spell("upper", date(2026, 9, 12), date(2026, 10, 20), "changed")], date(2026, 11, 19)),
        ([MIDDLE], date(2026, 10, 1)),
        (
            [MIDDLE, Spell("vocational", date(2026, 9, 12), date(2026, 10, 1), "qualified")],
            date(2026, 10, 31),
        ),
        ([Spell("upper", date(2027, 9, 12))], None),
    ],
)
def test_who_is_out_of_school_and_since_when(spells, since):
    out = out_of_school(BIRTH, spells, TODAY)
    assert (out.since if out else None) == since


def test_in_summer_nobody_is_out_of_school_for_having_finished():
    assert out_of_school(BIRTH, [MIDDLE], date(2026, 8, 20)) is None


def test_a_year_that_is_repeated_is_drawn_once_with_the_last_word_about_it():
    spells = [
        Spell("lower", date(2024, 9, 12), date(2025, 6, 8), "repeats", 3),
        MIDDLE,
        Spell("upper", date(2026, 9, 12), None, "", 1),
    ]
    lower, upper = stages_of(spells, TODAY)
    assert [(mark.year, mark.ending) for mark in lower.marks] == [(2024, "repeats"), (2025, "finished")]
    assert [(mark.year, mark.goes_on) for mark in upper.marks] == [(2026, True)]


def test_what_is_still_to_come_is_a_way_that_is_open():
    stages = stages_of([Spell("primary", date(2026, 9, 12), None, "", 1)], TODAY)
    assert [(one.cycle, one.first, one.last) for one in coming_of(date(2020, 3, 3), stages, TODAY)] == [
        ("lower", 2031, 2033),
        ("upper", 2034, 2038),
    ]
    upper = stages_of([Spell("vocational", date(2026, 9, 12))], TODAY)
    assert coming_of(BIRTH, upper, TODAY) == []
    assert coming_of(None, stages, TODAY) == []


def test_not_one_less(acting_as):
    with acting_as("educatrice") as viewer:
        before = {one.name for one in missing_from_school(viewer, D)}
        assert "Nadia Haddad" not in before
        end_schooling(class_of("nadia-1"), Ended(D, "left"), version=1, by=viewer, today=D)
        after = missing_from_school(viewer, D)
        assert {one.name for one in after} - before == {"Nadia Haddad"}
    with acting_as("davide") as viewer:
        assert "Nadia Haddad" not in {one.name for one in missing_from_school(viewer, D)}


def test_the_team_sees_who_has_left_and_others_do_not(signed_in):
    words = unescape(signed_in("sara").get(reverse("out_of_school")).content.decode())
    assert "Davide Tosi" in words
    assert "obbligo di istruzione" in words
    assert "Davide Tosi" not in unescape(
        signed_in("educatrice").get(reverse("out_of_school")).content.decode()
    )
    assert signed_in("admin").get(reverse("out_of_school")).status_code == 403


def test_the_page_of_a_child_says_it_too(signed_in):
    address = reverse("child_school", args=[key_for("household", "tosi"), key_for("person", "davide_t")])
    words = unescape(signed_in("sara").get(address).content.decode())
    assert "non risulta in nessuna scuola" in words
    assert "legge 296/2006" in words
    assert words.count("<svg") >= 1
