"""Questions by age, what is owed of whom before closing, what a listening can say: tables, no database."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.assessments.queries.questions import IN_GENERAL, all_questions, questions_of
from intreccio.families.assessments.rules.closing import ChildHere, Voiced, still_missing
from intreccio.families.assessments.rules.listening import (
    band_for,
    owed,
    why_not_agree,
    why_not_answers,
    why_not_draw,
    why_not_go_on,
    why_not_listener,
)
from intreccio.families.assessments.vocabulary import Band, Face
from intreccio.workshop.instruments.actions.library import definitions

VOICES = [Voiced("Elena, la mamma", "mother", True), Voiced("l'équipe", "team", True)]
# Guilt, comparison between parents, an answer put into a mouth.
NEVER_ASKED = re.compile(
    r"colpa|perché non|mamma|papà|genitor|preferisci|di più|vero\?|giusto\?|non è che|segret|bugi|litig|pauroso",
    re.I,
)


@pytest.mark.parametrize(
    ("years", "band"),
    [(0, None), (2, None), (3, "3-5"), (5, "3-5"), (6, "6-10"), (10, "6-10"), (11, "11-13"), (13, "11-13"), (14, "14-17"),
     (17, "14-17")],
)  # fmt: skip
def test_each_age_has_its_questions(years, band):
    assert band_for(years) == band


def test_every_band_has_a_few_questions_each_with_a_hint_for_who_asks():
    assert list(all_questions()) == list(Band.values)
    for band in all_questions().values():
        assert 4 <= len(band.questions) <= 6
        assert len(band.before) == 3, "who reads, that one may not answer, what cannot be kept"
        assert band.how
        assert all(each.hint and each.text.endswith("?") for each in band.questions)
    smallest = questions_of("3-5")
    assert smallest
    assert all(each.play and each.picture for each in smallest.questions)


def test_no_question_leads_blames_or_asks_to_choose_between_parents():
    for band in all_questions().values():
        for question in band.questions:
            assert not NEVER_ASKED.search(question.text), question.text
            assert len(question.text) <= 90, "short enough to be said"


def test_what_cannot_be_kept_is_said_beforehand_in_every_band():
    for band in all_questions().values():
        assert re.search(r"fa male|pericolo", " ".join(band.before))
        assert re.search(r"lo scrivo|lo racconto", " ".join(band.before)), "who will read it"


def test_codes_are_told_apart_and_themes_are_those_of_the_adults():
    definition = next(said for path, said in definitions() if path.stem == "che-cosa-c-e-1")
    known = {section["code"] for section in definition["sections"]} | {IN_GENERAL}
    asked = [each for band in all_questions().values() for each in band.questions]
    assert len({each.code for each in asked}) == len(asked)
    assert {each.theme for each in asked} == known
    for band in all_questions().values():
        assert {each.theme for each in band.questions} == known, "each age speaks of every theme"


def test_faces_are_three_words_and_no_numbers():
    assert [each.label for each in Face] == ["bene", "così così", "non va"]
    assert not any(each.value.isdigit() for each in Face)


@pytest.mark.parametrize(
    ("years", "owed_from", "is_owed"),
    [
        (11, 12, False),
        (12, 12, True),
        (17, 12, True),
        (5, 6, False),
        (6, 6, True),
        (0, 0, True),
        (3, 18, False),
    ],
)
def test_from_the_age_of_the_parameter_a_voice_is_owed(years, owed_from, is_owed):
    assert owed(years, owed_from=owed_from) is is_owed


@pytest.mark.parametrize(
    ("is_owed", "is_heard", "parts"),
    [(True, True, []), (True, False, ["un disegno di Nadia"]), (False, False, []), (False, True, [])],
)
def test_who_is_owed_and_was_not_heard_is_missing(is_owed, is_heard, parts):
    missing = [str(said) for said in still_missing(VOICES, [ChildHere("Nadia (11)", is_heard, is_owed)])]
    assert len(missing) == len(parts)
    assert all(part in said for part, said in zip(parts, missing, strict=True))


@given(st.lists(st.tuples(st.integers(0, 17), st.booleans()), max_size=6), st.integers(0, 18))
def test_a_lower_age_never_asks_less(children, owed_from):
    def missing(first):
        here = [ChildHere(str(age), heard, owed(age, owed_from=first)) for age, heard in children]
        return {str(said) for said in still_missing(VOICES, here)}

    assert missing(owed_from) <= missing(max(owed_from - 1, 0))


def test_an_answer_is_to_a_question_that_was_asked_and_is_kept_whole():
    assert why_not_answers({"a": "Il mare."}, ["a", "b"]) is None
    assert why_not_answers({}, []) is None
    assert "altra età" in str(why_not_answers({"c": "Il mare."}, ["a", "b"]))
    assert "mille" in str(why_not_answers({"a": "x" * 1001}, ["a"]))


def test_the_other_noes_have_their_words():
    assert why_not_listener(is_of_the_team=True) is None
    assert "équipe" in str(why_not_listener(is_of_the_team=False))
    assert why_not_go_on(is_voided=False) is None
    assert "annullato" in str(why_not_go_on(is_voided=True))
    assert why_not_draw(is_picture=True) is None
    assert "immagine" in str(why_not_draw(is_picture=False))
    assert why_not_agree(is_near=True) is None
    assert "riferimento" in str(why_not_agree(is_near=False))
