"""Sound definitions, and numbers that answers make: tables and whatever hypothesis thinks of."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.definition import items_of, why_not_instrument
from intreccio.workshop.instruments.rules.scoring import (
    empty_sections,
    scores_of,
    unexplained,
    why_not_answers,
)

LIBRARY = {path.stem: definition for path, definition in definitions()}
OURS = LIBRARY["che-cosa-c-e-1"]
STEPS = {"agree": [{"value": value, "label": f"gradino {value}"} for value in range(5)]}
SMALL: dict[str, Any] = {
    "code": "prova", "edition": 1, "title": "Prova", "licence": "internal", "source": "nostra", "valid_from": "2026-01-01",
    "steps": STEPS, "scales": [{"code": "calm", "label": "Calma", "low": 0, "high": 100, "answered": 2}],
    "sections": [
        {"code": "one", "label": "Prima", "items": [
            {"code": "a", "text": "A", "steps": "agree", "scale": "calm"},
            {"code": "b", "text": "B", "steps": "agree", "scale": "calm", "reversed": True}]},
        {"code": "two", "label": "Seconda", "items": [{"code": "c", "text": "C", "steps": "agree", "scale": "calm"}]},
    ],
}  # fmt: skip
ANSWERS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(0, 4))


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_every_file_of_the_library_is_sound(name):
    assert why_not_instrument(LIBRARY[name]) == []
    assert name == f"{LIBRARY[name]['code']}-{LIBRARY[name]['edition']}"


def broken(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(SMALL), **changes}


def with_item(**changes: Any) -> dict[str, Any]:
    definition = broken()
    definition["sections"][0]["items"][0] |= changes
    return definition


SCALE = SMALL["scales"][0]
UNSOUND = {
    "no scale": (broken(scales=[]), "manca «scales»"),
    "no source": (broken(source=""), "manca «source»"),
    "licence": (broken(licence="whatever"), "la licenza «whatever» non è tra quelle previste"),
    "edition": (broken(edition="uno"), "l'edizione è un numero, da 1"),
    "days": (broken(valid_until="2025-01-01"), "finisce prima di cominciare"),
    "no day": (broken(valid_until="domani"), "i giorni si scrivono anno-mese-giorno: 2026-01-01"),
    "range": (broken(scales=[{**SCALE, "high": 0}]), "la scala «calm» va dal numero più basso al più alto"),
    "too many": (
        broken(scales=[{**SCALE, "answered": 4}]),
        "la scala «calm» ha 3 domande: «answered» dice a quante serve una risposta",
    ),
    "questions of others": (
        broken(licence="scores_only"),
        "di questo strumento si possono tenere solo i totali: le domande restano su carta",
    ),
    "nothing asked": (broken(sections=[]), "non ha nessuna domanda"),
    "twice": (with_item(code="c"), "la domanda «c» c'è due volte"),
    "no such scale": (with_item(scale="x"), "la domanda «a» conta per una scala che non c'è: «x»"),
    "no steps": (
        with_item(steps="x"),
        "la domanda «a» ha bisogno di almeno due gradini, ciascuno con le sue parole",
    ),
}


@pytest.mark.parametrize("case", UNSOUND)
def test_an_unsound_definition_is_told_why(case):
    definition, reason = UNSOUND[case]
    assert reason in why_not_instrument(definition)


def test_our_axes_are_three_with_five_or_six_statements_each():
    measured = [item["scale"] for item in items_of(OURS)]
    assert [scale["code"] for scale in OURS["scales"]] == ["economic", "social", "educational"]
    assert all(5 <= measured.count(scale["code"]) <= 6 for scale in OURS["scales"])


def test_no_question_of_an_instrument_that_is_not_ours_is_stored():
    closed = [each for each in LIBRARY.values() if each["licence"] == "scores_only"]
    assert closed
    assert not any(list(items_of(each)) for each in closed)


@pytest.mark.parametrize(
    ("answers", "scores"),
    [
        ({}, {}),
        ({"a": 4}, {}),
        ({"a": 4, "c": 4}, {"calm": 100.0}),
        ({"a": 4, "b": 4}, {"calm": 50.0}),
        ({"a": 0, "b": 4, "c": 1}, {"calm": 8.33}),
    ],
)
def test_a_scale_is_the_mean_of_enough_answers(answers, scores):
    assert scores_of(SMALL, answers) == scores


def test_a_total_is_kept_as_it_was_typed_and_within_its_range():
    totals = LIBRARY["sdq-totali-1"]
    assert scores_of(totals, {"conduct": 3, "total": 12}) == {"conduct": 3, "total": 12}
    assert why_not_answers(totals, {"conduct": 10}) is None
    assert why_not_answers(totals, {"conduct": 11})
    assert why_not_answers(totals, {"other": 1})
    assert unexplained(totals, {"conduct": 3}, {}) == [
        "emotional",
        "hyperactivity",
        "peers",
        "total",
        "prosocial",
    ]


@pytest.mark.parametrize("answers", [{"a": 5}, {"a": -1}, {"x": 1}])
def test_an_answer_that_is_not_asked_is_refused(answers):
    assert why_not_answers(SMALL, answers)


def test_a_section_without_answers_says_why():
    assert empty_sections(SMALL, {"a": 0}) == ["two"]
    assert unexplained(SMALL, {"a": 0}, {"two": "  "}) == ["two"]
    assert unexplained(SMALL, {"a": 0}, {"two": "ne parliamo un'altra volta"}) == []


@given(ANSWERS, st.randoms())
def test_the_order_of_answers_changes_nothing(answers, dice):
    shuffled = list(answers.items())
    dice.shuffle(shuffled)
    assert scores_of(SMALL, dict(shuffled)) == scores_of(SMALL, answers)


@given(ANSWERS)
def test_a_reversed_item_mirrors(answers):
    """With every sense turned over and every answer mirrored, the number is the same."""
    turned = deepcopy(SMALL)
    for item in items_of(turned):
        item["reversed"] = not item.get("reversed", False)
    assert scores_of(turned, {code: 4 - value for code, value in answers.items()}) == scores_of(
        SMALL, answers
    )


@given(st.fixed_dictionaries({}, optional={item["code"]: st.integers(1, 5) for item in items_of(OURS)}))
def test_a_number_stays_within_its_scale_and_higher_answers_never_lower_it(answers):
    scores = scores_of(OURS, answers)
    assert all(1 <= number <= 5 for number in scores.values())
    higher = scores_of(OURS, {code: min(value + 1, 5) for code, value in answers.items()})
    assert all(higher[scale] >= number for scale, number in scores.items())
