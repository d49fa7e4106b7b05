"""A checklist answered with words: what is there, what is missing; tables and whatever hypothesis thinks of."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.instruments.actions import Filled, columns_of
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.forms import ChecklistForm
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.checklist import (
    cover_of,
    petals,
    read,
    sorted_out,
    why_not_check,
)
from intreccio.workshop.instruments.rules.definition import items_of, why_not_instrument
from intreccio.workshop.instruments.vocabulary import Answer, Cover

TODAY = date(2026, 11, 29)
PRINCIPLES = ["Insieme", "Integrazione", "Protagonismo", "Vulnerabilità", "Misurazione", "Comunicazione"]
SIX = {path.stem: definition for path, definition in definitions() if path.stem.startswith("sei-principi")}
SERVICE = SIX["sei-principi-servizio-1"]
CODES = [item["code"] for item in items_of(SERVICE)]
ALL_YES = dict.fromkeys(CODES, Answer.YES)
WORDED = dict.fromkeys(CODES, "così")


def why_not(answers=ALL_YES, words=WORDED, again_on=None):
    return why_not_check(SERVICE, answers, words, again_on=again_on, today=TODAY)


@pytest.mark.parametrize("name", sorted(SIX))
def test_six_principles_with_two_or_three_questions_each(name):
    sections = SIX[name]["sections"]
    assert [section["label"] for section in sections] == PRINCIPLES
    assert {len(section["items"]) for section in sections} <= {2, 3}
    assert {step["value"] for step in SIX[name]["steps"]["answer"]} == set(Answer)


def test_there_is_one_for_plans_one_for_services_one_for_projects():
    assert set(SIX) == {"sei-principi-famiglia-1", "sei-principi-servizio-1", "sei-principi-progetto-1"}


def test_a_question_says_what_a_not_yet_leaves_open():
    bare = {
        **SERVICE,
        "sections": [{**SERVICE["sections"][0], "items": [{"code": "a", "text": "A?", "steps": "answer"}]}],
    }
    assert any("missing" in str(why) for why in why_not_instrument(bare))


@pytest.mark.parametrize(
    ("answers", "cover"),
    [
        ([Answer.YES, Answer.YES], Cover.COVERED),
        ([Answer.YES, Answer.NOT_HERE], Cover.COVERED),
        ([Answer.YES, Answer.NOT_YET], Cover.PARTLY),
        ([Answer.NOT_YET, Answer.NOT_HERE], Cover.MISSING),
        ([Answer.NOT_HERE, Answer.NOT_HERE], Cover.ASIDE),
    ],
)
def test_a_principle_is_there_in_part_missing_or_does_not_concern(answers, cover):
    assert cover_of(answers) == cover


@pytest.mark.parametrize(
    ("answers", "words", "again_on", "says"),
    [
        (ALL_YES, WORDED, None, None),
        (ALL_YES, WORDED, TODAY + timedelta(days=1), None),
        (ALL_YES, WORDED, TODAY, "un giorno dopo oggi"),
        (ALL_YES, {}, None, "vogliono due parole"),
        (ALL_YES, WORDED | {CODES[0]: "  "}, None, "vogliono due parole"),
        (ALL_YES | {CODES[0]: Answer.NOT_YET}, WORDED | {CODES[0]: ""}, None, "vogliono due parole"),
        (dict.fromkeys(CODES, Answer.NOT_HERE), {}, None, None),
        ({CODES[0]: Answer.YES}, WORDED, None, "Ogni domanda"),
        (ALL_YES | {"altro": Answer.YES}, WORDED, None, "Ogni domanda"),
        (ALL_YES | {CODES[0]: 7}, WORDED, None, "Ogni domanda"),
        (ALL_YES, WORDED | {"altro": "x"}, None, "Ogni domanda"),
    ],
)
def test_why_not_check(answers, words, again_on, says):
    reason = why_not(answers, words, again_on)
    assert reason is None if says is None else says in str(reason)


ANSWERS = some.fixed_dictionaries({code: some.sampled_from(list(Answer)) for code in CODES})


@given(ANSWERS)
def test_every_principle_stands_once_and_every_gap_is_a_not_yet(answers):
    principles = read(SERVICE, answers, {})
    assert [each.label for each in principles] == PRINCIPLES
    assert sorted(name for names in sorted_out(principles).values() for name in names) == sorted(PRINCIPLES)
    gaps = [asked.code for each in principles for asked in each.gaps]
    assert gaps == [code for code in CODES if answers[code] == Answer.NOT_YET]
    assert all((each.cover in {Cover.MISSING, Cover.PARTLY}) == bool(each.gaps) for each in principles)


@given(ANSWERS)
def test_six_petals_do_not_lie_on_each_other(answers):
    places = [(x, y) for _principle, x, y in petals(read(SERVICE, answers, {}))]
    assert len(set(places)) == 6
    assert all(
        (a - c) ** 2 + (b - d) ** 2 >= 96**2
        for one, (a, b) in enumerate(places)
        for (c, d) in places[one + 1 :]
    )


def form(**said):
    instrument = Instrument(pk="sei-principi-servizio-1", definition=SERVICE, title="x")
    data = QueryDict(mutable=True)
    data.update({"once": str(new_key()), **{name.replace("__", "-"): value for name, value in said.items()}})
    return ChecklistForm(data, instrument=instrument, people=[])


def test_the_form_asks_for_words_where_a_yes_or_a_not_yet_has_none():
    said = {f"answer-{code}": "0" for code in CODES}
    assert form(**said).is_valid()
    bad = form(**said | {f"answer-{CODES[0]}": "2"})
    assert not bad.is_valid()
    assert set(bad.errors) == {f"words-{CODES[0]}"}
    good = form(**said | {f"answer-{CODES[0]}": "2", f"words-{CODES[0]}": "con la scuola"})
    assert good.is_valid()
    assert good.filled.answers == dict.fromkeys(CODES, 0) | {CODES[0]: 2}
    assert good.filled.words == {CODES[0]: "con la scuola"}
    assert good.filled.codes == {"edition": "sei-principi-servizio-1", "missing": []}


def test_columns_of_a_look_that_is_whole():
    instrument = Instrument(pk="sei-principi-servizio-1", definition=SERVICE, title="x")
    words = WORDED | {CODES[0]: " così "}
    columns = columns_of(Filled(instrument, ALL_YES, words, TODAY + timedelta(days=9)), today=TODAY)
    assert columns["words"][CODES[0]] == "così"
    assert (columns["day"], columns["again_on"], columns["again_by_id"]) == (
        TODAY,
        TODAY + timedelta(days=9),
        None,
    )
    with pytest.raises(Refused):
        columns_of(Filled(instrument, ALL_YES, {}), today=TODAY)


def test_a_question_left_without_an_answer_is_said():
    assert set(form().errors) == {f"answer-{code}" for code in CODES}
