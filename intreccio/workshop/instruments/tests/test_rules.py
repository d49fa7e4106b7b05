"""Sound definitions, and numbers that answers make: tables and whatever hypothesis thinks of."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.definition import items_of, why_not_instrument
from intreccio.workshop.instruments.rules.scoring import (
    empty_sections,
    labels_of,
    scores_of,
    unexplained,
    why_not_answers,
    why_not_sum,
    why_not_words,
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
    "summed after all": (
        broken(never_summed=True),
        "ogni parte resta per sé: non può avere scale che ne fanno un numero",
    ),
    "counted after all": (
        broken(never_summed=True, scales=[]),
        "la domanda «a» resta per sé: non conta per nessuna scala",
    ),
    "no side": (broken(dated=True, scales=[]), "«a» protegge o pesa: «side» lo dice"),
    "sure of nothing": (
        broken(reliability=[{"scale": "calm", "r": 1, "sd": 5, "source": "x"}]),
        "l'attendibilità di «calm» vuole r tra 0 e 1, deviazione standard e fonte",
    ),
    "published nowhere": (
        broken(reliability=[{"scale": "calm", "r": 0.8, "sd": 5}]),
        "l'attendibilità di «calm» vuole r tra 0 e 1, deviazione standard e fonte",
    ),
    "questions under another name": (
        broken(licence="scores_only", sections=[], questions=["mi sento solo"]),
        "di questo strumento si possono tenere solo i totali: le domande restano su carta",
    ),
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


RESTRICTED = [name for name, each in LIBRARY.items() if each["licence"] == "scores_only"]


@pytest.mark.parametrize("name", RESTRICTED)
def test_no_question_of_an_instrument_that_is_not_ours_is_stored(name):
    closed = LIBRARY[name]
    assert not list(items_of(closed))
    assert not {"sections", "steps", "views"} & set(closed)
    assert why_not_words(closed, {"total": "mi sento solo"}), "not even as words of an answer"


def test_which_instruments_are_kept_as_totals_only():
    assert {LIBRARY[name]["code"] for name in RESTRICTED} == {"sdq-totali", "epds-totale", "who5-totale"}


SEVENTEEN = LIBRARY["diciassette-sguardi-1"]
IN_ORDER = (
    "health", "feelings", "identity", "autonomy", "relations", "learning", "play",
    "care", "warmth", "guidance", "stimulation", "self_realisation",
    "support", "community", "economy", "home", "school",
)  # fmt: skip


def test_the_seventeen_stand_in_the_order_of_the_national_guidelines():
    assert tuple(item["code"] for item in items_of(SEVENTEEN)) == IN_ORDER
    assert [len(section["items"]) for section in SEVENTEEN["sections"]] == [7, 5, 5]
    assert [step["value"] for step in SEVENTEEN["steps"]["six"]] == [1, 2, 3, 4, 5, 6]
    assert [view["code"] for view in SEVENTEEN["views"]] == ["mother", "father", "child", "team"]


NEVER_SUMMED = [name for name, each in LIBRARY.items() if each.get("never_summed")]


def answered(name: str) -> st.SearchStrategy[tuple[str, dict[str, int]]]:
    """An instrument with whatever somebody could answer to it."""
    definition = LIBRARY[name]
    steps = {
        item["code"]: st.sampled_from([step["value"] for step in definition["steps"][item["steps"]]])
        for item in items_of(definition)
    }
    return st.tuples(st.just(name), st.fixed_dictionaries({}, optional=steps))


@settings(deadline=None)  # what it finds does not depend on how busy the machine is
@given(st.one_of([answered(name) for name in NEVER_SUMMED]))
def test_what_is_never_summed_has_no_number_whatever_is_answered(told):
    name, answers = told
    definition = LIBRARY[name]
    assert why_not_answers(definition, answers) is None
    assert scores_of(definition, answers) == {}
    said = labels_of(definition, answers)
    assert set(said) == set(answers), "no number without its words"
    assert all(said.values())


def test_the_words_of_a_step_are_kept_with_its_number():
    assert labels_of(SEVENTEEN, {"health": 6, "home": 1}) == {
        "health": "è un punto di forza evidente",
        "home": "è una difficoltà grave: serve aiuto adesso",
    }


@pytest.mark.parametrize("place", ["child", "health", "health.mother", "school.team"])
def test_facts_and_points_of_view_have_a_place(place):
    assert why_not_words(SEVENTEEN, {place: "Ieri ha dormito."}) is None


@pytest.mark.parametrize("place", ["total", "health.neighbour", "health.", ""])
def test_there_is_no_place_for_other_words(place):
    assert why_not_words(SEVENTEEN, {place: "Ieri."})


def test_what_weighs_is_three_axes_and_never_one():
    weights = LIBRARY["tre-pesi-1"]
    assert [scale["code"] for scale in weights["scales"]] == ["economic", "social", "educational"]
    everything = {item["code"]: 4 for item in items_of(weights)}
    assert scores_of(weights, everything) == {"economic": 4.0, "social": 4.0, "educational": 4.0}


def test_health_is_four_dimensions():
    assert len(LIBRARY["quattro-saluti-1"]["scales"]) == 4


def test_phases_follow_each_other_without_a_gap():
    for beginning, ages in (("genitori-", (-9, 36, 72, 132, 168, 216)), ("primi-passi-", (0, 12, 24, 36))):
        bands = sorted(each["months"] for name, each in LIBRARY.items() if name.startswith(beginning))
        assert bands == [list(pair) for pair in pairwise(ages)]


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


SDQ = LIBRARY["sdq-totali-2"]
PARTS = ("emotional", "conduct", "hyperactivity", "peers")


@given(st.fixed_dictionaries({part: st.integers(0, 10) for part in PARTS}), st.integers(0, 40))
def test_the_edition_of_before_that_families_go_on_with_is_asked_the_same(parts, total):
    answers = {**parts, "total": total}
    assert why_not_sum(LIBRARY["sdq-totali-1"], answers) == why_not_sum(SDQ, answers)
    assert why_not_answers(LIBRARY["sdq-totali-1"], answers) == why_not_answers(SDQ, answers)


@given(st.fixed_dictionaries({part: st.integers(0, 10) for part in PARTS}), st.integers(0, 40))
def test_a_total_is_the_sum_of_its_parts_or_somebody_looks_at_the_paper_again(parts, total):
    may = total == parts["emotional"] + parts["conduct"] + parts["hyperactivity"] + parts["peers"]
    assert (why_not_sum(SDQ, {**parts, "total": total}) is None) == may
    assert (why_not_answers(SDQ, {**parts, "total": total}) is None) == may


@pytest.mark.parametrize(
    ("answers", "part"),
    [
        (
            {"emotional": 10, "conduct": 10, "hyperactivity": 10, "peers": 10, "total": 3},
            "fa 40, e qui è scritto 3",
        ),
        ({"emotional": 10, "conduct": 10}, None),
        ({"total": 12}, None),
        ({"emotional": 10, "conduct": 10, "total": 19}, "almeno 20"),
        ({"emotional": 10, "conduct": 10, "total": 20}, None),
        ({"emotional": 0, "conduct": 0, "total": 21}, "al massimo 20"),
        ({"prosocial": 10, "total": 0}, None),
    ],
)
def test_a_draft_is_asked_only_what_it_can_know(answers, part):
    said = why_not_sum(SDQ, answers)
    assert (said is None) if part is None else part in str(said[1])
    assert said is None or said[0] == "total"


def test_where_no_total_is_a_sum_nothing_is_summed():
    assert why_not_sum(SMALL, {"a": 4}) is None
    assert why_not_sum(LIBRARY["who5-totale-1"], {"total": 3}) is None


def totals(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(SDQ), **changes}


@pytest.mark.parametrize(
    ("definition", "reason"),
    [
        (totals(scales=[{"code": "total", "label": "T", "low": 0, "high": 40, "sum_of": ["nowhere"]}]),
         "la scala «total» somma scale che non ci sono, o sé stessa"),
        (totals(scales=[{"code": "total", "label": "T", "low": 0, "high": 40, "sum_of": ["total"]}]),
         "la scala «total» somma scale che non ci sono, o sé stessa"),
        (broken(scales=[{**SCALE, "sum_of": ["calm"]}]), "la scala «calm» si calcola dalle domande: non è una somma da ricontrollare"),
        (totals(ages={"nobody": [132, 216]}), "«ages» dice da quale età risponde ciascuna voce: voci che rispondono, e due mesi in ordine"),
        (totals(ages={"child": [216, 132]}), "«ages» dice da quale età risponde ciascuna voce: voci che rispondono, e due mesi in ordine"),
    ],
)  # fmt: skip
def test_sums_and_ages_are_checked_when_the_file_is_read(definition, reason):
    assert reason in why_not_instrument(definition)
