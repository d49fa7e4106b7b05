"""Which languages are spoken in a home on a day, and who needs a mediator: worked out from what is said of each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules.languages import (
    Said,
    holds,
    spoken_at_home,
    spoken_by,
    why_not_beside_language,
    why_not_end_language,
    why_not_write_language,
)
from intreccio.parties.people.vocabulary import SPOKEN, LanguageUse

LAST_YEAR, MARCH, TODAY = date(2025, 5, 5), date(2026, 3, 1), date(2026, 11, 29)
ITALIAN_HERE, ARABIC_HERE = Said("", "speaks", "it"), Said("", "speaks", "ar")
MEDIATOR_HERE = Said("", "mediator", "")
MEDIATOR_SINCE, URDU_HERE = Said("", "mediator", "", since=MARCH), Said("", "mediator", "ur")
KARIM_ARABIC = Said("karim", "prefers", "ar")
KARIM_MEDIATOR = Said("karim", "mediator", "ar", since=LAST_YEAR, until=MARCH)
BOTH = {"elena", "karim"}


@pytest.mark.parametrize(
    ("rows", "living", "day", "languages", "needs"),
    [
        # What the home said of itself, of nobody in particular.
        ([ARABIC_HERE, ITALIAN_HERE], BOTH, TODAY, ("it", "ar"), []),
        ([MEDIATOR_HERE], BOTH, TODAY, (), [MEDIATOR_HERE]),
        # A language is of the home as long as who speaks it lives there.
        ([KARIM_ARABIC], BOTH, TODAY, ("ar",), []),
        ([KARIM_ARABIC], {"elena"}, TODAY, (), []),
        # Two who speak the same: it is said once.
        ([KARIM_ARABIC, Said("elena", "speaks", "ar")], BOTH, TODAY, ("ar",), []),
        # Once Karim is named, Arabic goes with him; Italian, of which nobody was named, stays.
        ([ARABIC_HERE, ITALIAN_HERE, KARIM_ARABIC], {"elena"}, TODAY, ("it",), []),
        # A mediator for Karim, for a year: before, it is as the home had said; after, it is over.
        ([MEDIATOR_HERE, KARIM_MEDIATOR], BOTH, LAST_YEAR - timedelta(1), (), [MEDIATOR_HERE]),
        ([MEDIATOR_HERE, KARIM_MEDIATOR], BOTH, LAST_YEAR, ("ar",), [KARIM_MEDIATOR]),
        ([MEDIATOR_HERE, KARIM_MEDIATOR], BOTH, MARCH - timedelta(1), ("ar",), [KARIM_MEDIATOR]),
        ([MEDIATOR_HERE, KARIM_MEDIATOR], BOTH, MARCH, (), []),
        # In another language it is another need, and a need that began after the other was over is a new one.
        ([URDU_HERE, KARIM_MEDIATOR], BOTH, LAST_YEAR, ("ar", "ur"), [KARIM_MEDIATOR, URDU_HERE]),
        ([URDU_HERE, KARIM_MEDIATOR], BOTH, MARCH, ("ur",), [URDU_HERE]),
        ([MEDIATOR_SINCE, KARIM_MEDIATOR], BOTH, MARCH, (), [MEDIATOR_SINCE]),
        (
            [MEDIATOR_SINCE, replace(KARIM_MEDIATOR, until=None)],
            BOTH,
            MARCH,
            ("ar",),
            [replace(KARIM_MEDIATOR, until=None)],
        ),
        ([], BOTH, TODAY, (), []),
    ],
)
def test_the_languages_of_a_home_are_those_of_who_lives_there(rows, living, day, languages, needs):
    spoken = spoken_at_home(rows, living, day)
    assert (spoken.languages, list(spoken.needs)) == (languages, needs)


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
PEOPLE = st.sampled_from(["", "elena", "karim", "leo"])


@st.composite
def statements(draw):
    since, until = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if since and until and until < since:
        since, until = until, since
    use = draw(st.sampled_from(LanguageUse.values))
    return Said(draw(PEOPLE), use, draw(st.sampled_from(list(SPOKEN))), since, until)


@given(st.lists(statements(), max_size=8), st.sets(PEOPLE), DAYS)
def test_nothing_is_spoken_at_home_that_nobody_there_was_said_to_speak(rows, living, day):
    spoken = spoken_at_home(rows, living, day)
    standing = [row for row in rows if holds(row, day) and (not row.who or row.who in living)]
    assert set(spoken.languages) <= {row.code for row in standing}
    assert {row.code for row in standing if row.who} <= set(spoken.languages)
    assert len(set(spoken.languages)) == len(spoken.languages)
    assert all(row in standing and row.is_mediator for row in spoken.needs)
    assert {row.code for row in spoken.needs} <= set(spoken.languages)


@given(st.lists(statements(), max_size=8), DAYS)
def test_the_order_in_which_things_were_written_changes_nothing(rows, day):
    there = {"elena", "karim"}
    one, other = spoken_at_home(rows, there, day), spoken_at_home(rows[::-1], there, day)
    assert one.languages == other.languages
    assert {replace(row) for row in one.needs} == {replace(row) for row in other.needs}


def test_the_language_one_prefers_is_read_first_and_what_is_needed_last():
    rows = [Said("karim", "mediator", "ar"), Said("karim", "speaks", "it"), KARIM_ARABIC, ITALIAN_HERE]
    assert [row.use for row in spoken_by(rows, "karim", TODAY)] == ["prefers", "speaks", "mediator"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (KARIM_MEDIATOR, None),
        (MEDIATOR_HERE, None),
        (Said("karim", "mediator", ""), "Scegliete la lingua"),
        (Said("", "speaks", ""), "Scegliete la lingua"),
        (Said("", "prefers", "ar"), "dite chi"),
        (Said("karim", "speaks", "ar", since=TODAY + timedelta(1)), "L'inizio è nel futuro"),
        (Said("karim", "speaks", "ar", until=TODAY + timedelta(1)), "La fine è nel futuro"),
        (Said("karim", "speaks", "ar", since=MARCH, until=LAST_YEAR), "prima dell'inizio"),
        (Said("karim", "speaks", "ar", since=MARCH, until=MARCH), None),
    ],
)
def test_what_can_be_written_of_a_language(said, reason):
    answer = why_not_write_language(said, today=TODAY)
    assert (answer is None) if reason is None else reason in str(answer)


@pytest.mark.parametrize(
    ("said", "beside", "reason"),
    [
        (Said("karim", "speaks", "ar"), [KARIM_ARABIC], "è già scritto"),
        (Said("karim", "speaks", "ar"), [Said("elena", "speaks", "ar"), ARABIC_HERE], None),
        (Said("karim", "mediator", "ar"), [KARIM_ARABIC], None),
        (Said("karim", "mediator", "ar", since=MARCH), [KARIM_MEDIATOR], None),
        (Said("karim", "mediator", "ar", since=MARCH - timedelta(1)), [KARIM_MEDIATOR], "è già scritto"),
        (Said("karim", "prefers", "it"), [KARIM_ARABIC], "altra lingua preferita"),
        (Said("karim", "prefers", "it", since=MARCH), [replace(KARIM_ARABIC, until=MARCH)], None),
        (MEDIATOR_HERE, [MEDIATOR_HERE], "è già scritto"),
    ],
)
def test_in_the_same_days_a_thing_is_said_once(said, beside, reason):
    answer = why_not_beside_language(said, beside)
    assert (answer is None) if reason is None else reason in str(answer)


@pytest.mark.parametrize(
    ("since", "until", "ended", "reason"),
    [
        (LAST_YEAR, MARCH, False, None),
        (None, TODAY, False, None),
        (LAST_YEAR, MARCH, True, "già chiuso"),
        (MARCH, LAST_YEAR, False, "prima dell'inizio"),
        (None, TODAY + timedelta(1), False, "nel futuro"),
    ],
)
def test_when_something_about_a_language_can_end(since, until, ended, reason):
    answer = why_not_end_language(since=since, until=until, ended=ended, today=TODAY)
    assert (answer is None) if reason is None else reason in str(answer)
