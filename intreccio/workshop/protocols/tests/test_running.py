"""When a path may begin, what may be said of its steps, where each of them is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.workshop.protocols.rules.calendar import due_on, timeline
from intreccio.workshop.protocols.rules.running import (
    standing,
    why_not_end,
    why_not_go_on,
    why_not_loss,
    why_not_mark,
    why_not_zero,
)
from intreccio.workshop.protocols.tests.small import SMALL
from intreccio.workshop.protocols.vocabulary import Standing

D = date(2026, 11, 30)
SOON = st.integers(-400, 400).map(lambda days: D + timedelta(days=days))


@pytest.mark.parametrize(
    ("first", "last", "marked", "where"),
    [
        (-1, 1, "", Standing.NOW),
        (0, 0, "", Standing.NOW),
        (1, 3, "", Standing.COMING),
        (-5, -1, "", Standing.LATE),
        (-40, -31, "", Standing.BEFORE),
        (-40, -30, "", Standing.LATE),
        (-40, -31, "done", Standing.DONE),
        (1, 3, "not_needed", Standing.NOT_NEEDED),
    ],
)
def test_where_a_step_is(first, last, marked, where):
    """The path began thirty days ago."""
    days = (D + timedelta(days=first), D + timedelta(days=last))
    assert standing(days, marked, since=D - timedelta(days=30), today=D) == where


@given(SOON, SOON, st.sets(st.sampled_from(["call", "before", "year"])))
def test_what_is_to_be_done_is_what_the_protocol_asks(zero, since, done):
    asked = due_on(D, SMALL, zero, since=since, done=done, loss="death")
    here = {
        line.step["code"]
        for line in timeline(SMALL, zero, about="family", loss="death")
        if standing(
            (line.first, line.last), "done" if line.step["code"] in done else "", since=since, today=D
        )
        in (Standing.NOW, Standing.LATE)
    }
    assert here == {line.step["code"] for line in asked}


@pytest.mark.parametrize(
    ("days", "word"), [(0, None), (270, None), (301, "avanti"), (-7000, None), (-7400, "indietro")]
)
def test_a_day_that_can_be_true(days, word):
    said = why_not_zero(D + timedelta(days=days), today=D)
    assert (said is None) if word is None else (word in str(said))


@pytest.mark.parametrize(
    ("loss", "losses", "goes"),
    [
        ("", [], True),
        ("death", ["death", "job"], True),
        ("", ["death"], False),
        ("other", ["death"], False),
        ("death", [], False),
    ],
)
def test_who_has_lost_something_says_what(loss, losses, goes):
    assert (why_not_loss(loss, losses) is None) is goes


@pytest.mark.parametrize(
    ("state", "words", "days", "word"),
    [
        ("done", "", 0, None),
        ("done", "", 1, "ancora successo"),
        ("done", "", -21 * 366, "l'anno"),
        ("not_needed", " ", 0, "perché"),
        ("not_needed", "Ci pensa il consultorio", 0, None),
    ],
)
def test_what_is_not_needed_says_why(state, words, days, word):
    said = why_not_mark(state, words, D + timedelta(days=days), today=D)
    assert (said is None) if word is None else (word in str(said))


def test_what_is_over_stays_as_it_was():
    assert why_not_go_on(ended=False, voided=False) is None
    assert "finito" in str(why_not_go_on(ended=True, voided=False))
    assert "errore" in str(why_not_go_on(ended=True, voided=True))


@pytest.mark.parametrize(("days", "goes"), [(0, True), (-3, True), (-4, False), (1, False)])
def test_it_ends_between_its_beginning_and_today(days, goes):
    said = why_not_end(D + timedelta(days=days), begun=D - timedelta(days=3), today=D)
    assert (said is None) is goes
