"""The rules as tables: for whom a line is, its dates, until when a note can be changed."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.diary.rules.asking import Somebody, Yes, why_not_ask, why_not_this_yes
from intreccio.families.diary.rules.dates import dates_of, why_not_move, why_not_plan, why_not_record
from intreccio.families.diary.rules.notes import is_fresh, why_not_correct, why_not_edit
from intreccio.families.diary.rules.standing import (
    why_not_close,
    why_not_end,
    why_not_hand_over,
    why_not_in,
    why_not_renew,
)
from intreccio.families.diary.vocabulary import OUTCOMES, LineState, Rhythm, SupportKind

DAY = date(2026, 11, 29)
MOTHER = Somebody(36, is_minor=False, is_parent=True)
YOUNG_MOTHER = Somebody(17, is_minor=True, is_parent=True)
GIRL = Somebody(11, is_minor=True, is_parent=False)
BOY = Somebody(10, is_minor=True, is_parent=False)
EIGHTEEN = Somebody(18, is_minor=False, is_parent=False)
UNKNOWN = Somebody(None, is_minor=False, is_parent=False)


@pytest.mark.parametrize(
    ("kind", "people", "words"),
    [
        ("family", [MOTHER, GIRL, BOY], None),
        ("family", [], "almeno una persona"),
        ("parents", [MOTHER], None),
        ("parents", [YOUNG_MOTHER], None),
        ("parents", [MOTHER, GIRL], "genitore o adulto"),
        ("young", [GIRL], None),
        ("young", [EIGHTEEN], None),
        ("young", [BOY], "da 11 a 18 anni"),
        ("young", [GIRL, MOTHER], "da 11 a 18 anni"),
        ("young", [UNKNOWN], "non sappiamo l'età"),
    ],
)
def test_a_line_is_for_whom_its_name_says(kind, people, words):
    reason = why_not_ask(kind, people, young=(11, 18), in_charge=True)
    assert reason is None if words is None else words in str(reason)


def test_first_the_family_is_in_charge():
    assert "in carico" in str(why_not_ask("family", [MOTHER], young=(11, 18), in_charge=False))


@pytest.mark.parametrize(
    ("is_needed", "yes", "words"),
    [
        (False, None, None),
        (True, None, "chi ha detto di sì"),
        (True, Yes(DAY), None),
        (True, Yes(DAY + timedelta(days=1)), "futuro"),
    ],
)
def test_a_yes_that_is_needed_has_been_said(is_needed, yes, words):
    reason = why_not_this_yes(yes, is_needed=is_needed, today=DAY)
    assert reason is None if words is None else words in str(reason)


@given(start=st.dates(), rhythm=st.sampled_from(Rhythm.values), meetings=st.integers(1, 24))
def test_the_dates_of_a_cycle_are_as_many_as_agreed_on_the_same_day_of_the_week(start, rhythm, meetings):
    if start > date.max - timedelta(days=24 * 28):
        return
    days = dates_of(start, rhythm, meetings)
    assert days[0] == start
    assert len(set(days)) == len(days) == meetings
    assert days == sorted(days)
    assert {each.weekday() for each in days} == {start.weekday()}
    assert len({later - one for one, later in pairwise(days)}) <= 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, None),
        ({"has_cycle": True}, "già un ciclo"),
        ({"meetings": 0}, "da 1 a 24"),
        ({"meetings": 25}, "da 1 a 24"),
        ({"start": DAY - timedelta(days=40)}, "un mese fa"),
        ({"start": DAY + timedelta(days=400)}, "un anno"),
    ],
)
def test_one_cycle_at_a_time_and_not_too_long(more, words):
    said = {"has_cycle": False, "meetings": 6, "most": 24, "start": DAY, "today": DAY, **more}
    reason = why_not_plan(**said)
    assert reason is None if words is None else words in str(reason)


def test_only_what_is_to_come_is_moved_to_a_free_day():
    tomorrow = DAY + timedelta(days=1)
    assert why_not_move("planned", tomorrow, taken=(), today=DAY) is None
    assert "già scritto" in str(why_not_move("held", tomorrow, taken=(), today=DAY))
    assert "ancora venire" in str(why_not_move("planned", DAY - timedelta(days=1), taken=(), today=DAY))
    assert "c'è già" in str(why_not_move("planned", tomorrow, taken={tomorrow}, today=DAY))


def test_a_meeting_is_told_from_its_day_on():
    assert why_not_record("planned", DAY, today=DAY, cycle_ended=False) is None
    assert why_not_record("held", DAY, today=DAY, cycle_ended=False) is None, "it can be put right"
    assert "ancora venire" in str(
        why_not_record("planned", DAY + timedelta(days=1), today=DAY, cycle_ended=False)
    )
    assert "concluso" in str(why_not_record("held", DAY, today=DAY, cycle_ended=True))
    assert "non serviva" in str(why_not_record("called_off", DAY, today=DAY, cycle_ended=False))


def test_each_line_has_outcomes_of_its_own_and_those_of_all():
    own = [set(OUTCOMES[kind]) for kind in SupportKind]
    common = set.intersection(*own)
    assert len(common) == 3
    assert all(each - common for each in own)
    assert not (own[0] - common) & (own[1] - common), "no line speaks another one's words"


def test_an_outcome_is_of_its_line_and_follows_what_happened():
    said = {"unwritten": 0, "is_theirs": True, "psychologist_sees": True}
    assert why_not_end("young", "feels_better", **said) is None
    assert "altra linea" in str(why_not_end("young", "surer", **said))
    assert "2 incontri passati" in str(why_not_end("young", "feels_better", **{**said, "unwritten": 2}))
    assert "chi la segue" in str(why_not_end("young", "stopped", **{**said, "is_theirs": False}))
    gone = {"unwritten": 2, "is_theirs": False, "psychologist_sees": False}
    assert why_not_end("young", "stopped", **gone) is None, "who has left cannot write how it went"


def test_a_verb_belongs_to_its_states():
    assert why_not_in(LineState.ASKED, LineState.ASKED) is None
    assert "già in corso" in str(why_not_in(LineState.ACCEPTED, LineState.ASKED))
    assert "annullata" in str(why_not_in(LineState.ASKED, LineState.ASKED, is_voided=True))


def test_another_cycle_and_other_hands():
    assert why_not_renew(case_open=True, in_charge=True) is None
    assert "concluso" in str(why_not_renew(case_open=False, in_charge=True))
    assert "più della vostra" in str(why_not_renew(case_open=True, in_charge=False))
    assert why_not_hand_over(has_lines_psychologist=False, is_candidate=True) is None
    assert "già questa persona" in str(why_not_hand_over(has_lines_psychologist=True, is_candidate=True))
    assert "vede la famiglia" in str(why_not_hand_over(has_lines_psychologist=False, is_candidate=False))


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([], None),
        (["ended", "declined"], None),
        (["ended", "accepted"], "in corso"),
        (["asked"], "senza risposta"),
    ],
)
def test_a_way_does_not_end_while_a_line_is_open(states, words):
    reason = why_not_close(states)
    assert reason is None if words is None else words in str(reason)


@given(hours=st.integers(1, 200), later=st.integers(0, 400))
def test_a_note_is_fresh_for_the_hours_agreed_and_no_longer(hours, later):
    written = datetime(2026, 11, 1, 9, tzinfo=UTC)
    assert is_fresh(written, now=written + timedelta(hours=later), hours=hours) == (later < hours)


def test_fresh_it_is_changed_and_later_corrected_beside():
    assert why_not_edit(is_author=True, is_fresh=True) is None
    assert "rettifica" in str(why_not_edit(is_author=True, is_fresh=False))
    assert "chi l'ha scritta" in str(why_not_edit(is_author=False, is_fresh=True))
    said = {"is_author": True, "is_fresh": False, "is_correction": False}
    assert why_not_correct(**said) is None
    assert "si può ancora cambiare" in str(why_not_correct(**{**said, "is_fresh": True}))
    assert "già una rettifica" in str(why_not_correct(**{**said, "is_correction": True}))
    assert "chi ha scritto" in str(why_not_correct(**{**said, "is_author": False}))
