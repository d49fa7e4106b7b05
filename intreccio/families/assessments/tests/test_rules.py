"""Moments in order, what is missing, what has changed: tables, no database."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.assessments.rules.change import Apart, change_between, far_apart, mean_scores
from intreccio.families.assessments.rules.closing import (
    ChildHere,
    Voiced,
    still_missing,
    why_not_close,
    why_not_close_assessment,
)
from intreccio.families.assessments.rules.moments import (
    next_moment,
    why_not_begin,
    why_not_void,
    why_not_write,
)

OPEN, CLOSED = False, True


@pytest.mark.parametrize(
    ("standing", "comes"),
    [
        ({}, "t0"),
        ({"t0": OPEN}, None),
        ({"t0": CLOSED}, "t1"),
        ({"t0": CLOSED, "t1": OPEN}, None),
        ({"t0": CLOSED, "t1": CLOSED}, "t2"),
        ({"t0": CLOSED, "t1": CLOSED, "t2": CLOSED}, None),
    ],
)
def test_one_moment_at_a_time(standing, comes):
    assert next_moment(standing) == comes
    for moment in ("t0", "t1", "t2"):
        assert (why_not_begin(moment, standing, has_ended=False) is None) == (moment == comes)


def test_a_case_that_is_over_is_not_looked_at():
    assert "concluso" in str(why_not_begin("t1", {"t0": CLOSED}, has_ended=True))


def test_a_moment_that_has_begun_says_where_it_is():
    assert "già cominciata" in str(why_not_begin("t0", {"t0": OPEN}, has_ended=False))
    assert "prima" in str(why_not_begin("t1", {"t0": OPEN}, has_ended=False))
    assert why_not_begin("altro", {}, has_ended=False)


def test_closed_or_annulled_is_only_read():
    assert why_not_write(is_closed=False, is_voided=False) is None
    assert "chiusa" in str(why_not_write(is_closed=True, is_voided=False))
    assert "annullata" in str(why_not_write(is_closed=True, is_voided=True))


def test_what_a_later_look_was_compared_with_stays():
    assert why_not_void("t0", {"t0": CLOSED}) is None
    assert why_not_void("t0", {"t0": CLOSED, "t1": OPEN})
    assert why_not_void("t1", {"t0": CLOSED, "t1": OPEN}) is None


ELENA, TEAM = Voiced("Elena, la mamma", "mother", True), Voiced("l'équipe", "team", True)
SCHOOL, DRAFT = Voiced("la scuola", "school", True), Voiced("l'équipe", "team", False)
NADIA, LEO = ChildHere("Nadia (11)", True), ChildHere("Leo (3)", False)


@pytest.mark.parametrize(
    ("voices", "children", "reasons"),
    [
        ([ELENA, TEAM], [NADIA], []),
        ([ELENA, TEAM], [], []),
        ([ELENA], [], ["due punti di vista"]),
        ([], [], ["due punti di vista", "della famiglia"]),
        ([SCHOOL, TEAM], [], ["della famiglia"]),
        ([ELENA, DRAFT], [], ["bozza: l'équipe"]),
        ([ELENA, TEAM], [NADIA, LEO], ["un disegno di Leo (3)"]),
        ([ELENA, DRAFT], [LEO], ["bozza", "Leo"]),
    ],
)
def test_what_is_missing_before_closing(voices, children, reasons):
    missing = still_missing(voices, children)
    assert [part in str(said) for part, said in zip(reasons, missing, strict=True)] == [True] * len(reasons)
    first = why_not_close_assessment(voices, children)
    assert (first is None) == (reasons == [])


@pytest.mark.parametrize(
    ("standing", "motive", "part"),
    [
        ({}, "goals_met", None),
        ({"t0": OPEN}, "moved", "ancora aperta"),
        ({"t0": CLOSED}, "goals_met", "T1"),
        ({"t0": CLOSED}, "", "T1"),
        ({"t0": CLOSED}, "moved", None),
        ({"t0": CLOSED}, "stopped", None),
        ({"t0": CLOSED}, "reached", "T1"),
        ({"t0": CLOSED, "t1": CLOSED}, "", None),
        ({"t0": CLOSED, "t1": OPEN}, "", "ancora aperta"),
    ],
)
def test_what_holds_back_the_closing_of_a_case(standing, motive, part):
    reason = why_not_close(standing, motive=motive)
    assert (reason is None) if part is None else part in str(reason)


def test_voices_have_a_mean_only_where_they_have_a_number():
    assert mean_scores([{"economic": 2.0, "social": 4.0}, {"economic": 3.5}, {}]) == {
        "economic": 2.75,
        "social": 4.0,
    }
    assert mean_scores([]) == {}


def test_change_is_said_where_there_are_two_numbers():
    assert change_between({"economic": 2.0, "social": 3.1}, {"economic": 3.4, "educational": 5.0}) == {
        "economic": 1.4
    }


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ({}, None),
        ({"Elena": 2.0}, None),
        ({"Elena": 2.0, "l'équipe": 2.9}, None),
        ({"Elena": 2.0, "l'équipe": 3.0}, Apart("Elena", "l'équipe")),
        ({"Elena": 4.0, "l'équipe": 2.5, "Karim": 1.0}, Apart("Karim", "Elena")),
    ],
)
def test_two_voices_a_step_apart_are_named(numbers, found):
    assert far_apart(numbers, low=1, high=5) == found


SCORES = st.dictionaries(st.sampled_from("abc"), st.integers(100, 500).map(lambda cents: cents / 100))


@given(st.lists(SCORES, max_size=5), st.randoms())
def test_a_mean_lies_between_its_voices_in_whatever_order(voices, dice):
    means = mean_scores(voices)
    shuffled = list(voices)
    dice.shuffle(shuffled)
    assert mean_scores(shuffled) == means
    for scale, mean in means.items():
        said = [Fraction(str(scores[scale])) for scores in voices if scale in scores]
        assert min(said) - Fraction(1, 100) <= Fraction(str(mean)) <= max(said) + Fraction(1, 100)


@given(SCORES, SCORES)
def test_there_and_back_is_no_change(before, now):
    forth, back = change_between(before, now), change_between(now, before)
    assert forth == {scale: -change for scale, change in back.items()}
