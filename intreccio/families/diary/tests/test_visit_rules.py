"""The rules of visits as tables, and of minutes as a ledger that is added up by hand."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.diary.rules.notes import why_not_correct, why_not_edit
from intreccio.families.diary.rules.visits import (
    Minutes,
    amends,
    why_not_again,
    why_not_minutes,
    why_not_miss,
    why_not_note,
    why_not_tell,
    why_not_touch,
    why_not_visit,
)

DAY = date(2026, 11, 30)
LINES = (None, UUID(int=1), UUID(int=2), UUID(int=3))
LEDGERS = st.dictionaries(
    st.sampled_from(LINES), st.builds(Minutes, st.integers(0, 720), st.integers(0, 720))
)


def ago(days):
    return DAY - timedelta(days=days)


def says(reason, words):
    return reason is None if words is None else words in str(reason)


@pytest.mark.parametrize(
    ("day", "ended_on", "voided", "words"),
    [
        (DAY, None, False, None),
        (ago(60), None, False, None),
        (ago(61), None, False, "troppo tempo"),
        (ago(-1), None, False, "deve ancora venire"),
        (ago(10), ago(10), False, None),
        (ago(9), ago(10), False, "già concluso"),
        (DAY, None, True, "annullato"),
    ],
)
def test_a_note_is_of_a_day_that_has_come_while_the_family_was_with_us(day, ended_on, voided, words):
    why_not = why_not_note(day, today=DAY, days_back=60, opened_on=ago(80), ended_on=ended_on, voided=voided)
    assert says(why_not, words)


@pytest.mark.parametrize(("day", "words"), [(ago(10), None), (ago(11), "prima dell'inizio")])
def test_a_note_is_of_no_day_before_the_family_was_with_us(day, words):
    why_not = why_not_note(day, today=DAY, days_back=60, opened_on=ago(10), ended_on=None, voided=False)
    assert says(why_not, words)


@pytest.mark.parametrize(
    ("direct", "indirect", "words"),
    [
        (0, 0, None),
        (700, 20, None),
        (700, 21, "più minuti"),
        (-1, 5, "sotto lo zero"),
        (5, -1, "sotto lo zero"),
    ],
)
def test_minutes_are_no_less_than_none_and_no_more_than_a_long_day(direct, indirect, words):
    assert says(why_not_minutes(Minutes(direct, indirect), most=720), words)


@pytest.mark.parametrize(
    ("day", "ended", "words"),
    [
        (DAY, False, None),
        (ago(-366), False, None),
        (ago(-367), False, "troppo lontano"),
        (ago(1), False, "è passato"),
        (DAY, True, "concluso"),
    ],
)
def test_a_visit_is_of_today_or_of_a_day_to_come(day, ended, words):
    assert says(why_not_visit(day, today=DAY, days_ahead=366, ended=ended), words)


def test_what_has_been_is_not_moved_any_more():
    assert why_not_touch(is_planned=True) is None
    assert "com'è andata" in str(why_not_touch(is_planned=False))


@pytest.mark.parametrize(("day", "words"), [(DAY, None), (ago(3), None), (ago(-1), "annullala")])
def test_nobody_has_missed_what_is_still_to_come(day, words):
    assert says(why_not_miss(day, today=DAY), words)


@pytest.mark.parametrize(
    ("is_author", "is_fresh", "is_correction", "words"),
    [
        (True, True, False, None),
        (True, False, False, "si scrive una rettifica"),
        (True, True, True, "rettifica non si cambia"),
        (False, True, False, "solo chi l'ha scritta"),
    ],
)
def test_a_note_is_changed_by_its_author_while_it_is_fresh(is_author, is_fresh, is_correction, words):
    assert says(why_not_edit(is_author=is_author, is_fresh=is_fresh, is_correction=is_correction), words)


def test_what_was_annulled_stays_as_it_was():
    assert why_not_again(is_voided=False) is None
    assert "annullata" in str(why_not_again(is_voided=True))


@pytest.mark.parametrize(
    ("is_author", "is_fresh", "is_correction", "words"),
    [
        (True, False, False, None),
        (True, True, False, "si può ancora cambiare"),
        (True, False, True, "già una rettifica"),
        (False, False, False, "chi ha scritto"),
    ],
)
def test_what_is_no_longer_fresh_is_put_right_beside(is_author, is_fresh, is_correction, words):
    reason = why_not_correct(is_author=is_author, is_fresh=is_fresh, is_correction=is_correction)
    assert says(reason, words)


@given(LEDGERS, LEDGERS)
def test_amends_added_to_what_stands_make_what_is_right(standing, wanted):
    entries = amends(standing, wanted)
    for line in LINES:
        rows = [book[line] for book in (standing, entries) if line in book]
        direct, indirect = sum(row.direct for row in rows), sum(row.indirect for row in rows)
        right = wanted[line] if line in wanted else Minutes()
        assert (direct, indirect) == (right.direct, right.indirect)
    assert Minutes() not in entries.values(), "an entry of nothing says nothing"


@given(LEDGERS)
def test_amends_of_what_is_right_already_are_none(standing):
    assert amends(standing, standing) == {}
    assert amends(standing, {**standing, UUID(int=9): Minutes()}) == {}


@given(st.lists(LEDGERS, max_size=6))
def test_after_any_corrections_the_ledger_says_the_last(wishes):
    """Written down entry after entry and added up as on paper, with no memory of what was wished before."""
    book = []
    for wanted in wishes:
        stands = {
            line: Minutes(
                sum(d for of, d, _ in book if of == line), sum(i for of, _, i in book if of == line)
            )
            for line in {of for of, _, _ in book}
        }
        book += [(line, each.direct, each.indirect) for line, each in amends(stands, wanted).items()]
    last = wishes[-1] if wishes else {}
    for line in LINES:
        summed = tuple(sum(row[place] for row in book if row[0] == line) for place in (1, 2))
        assert summed == ((last[line].direct, last[line].indirect) if line in last else (0, 0))


def test_of_a_visit_writes_whoever_went_and_the_team():
    assert why_not_tell(went=True) is None
    assert "senza la visita" in str(why_not_tell(went=False))
