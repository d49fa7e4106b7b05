"""What makes a definition sound, what changes it, and what two versions say beside each other."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.workshop.protocols.rules.comparing import compare
from intreccio.workshop.protocols.rules.definition import parts_of, why_not_protocol
from intreccio.workshop.protocols.rules.parts import (
    part_of,
    why_not_remove,
    with_part,
    without_part,
)
from intreccio.workshop.protocols.tests.small import SMALL
from intreccio.workshop.protocols.vocabulary import Change, PartKind

CODES = [(kind, part["code"]) for kind in PartKind.values for part in parts_of(SMALL, kind)]

CHECK = parts_of(SMALL, PartKind.CHECKS)[0]["code"]


def changed(kind: str, code: str, /, **words) -> dict:
    return with_part(SMALL, kind, {**part_of(SMALL, kind, code), **words})


def test_a_small_protocol_is_sound():
    assert why_not_protocol(SMALL) == []


@pytest.mark.parametrize("name", ["title", "lead", "source", "about", "zero", "tracks", "steps"])
def test_what_is_missing_is_named(name):
    assert why_not_protocol({**SMALL, name: None}) == [f"manca «{name}»"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({**SMALL, "about": ["family", "city"]}, "per chi è"),
        ({**SMALL, "zero": {"label": "un giorno", "counter": {"before": -1, "after": 3}}}, "contatore"),
        ({**SMALL, "quiet": {"before": 7, "after": 300}}, "da rispettare"),
        ({**SMALL, "losses": SMALL["losses"] * 2}, "la perdita «death»"),
        (changed("steps", "call", track="gone"), "filo che non c'è"),
        (changed("steps", "call", role="nobody"), "chi lo fa"),
        (changed("steps", "call", kind="party"), "che cos'è"),
        (changed("steps", "call", when=[]), "manca quando"),
        (changed("steps", "call", when=["3y"]), "uno o due momenti"),
        (changed("steps", "call", when=["1d", "2d", "3d"]), "uno o due momenti"),
        (changed("steps", "call", title=""), "manca «title»"),
        (changed("steps", "call", sources=["rumour"]), "nomina ciò che non c'è: rumour"),
        (changed("steps", "call", losses=["keys"]), "nomina ciò che non c'è: keys"),
        (changed("checks", CHECK, answers="maybe"), "come si risponde"),
        (changed("factors", "trust", side="both"), "protegge o pesa"),
        (changed("guidance", "small", ages=["old"]), "un'età"),
        (changed("letters", "near", when="soon"), "manca quando parte"),
        (changed("letters", "near", again={"every": "2w", "most": 9}), "al massimo 3 volte"),
        (changed("letters", "near", again={"every": "-2w", "most": 1}), "ogni volta dopo"),
        (changed("letters", "near", again={"every": "0d", "most": 1}), "ogni volta dopo"),
    ],
)
def test_an_unsound_definition_is_told_why(wrong, words):
    assert [reason for reason in why_not_protocol(wrong) if words in str(reason)]


def test_two_parts_of_one_code_are_told():
    twice = {**SMALL, "steps": [*SMALL["steps"], SMALL["steps"][0]]}
    assert why_not_protocol(twice) == ["in «steps» il codice «call» manca o c'è due volte"]


def test_a_change_leaves_the_former_definition_as_it_was():
    before = deepcopy(SMALL)
    changed("steps", "call", title="Scrivere")
    without_part(SMALL, "sources", "law")
    assert before == SMALL


def test_a_source_taken_out_is_cited_no_more():
    left = without_part(SMALL, "sources", "law")
    assert "sources" not in part_of(left, "steps", "call")
    assert why_not_protocol(left) == []


def test_the_last_step_stays():
    one = {**SMALL, "steps": SMALL["steps"][:1]}
    assert why_not_remove(one, "steps") is not None
    assert why_not_remove(SMALL, "steps") is why_not_remove(one, "letters") is None


def test_a_version_beside_itself_says_nothing():
    assert compare(SMALL, deepcopy(SMALL)) == []


def test_a_title_changes_word_by_word():
    (found,) = compare(SMALL, changed("steps", "call", title="Chiamare piano"))
    assert (found.kind, found.change, found.title) == ("steps", Change.CHANGED, "Chiamare piano")
    (wording,) = found.wordings
    assert [piece.text for piece in wording.new if piece.changed] == ["piano"]
    assert not [piece for piece in wording.old if piece.changed]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("when", ["1d"]), ("role", "team"), ("track", "papers"), ("kind", "milestone"), ("documents", ["delega"]),
        ("about", ["worker"]), ("losses", ["death"]), ("sources", []), ("text", "Tre parole."),
    ],
)  # fmt: skip
def test_no_change_of_a_step_goes_unsaid(name, words):
    (found,) = compare(SMALL, changed("steps", "call", **{name: words}))
    assert len(found.wordings) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("title", "Altro"),
        ("lead", "Altro"),
        ("zero", {"label": "un altro giorno", "counter": {"before": 10, "after": 20}}),
        ("zero", {"label": "il giorno della prova", "counter": {"before": 10, "after": 21}}),
        ("quiet", None),
        ("losses", SMALL["losses"][:1]),
    ],
)
def test_no_change_of_the_heading_goes_unsaid(name, words):
    assert next(each.kind for each in compare(SMALL, {**SMALL, name: words})) == ""


@given(some.sets(some.sampled_from(CODES)), some.sets(some.sampled_from(CODES)))
def test_every_part_that_is_in_one_version_only_is_told_once(gone, come):
    """Two versions that lack different parts: sources apart, which take their mentions with them."""
    old, new = SMALL, SMALL
    for kind, code in come:
        old = {**old, kind: _less(old, kind, code)}
    for kind, code in gone:
        new = {**new, kind: _less(new, kind, code)}
    told = {(each.change, each.kind, each.title) for each in compare(old, new)}
    titles = {key: _title(*key) for key in CODES}
    removed = {(Change.REMOVED, kind, titles[kind, code]) for kind, code in gone - come}
    added = {(Change.ADDED, kind, titles[kind, code]) for kind, code in come - gone}
    assert told == removed | added


def _less(definition, kind, code):
    parts = [part for part in parts_of(definition, kind) if part["code"] != code]
    return {**definition[kind], "items": parts} if kind == "checks" else parts


def _title(kind, code):
    part = part_of(SMALL, kind, code)
    return part.get("title") or part.get("label") or part["text"]
