"""Ages, hours, ISEE and typed words, read and said as people do."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.offer.directory.rules.ages import age_words, months_of, span_words
from intreccio.offer.directory.rules.editing import age_text, week_texts
from intreccio.offer.directory.rules.hours import BadHours, Hours, hours_of, week_of, weekdays_of_rule
from intreccio.offer.directory.rules.parsing import after_of, hinted_needs, wanted_words


@pytest.mark.parametrize(
    ("text", "months"),
    [("3", (36, 47)), ("3 anni", (36, 47)), ("1 anno", (12, 23)), ("18 mesi", (18, 18)), ("18m", (18, 18)),
     ("0", (0, 11)), ("tre", None), ("200", None), ("-1", None)],
)  # fmt: skip
def test_ages_are_read(text: str, months: tuple[int, int] | None) -> None:
    assert months_of(text) == months


@pytest.mark.parametrize(
    ("span", "words"),
    [((12, 36), "da 12 a 36 mesi"), ((0, 36), "fino a 36 mesi"), ((72, 132), "da 6 a 10 anni"), ((168, None), "dai 14 anni"),
     ((0, None), "tutte le età"),
     ((None, None), ""), ((None, 132), "fino a 10 anni"), ((18, 72), "da 18 mesi a 5 anni"), ((36, 48), "a 3 anni")],
)  # fmt: skip
def test_spans_are_said(span: tuple[int | None, int | None], words: str) -> None:
    assert span_words(*span) == words


def test_an_age_is_said_back() -> None:
    assert [age_words(age) for age in ((36, 47), (18, 18), (12, 23), (1, 1))] == [
        "3 anni",
        "18 mesi",
        "1 anno",
        "1 mese",
    ]


@given(some.integers(min_value=0, max_value=1200), some.booleans())
def test_what_the_form_shows_is_read_back_the_same(months: int, last: bool) -> None:
    if last and months == 0:
        return
    read = months_of(age_text(months, last=last))
    assert read is not None
    assert (read[1] + 1 if last else read[0]) == months


def test_hours_are_read_and_said_back() -> None:
    rows = hours_of(4, "9:30-11:30 con mediatrice, 14–16")
    assert rows == [Hours(4, time(9, 30), time(11, 30), "con mediatrice"), Hours(4, time(14), time(16))]
    assert week_texts(rows)["hours_4"] == "9:30–11:30 con mediatrice, 14:00–16:00"
    assert hours_of(4, "sì") == [Hours(4)]
    assert hours_of(4, "") == []


@pytest.mark.parametrize("text", ["mattina", "25-26", "11-9", "9:30"])
def test_hours_that_are_no_hours_are_refused(text: str) -> None:
    with pytest.raises(BadHours):
        hours_of(1, text)


def test_the_days_of_a_week_know_when_they_may_change() -> None:
    rows = [
        Hours(1),
        Hours(2, until=date(2026, 12, 1)),
        Hours(3, since=date(2026, 12, 24)),
        Hours(4, until=date(2026, 1, 1)),
    ]
    assert week_of(rows, date(2026, 11, 26)) == ([1, 2], date(2026, 12, 1))


def test_days_of_a_weekly_rule() -> None:
    assert weekdays_of_rule("TH,FR") == [4, 5]
    assert weekdays_of_rule("1MO, we") == [3]


def test_a_typed_need_leads_to_its_line() -> None:
    labels = [
        ("futuro.istruzione", "Scuola e compiti Diritto all'istruzione"),
        ("emergenze.alimentare", "Cibo e spesa"),
    ]
    assert hinted_needs(["compiti"], labels) == {"futuro.istruzione"}
    assert hinted_needs(["com"], labels) == set()
    assert wanted_words("Aiuto per i compiti, alle medie!") == ["aiuto", "compiti", "medie"]


@pytest.mark.parametrize("text", ["", "x~y", "3", "~", "3~not-a-key", "3~' OR 1=1"])
def test_a_forged_next_page_is_the_first(text: str) -> None:
    assert after_of(text) is None
