"""Whom a sheet is for, what a half-written one holds back, since when something protects or weighs: tables, no database."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.assessments.queries.sheets import ORDER
from intreccio.families.assessments.rules.closing import Voiced, still_missing
from intreccio.families.assessments.rules.factors import why_not_dates
from intreccio.families.assessments.rules.sheets import UNBORN, Somebody, whom, why_not_sheet
from intreccio.families.assessments.vocabulary import About, FactorSide, Voice
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.definition import SIDES

LIBRARY = {said["code"]: said for _path, said in definitions()}
ELENA = Somebody(UUID(int=1), "Elena", is_child=False, is_parent=True, months=36 * 12)
NONNA = Somebody(UUID(int=2), "Rosa", is_child=False, is_parent=False, months=70 * 12)
NADIA = Somebody(UUID(int=3), "Nadia", is_child=True, is_parent=False, months=11 * 12 + 2)
LEO = Somebody(UUID(int=4), "Leo", is_child=True, is_parent=False, months=39)
COMING = Somebody(UUID(int=5), "in arrivo", is_child=True, is_parent=False, months=UNBORN)
UNKNOWN = Somebody(UUID(int=6), "Omar", is_child=True, is_parent=False, months=None)
HOME = [ELENA, NONNA, NADIA, LEO]


@pytest.mark.parametrize(
    ("code", "home", "suits"),
    [
        ("tre-pesi", HOME, [None]),
        ("tre-pesi", [], [None]),
        ("diciassette-sguardi", HOME, [NADIA.id, LEO.id]),
        ("diciassette-sguardi", [ELENA], []),
        ("diciassette-sguardi", [ELENA, COMING], []),
        ("quattro-saluti", [*HOME, COMING], [ELENA.id, NONNA.id, NADIA.id, LEO.id]),
        ("genitori-3-6", HOME, [ELENA.id]),
        ("genitori-11-14", HOME, [ELENA.id]),
        ("genitori-14-18", HOME, []),
        ("genitori-0-3", HOME, []),
        ("genitori-0-3", [ELENA, COMING], [ELENA.id]),
        ("genitori-0-3", [ELENA, UNKNOWN], [ELENA.id]),
        ("primi-passi-24-36", HOME, []),
        ("primi-passi-24-36", [UNKNOWN], [UNKNOWN.id]),
        ("sdq-totali", HOME, [NADIA.id, LEO.id]),
        ("who5-totale", HOME, [ELENA.id, NONNA.id]),
        ("bilancio-competenze", HOME, [ELENA.id, NONNA.id]),
        ("epds-totale", [ELENA, COMING], [ELENA.id]),
        ("fattori", HOME, []),
        ("che-cosa-c-e", HOME, []),
    ],
)
def test_a_sheet_is_for_whom_it_makes_sense(code, home, suits):
    assert whom(LIBRARY[code], home) == suits


@pytest.mark.parametrize(
    ("about", "voice", "taken", "part"),
    [
        (NADIA.id, "team", False, None),
        (NADIA.id, "team", True, "C'è già"),
        (NADIA.id, "mother", False, "risponde qualcun altro"),
        (ELENA.id, "team", False, "non è per questa persona"),
        (None, "team", False, "non è per questa persona"),
        (UUID(int=99), "team", False, "non è per questa persona"),
    ],
)
def test_why_a_sheet_cannot_be(about, voice, taken, part):
    said = why_not_sheet(LIBRARY["diciassette-sguardi"], about=about, voice=voice, home=HOME, taken=taken)
    assert (said is None) if part is None else part in str(said)


@pytest.mark.parametrize("code", [code for code, each in LIBRARY.items() if "about" in each])
def test_the_library_speaks_the_words_of_this_area(code):
    definition = LIBRARY[code]
    assert set(definition["answered_by"]) <= set(Voice.values)
    if definition.get("dated"):
        assert tuple(FactorSide.values) == SIDES
    else:
        assert definition["about"] in About.values
        assert code in ORDER, "every sheet has its place in the list"


def test_a_half_written_sheet_holds_the_closing_back_and_none_is_owed():
    voices = [Voiced("Elena", "mother", True), Voiced("l'équipe", "team", True)]
    assert still_missing(voices, []) == []
    (said,) = still_missing(voices, [], ["Tre assi (la famiglia)"])
    assert "Tre assi (la famiglia)" in str(said)


TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("since", "until", "part"),
    [
        (0, None, None),
        (400, None, None),
        (400, 30, None),
        (400, 0, None),
        (-1, None, "nel futuro"),
        (30, 30, "dopo essere cominciato"),
        (30, 31, "dopo essere cominciato"),
        (30, -1, "non quando finirà"),
    ],
)
def test_what_is_there_has_begun_and_ends_afterwards(since, until, part):
    days = {
        "since": TODAY - timedelta(days=since),
        "until": None if until is None else TODAY - timedelta(days=until),
    }
    said = why_not_dates(**days, today=TODAY)
    assert (said is None) if part is None else part in str(said)


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, st.none() | DAYS, DAYS)
def test_dates_are_right_exactly_where_they_follow_each_other(since, until, today):
    right = since <= today and (until is None or since < until <= today)
    assert (why_not_dates(since=since, until=until, today=today) is None) == right


@pytest.mark.parametrize(
    ("months", "voice", "part"),
    [
        (7 * 12, "child", "da 11 anni"),
        (131, "child", "da 11 anni"),
        (132, "child", None),
        (7 * 12, "mother", None),
        (7 * 12, "school", None),
        (None, "child", None),
    ],
)
def test_a_child_answers_for_themselves_from_the_age_the_paper_is_for(months, voice, part):
    child = Somebody(UUID(int=70), "Ugo", is_child=True, is_parent=False, months=months)
    said = why_not_sheet(LIBRARY["sdq-totali"], about=child.id, voice=voice, home=[child], taken=False)
    assert (said is None) if part is None else part in str(said)
