import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.ground.kernel.text import digits_of, normalise, words_of


@pytest.mark.parametrize(
    ("written", "comparable"),
    [
        ("D'Amìco  Nicolò", "d amico nicolo"),
        ("ÈVE", "eve"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("San Donà di Piave", "san dona di piave"),
        ("  ", ""),
    ],
)
def test_names_compare_without_accents_and_case(written, comparable):
    assert normalise(written) == comparable


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_words_are_plain(text):
    assert all(word.isascii() and word.isalnum() for word in words_of(text))


def test_a_telephone_is_found_however_it_is_typed():
    assert digits_of("333 010-44.77") == digits_of("3330104477") == "3330104477"
