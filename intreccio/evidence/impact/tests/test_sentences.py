"""Three sentences, chosen from the numbers: none is ever invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.evidence.impact.queries.telling import WORDS, in_words
from intreccio.evidence.impact.rules.sentences import Known, Sentence, sentences

FULL = Known(
    asked=[("Cibo", 386, 361), ("Lavoro", 247, 131), ("Casa", 20, None)],
    asked_in_all=1964,
    waits=[("gennaio", 9.0), ("ottobre", 4.0)],
    wait=6.0,
    changed=[("Casa", 0.5, True), ("Rete", -0.1, False)],
    helped=7,
    taken=214,
)


def test_the_first_three_that_are_true():
    assert [each.code for each in sentences(FULL)] == ["least_answered", "sooner", "better"]
    assert sentences(FULL)[0].said == {"need": "Lavoro", "asked": 247, "yes": 131}


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        (Known(), []),
        (Known(waits=[("gennaio", 4.0), ("ottobre", 9.0)], wait=5.0), ["later"]),
        (Known(waits=[("gennaio", 4.0)], wait=4.0), ["wait"]),
        (Known(waits=[("gennaio", 4.0), ("ottobre", 4.0)], wait=4.0), ["wait"]),
        (Known(changed=[("Casa", 3.0, False)]), ["unmoved"]),
        (Known(changed=[("Casa", -3.0, True), ("Rete", 1.0, True)]), ["worse"]),
        (Known(asked=[("Cibo", 10, None)], asked_in_all=20), ["most_asked"]),
        # What may not be told could be more than ten.
        (Known(asked=[("Cibo", 10, None)], asked_in_all=30), ["most_asked_of_told"]),
        (Known(asked=[("Cibo", 10, 5), ("Casa", 8, 4)], asked_in_all=18), ["most_asked"]),
        # Every one found an answer: there is nothing that misses more than another.
        (Known(asked=[("Cibo", 10, 10), ("Casa", 5, 6)], asked_in_all=15), ["most_asked"]),
        (Known(helped=0, taken=9), ["helped", "taken"]),
    ],
)
def test_what_cannot_be_told_is_not_said(known, codes):
    assert [each.code for each in sentences(known)] == codes


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 50), st.none() | st.integers(0, 50))),
    st.lists(st.tuples(st.just("gennaio"), st.floats(0, 30)), max_size=4),
)
def test_every_number_said_is_one_that_is_known(asked, waits):
    known = Known(asked=asked, asked_in_all=sum(each[1] for each in asked) + 7, waits=waits, wait=3.0)
    there = {3.0, known.asked_in_all, *(n for _, *two in asked for n in two), *(days for _, days in waits)}
    for sentence in sentences(known):
        assert {value for value in sentence.said.values() if not isinstance(value, str)} <= there


@pytest.mark.parametrize("code", sorted(WORDS))
def test_each_has_words_for_all_that_it_says(code):
    names = set(re.findall(r"%\((\w+)\)s", "".join(map(str, WORDS[code]))))
    bold, rest = in_words(Sentence(code, dict.fromkeys(names, 4.5)))
    assert "%" not in bold + rest
    assert not names or "4,5" in bold + rest
