"""The fiscal code: forms, slips, and what it says about a person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules import codice_fiscale as cf
from intreccio.parties.people.rules.codice_fiscale import CodeKind

ROSSI = "RSSMRA80A01H501U"

BIRTHS = st.dates(date(1920, 1, 1), date(2019, 12, 31))
WORDS = st.text("abcdefghilmnopqrstuvz àèìòù'", min_size=1, max_size=14)
PLACES = st.from_regex(r"[A-MZ][0-9]{3}", fullmatch=True)
CODES = st.builds(cf.made_of, WORDS, WORDS, BIRTHS, st.sampled_from("MF"), PLACES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ROSSI, CodeKind.ORDINARY),
        ("rss mra 80a01 h501u", CodeKind.ORDINARY),
        ("RSSMRA80A01H50MM", CodeKind.ORDINARY),
        ("RSSMRA80A01H501T", CodeKind.NONE),
        ("RSSMRA80A01H5O1U", CodeKind.NONE),
        ("12345678903", CodeKind.PROVISIONAL),
        ("12345678904", CodeKind.NONE),
        ("00000000000", CodeKind.NONE),
        ("STP0301230000012", CodeKind.STP),
        ("eni 030 123 0000012", CodeKind.ENI),
        ("STP030123000001", CodeKind.NONE),
        ("", CodeKind.NONE),
        ("neonata, non ancora", CodeKind.NONE),
    ],
)
def test_every_real_form_is_recognised(text: str, kind: CodeKind) -> None:
    assert cf.kind_of(text) is kind


def test_the_check_letter_of_mario_rossi_is_u() -> None:
    assert cf.check_letter("RSSMRA80A01H501") == "U"
    assert cf.made_of("Rossi", "Mario", date(1980, 1, 1), "M", "H501") == ROSSI


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Rossi", "RSS"),
        ("Fo", "FOX"),
        ("De Luca", "DLC"),
        ("D'Amìco", "DMC"),
        ("Aiello", "LLA"),
        ("O", "OXX"),
        ("Müller", "MLL"),
    ],
)
def test_a_surname_gives_consonants_then_vowels_then_x(words: str, letters: str) -> None:
    assert cf.surname_letters(words) == letters


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Mario", "MRA"),
        ("Gianfranco", "GFR"),
        ("Francesca", "FNC"),
        ("Marco", "MRC"),
        ("Ada", "DAA"),
        ("Io", "IOX"),
        ("Maria Teresa", "MTR"),
        ("Nicolò", "NCL"),
    ],
)
def test_a_name_of_four_consonants_leaves_out_the_second(words: str, letters: str) -> None:
    assert cf.name_letters(words) == letters


@pytest.mark.parametrize("place", range(12))
def test_months_have_their_letters(place: int) -> None:
    said = cf.decode(cf.made_of("Bianchi", "Anna", date(1975, place + 1, 28), "F", "F205"))
    assert said is not None
    assert (said.month, said.day, said.sex) == (place + 1, 28, "F")


def test_who_was_born_abroad_carries_a_z() -> None:
    said = cf.decode(cf.made_of("Haddad", "Samira", date(1990, 5, 12), "F", "Z330"))
    assert said is not None
    assert said.birthplace == "Z330"


def test_nothing_speaks_against_a_right_code() -> None:
    assert not cf.evidence(
        ROSSI, surname="Rossi", name="Mario", birth_date=date(1980, 1, 1), sex="M", birthplace="H501"
    )


def test_a_newborn_without_a_code_has_nothing_to_explain() -> None:
    assert cf.evidence("", surname="Rossi", name="Mia", birth_date=date(2026, 1, 1)) == []


def test_what_is_not_known_is_not_compared() -> None:
    assert cf.evidence(ROSSI, surname="Rossi") == []


def test_codes_that_say_nothing_of_a_person_are_not_compared() -> None:
    for code in ("12345678903", "STP0301230000012"):
        assert cf.evidence(code, surname="Qualunque", birth_date=date(1999, 9, 9)) == []


def test_every_discrepancy_is_told_in_words() -> None:
    told = cf.evidence(
        ROSSI, surname="Verdi", name="Gianfranco", birth_date=date(1981, 1, 2), sex="F", birthplace="F205"
    )
    assert len(told) == 5
    assert "VRD" in told[0]
    assert "GFR" in told[1]
    assert "02/01/1981" in told[2]
    assert "una donna" in told[3]
    assert told[4] == "Il codice dice nascita in Roma (H501), qui è Milano (F205)."


def test_kinds_are_those_that_a_person_can_carry() -> None:
    from intreccio.parties.people.vocabulary import IdentifierKind

    assert set(CodeKind) - {CodeKind.NONE} == set(IdentifierKind.values)


def test_a_country_has_its_name_and_a_place_nobody_knows_is_said_so() -> None:
    assert cf.place_name("Z330") == "Marocco (Z330)"
    assert cf.place_name("X999") == "un luogo sconosciuto (X999)"


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("RSSMRA80A01H501T", "lettera di controllo"),
        ("12345678904", "cifra di controllo"),
        ("RSSMRA80A01H501", "15"),
        ("RSSMRA80A01H5O1U", "forma"),
    ],
)
def test_a_wrong_code_says_what_to_look_at(code: str, word: str) -> None:
    (told,) = cf.evidence(code, surname="Rossi")
    assert word in told


def test_a_date_that_does_not_exist_is_no_code() -> None:
    first = "RSSMRA81B30H501"
    code = first + cf.check_letter(first)
    assert cf.kind_of(code) is CodeKind.NONE
    assert "data" in cf.evidence(code)[0]


def test_the_29th_of_february_exists() -> None:
    assert cf.kind_of(cf.made_of("Rossi", "Mario", date(2000, 2, 29), "M", "H501")) is CodeKind.ORDINARY


@given(code=CODES, letters=st.integers(1, 7))
def test_an_omocodia_variant_says_the_same_person(code: str, letters: int) -> None:
    variant = cf.with_omocodia(code, letters=letters)
    plain, said = cf.decode(code), cf.decode(variant)
    assert plain is not None
    assert said is not None
    assert variant != code
    assert said.is_omocodia
    assert not plain.is_omocodia
    assert (said.year, said.month, said.day, said.sex, said.birthplace) == (
        plain.year,
        plain.month,
        plain.day,
        plain.sex,
        plain.birthplace,
    )
    assert cf.without_omocodia(variant) == code


@given(code=CODES, place=st.integers(0, 15), other=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
def test_one_wrong_character_is_always_caught(code: str, place: int, other: str) -> None:
    if code[place] != other:
        assert cf.kind_of(code[:place] + other + code[place + 1 :]) is CodeKind.NONE


@given(WORDS, WORDS, BIRTHS, st.sampled_from("MF"))
def test_a_code_made_of_somebodys_data_agrees_with_them(
    surname: str, name: str, birth: date, sex: str
) -> None:
    code = cf.made_of(surname, name, birth, sex, "F205")
    assert cf.evidence(code, surname=surname, name=name, birth_date=birth, sex=sex, birthplace="F205") == []


@pytest.mark.parametrize(
    ("surname", "name", "birth", "sex", "place"),
    [
        ("D'Alessandro", "Maria Chiara", "1984-11-03", "F", "F205"),
        ("Yu", "Li", "1999-02-28", "F", "Z210"),
        ("Østergård", "Bjørn", "1970-07-31", "M", "H501"),
        ("Ng", "Eo", "2001-12-09", "M", "L219"),
    ],
)
def test_a_library_written_by_others_makes_the_same_letters(
    surname: str, name: str, birth: str, sex: str, place: str
) -> None:
    from codicefiscale import codicefiscale as other

    born = date.fromisoformat(birth)
    made = cf.made_of(surname, name, born, sex, place)
    assert made[:3] == other.encode_lastname(surname)
    assert made[3:6] == other.encode_firstname(name)
    assert made[15] == other.encode_cin(made[:15])
    assert other.is_valid(made)
