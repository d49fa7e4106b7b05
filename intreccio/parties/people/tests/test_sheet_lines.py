"""A row of a spreadsheet, read as a person."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules.codice_fiscale import made_of
from intreccio.parties.people.rules.importing import (
    GRAVE,
    REASONS,
    as_families,
    doubles_of,
    families_of,
    first_said,
    line_of,
    notes_of,
    of_known_families,
)
from intreccio.parties.people.rules.sheet_columns import COLUMNS
from intreccio.parties.people.tests.sheets import KNOWN, PLACES


def line(number=2, **said):
    cells = [""] * len(COLUMNS)
    for code, text in said.items():
        cells[PLACES[code]] = text
    return line_of(number, cells, PLACES, KNOWN)


def test_a_whole_row_is_read():
    read = line(
        key="12/B", given="Ada", family="Riva", role="Madre", birth="4/3/1988", sex="femmina", place="ROZZANO",
        language="francese", citizenship="Senegal", since="15/01/2024", phone="333", email="a@b.it", note="x",
    )  # fmt: skip
    assert (read.key, read.role, read.birth, read.precision, read.sex) == (
        "12 b",
        "parent",
        date(1988, 3, 4),
        "exact",
        "F",
    )
    assert (read.place, read.language, read.citizenship, read.since) == (
        "015189",
        "fr",
        "SN",
        date(2024, 1, 15),
    )
    assert (read.wrong, read.is_good) == ([], True)


@pytest.mark.parametrize(
    ("said", "wrong", "good"),
    [
        ({}, ("given", "nobody"), False),
        ({"given": "Leo", "birth": "31/02/2019"}, ("birth", "unread_day"), False),
        ({"given": "Leo", "birth": "1/1/2099"}, ("birth", "not_born"), False),
        ({"given": "L" * 81}, ("given", "long"), False),
        ({"given": "Leo", "since": "boh"}, ("since", "unread_day"), False),
        ({"given": "Leo", "since": "1/1/2099"}, ("since", "later_day"), True),
        ({"given": "Leo", "code": "RSSMRA80A01H501X"}, ("code", "code_form"), True),
        ({"given": "Leo", "family": "Riva", "code": "RSSMRA80A01H501U"}, ("code", "code_other"), True),
        ({"given": "Leo", "role": "bisnonno"}, ("role", "role"), True),
        ({"given": "Leo", "sex": "boh"}, ("sex", "sex"), True),
        ({"given": "Leo", "place": "Paperopoli"}, ("place", "place"), True),
        ({"given": "Leo", "language": "klingon"}, ("language", "language"), True),
        ({"given": "Leo", "note": "x" * 201}, ("note", "cut"), True),
        ({"given": "Leo"}, ("family", "half"), True),
        ({"given": "Leo", "role": "nonno", "birth": "1/1/24"}, ("birth", "young"), True),
        ({"given": "Leo", "citizenship": "Atlantide"}, ("citizenship", "citizenship"), True),
    ],
)
def test_what_is_not_as_it_should_be_is_said_and_only_grave_things_keep_a_row_out(said, wrong, good):
    read = line(**said)
    assert wrong in read.wrong
    assert read.is_good is good


def test_a_wrong_code_is_not_lost():
    assert line(given="Leo", code="rss mra 80a01 h501x").code == "RSSMRA80A01H501X"


def test_a_right_code_says_the_sex_that_the_sheet_does_not():
    code = made_of("Riva", "Marta", date(1988, 3, 4), "F", "F205")
    assert line(given="Marta", family="Riva", birth="4/3/1988", code=code).sex == "F"


def test_a_year_alone_is_a_year():
    read = line(given="Ugo", birth="1938")
    assert (read.birth, read.precision) == (date(1938, 1, 1), "year")


def test_who_is_said_again_is_found_by_code_or_by_name_and_birth():
    code = made_of("Riva", "Marta", date(1988, 3, 4), "F", "F205")
    rows = [
        line(2, given="Marta", family="Riva", birth="4/3/1988"),
        line(3, given="Marta", code=code),
        line(4, given="Riva", family="MARTA", birth="1988-03-04"),
        line(5, given="Marta", family="Riva", birth="1988"),
        line(6, given="M.", family="R.", code=code),
        line(7, given="Marta", family="Riva"),
        line(8, given="Marta", family="Riva"),
    ]
    assert doubles_of(rows) == {4: 2, 6: 3}


def test_whose_row_is_filled_down_twice_is_one_person_of_the_family():
    rows = [
        line(2, key="1", given="Marta", family="Riva", birth="4/3/1988"),
        line(3, key="1", given="Marta", family="Riva"),
        line(4, key="1", given="Marta", family="Riva", birth="2/2/2019"),
        line(5, key="1", given="Leo"),
        line(6, key="1", given="Leo"),
    ]
    assert doubles_of(rows) == {3: 2}


def test_rows_of_a_family_stay_together_wherever_they_stand():
    rows = [
        line(2, key="1", given="A"),
        line(3, key="2", given="B"),
        line(4, key=" 1 ", given="C", family="Riva"),
        line(5, given="D"),
        line(6, given="E"),
    ]
    families = families_of(rows)
    assert [[each.number for each in family] for family in families] == [[2, 4], [3], [5], [6]]
    assert first_said(families[0], "family") == "Riva"


@given(st.dictionaries(st.sampled_from([column.code for column in COLUMNS]), st.text(max_size=120)))
def test_whatever_is_written_is_read_or_said(said):
    read = line(**said)
    assert {reason for _field, reason in read.wrong} <= set(REASONS)
    assert read.is_good or {reason for _field, reason in read.wrong} & GRAVE
    assert len(read.code) <= 20
    assert len(read.given) <= 80


def test_the_rest_of_a_known_family_stays_with_it():
    home = UUID(int=1)
    mother, child = line(2, key="1", given="Ada"), line(3, key="1", given="Leo")
    other, alone = line(4, key="2", given="Bea"), line(5, given="Ivo")
    assert of_known_families([mother, child, other, alone], {2: home}) == {3: home}


@pytest.mark.parametrize(
    ("said", "reason", "kept"),
    [
        ({"role": "madre tutrice provvisoria"}, "more_said", "madre tutrice provvisoria"),
        ({"role": "bisnonno"}, "role", "bisnonno"),
        ({"language": "francese e wolof"}, "more_said", "francese e wolof"),
        ({"comment": "chiede sempre di lei"}, "comment", "chiede sempre di lei"),
        ({"sex": "non binaria"}, "sex", "non binaria"),
        ({"place": "Paperopoli"}, "place", "Paperopoli"),
        ({"citizenship": "Italia e Marocco"}, "citizenship", "Italia e Marocco"),
        ({"citizenship": "Україна"}, "citizenship", "Україна"),
        ({"since": "1/1/2099"}, "later_day", "1/1/2099"),
    ],
)
def test_what_a_field_cannot_hold_goes_into_the_note(said, reason, kept):
    (read,) = as_families([line(given="Ada", note="chiamare la sera", **said)])
    assert (next(iter(said)), reason) in read.wrong
    assert read.note == f"chiamare la sera · {kept}"
    assert read.is_good


def test_a_father_at_another_address_is_not_written_at_the_mothers_without_a_word():
    mother = line(2, key="1", given="Ada", family="Riva", address="Via Roma 1", household="Famiglia Riva")
    same = line(3, key="1", given="Leo", family="Riva", address="via roma 1")
    father = line(
        4,
        key="1",
        given="Ugo",
        family="Neri",
        address="Via delle Querce 99",
        place="Rozzano",
        household="Casa del padre",
    )
    as_families([mother, same, father])
    assert (mother.note, same.note) == ("", "")
    assert father.wrong == [("address", "other_home"), ("household", "other_name")]
    assert father.note == "Via delle Querce 99 Rozzano · Casa del padre"


@given(
    st.sampled_from(["role", "sex", "place", "language", "citizenship"]),
    st.text("aàbяé- 1", min_size=1, max_size=30),
)
def test_of_a_cell_nothing_goes_without_a_word(code, text):
    (read,) = as_families([line(given="Ada", family="Riva", **{code: text})])
    understood = code == "sex" and not read.wrong
    assert read.note == text.strip() or understood or not any(map(str.isalnum, text))


@pytest.mark.parametrize("born", ["04/03/1988", "1988"])
def test_a_child_does_not_get_its_mothers_birth_from_a_merged_cell(born):
    mother = line(2, key="1", given="Ada", family="Riva", role="madre", birth=born)
    child = line(3, key="1", given="Leo", family="Riva", role="figlio", birth=born)
    elsewhere = line(4, key="2", given="Ivo", family="Riva", role="figlio", birth=born)
    as_families([mother, child, elsewhere])
    assert mother.birth is not None
    assert mother.wrong == []
    assert child.birth is None
    assert child.wrong == [("birth", "born_as_another")]
    assert child.is_good
    assert elsewhere.birth is not None


def test_a_mother_does_not_get_her_childs_birth_either():
    child = line(2, key="1", given="Leo", family="Riva", role="figlio", birth="04/03/2019")
    mother = line(3, key="1", given="Ada", family="Riva", role="madre", birth="04/03/2019")
    as_families([child, mother])
    assert child.birth is not None
    assert (mother.birth, mother.wrong) == (None, [("birth", "born_as_another")])


def test_twins_keep_their_birth_and_of_others_born_on_one_day_one_is_told():
    one, other = (
        line(n, key="1", given="x", family="Riva", role="figlio", birth="04/03/2019") for n in (2, 3)
    )
    as_families([one, other])
    assert (other.birth, other.wrong) == (date(2019, 3, 4), [])
    mother, father = (
        line(n, key="2", given="x", family="Riva", role=role, birth="04/03/1988")
        for n, role in ((4, "madre"), (5, "padre"))
    )
    as_families([mother, father])
    assert (father.birth, father.wrong) == (date(1988, 3, 4), [("birth", "same_birth")])
    nobody, knows = (line(n, key="3", given="x", family="Riva", birth="04/03/1988") for n in (6, 7))
    as_families([nobody, knows])
    assert knows.wrong == [("birth", "same_birth")]


def family(*roles, birth="04/03/1958", codes=()):
    """One birth merged over all of them."""
    code_of = dict(codes)
    return as_families([
        line(n, key="1", given=f"G{n}", family="Riva", role=role, birth=birth, code=code_of.get(role, ""))
        for n, role in enumerate(roles, 2)
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("roles", "born"),
    [
        (("zia", "madre", "figlio"), "zia madre"),
        (("amica", "madre", "figlio"), "amica madre"),
        (("", "figlio", "madre"), " figlio"),
        (("nonna", "madre", "figlio"), "nonna"),
        (("nonna", "madre"), "nonna"),
        (("madre", "nonna", "padre"), "madre padre"),
        (("figlio", "madre", "figlia", "nonno"), "figlio figlia"),
    ],
)
@pytest.mark.parametrize("birth", ["04/03/1958", "1958"])
def test_a_birth_merged_over_several_rows_is_of_one_generation_alone(roles, born, birth):
    read = dict(zip(roles, family(*roles, birth=birth), strict=True))
    assert " ".join(role for role, each in read.items() if each.birth) == born
    for role, each in read.items():
        assert each.birth or ("birth", "born_as_another") in each.wrong, role
        assert each.birth or each.precision == "exact", "of no birth nothing is said"


@pytest.mark.parametrize("birth", ["04/03/1958", "1958"])
@pytest.mark.parametrize("roles", [("zia", "madre"), ("figlio", "amica"), ("", "")])
def test_where_a_generation_is_not_known_a_birth_said_twice_is_told(roles, birth):
    first, second = family(*roles, birth=birth)
    assert first.birth == second.birth is not None
    assert ("birth", "same_birth") not in first.wrong
    assert ("birth", "same_birth") in second.wrong


@pytest.mark.parametrize("roles", [("madre", "padre"), ("nonno", "nonna"), ("figlia", "figlio")])
def test_of_one_generation_two_may_be_of_one_year(roles):
    first, second = family(*roles, birth="1958")
    assert first.birth == second.birth is not None
    assert second.wrong == []


@pytest.mark.parametrize("birth", ["04/03/1988", "1988"])
def test_whoever_has_a_code_that_proves_the_birth_keeps_it(birth):
    child = line(2, key="1", given="Leo", family="Riva", role="figlio", birth=birth)
    nobody = line(3, key="1", given="Pia", family="Riva", role="nonna", birth=birth, code="RVIMRT88C44F205Z")
    mother = line(
        4, key="1", given="Marta", family="Riva", role="madre", birth=birth, code="RVIMRT88C44F205Z"
    )
    as_families([child, nobody, mother])
    assert (mother.birth is not None, mother.wrong) == (True, [])
    assert (child.birth, child.wrong) == (None, [("birth", "born_as_another")])
    assert nobody.birth is None, "a code of somebody else proves nothing of her"


def test_two_whose_codes_prove_one_birth_keep_it_and_it_is_told():
    child = line(2, key="1", given="Leo", family="Riva", role="figlio", birth="04/03/1988",
                 code=made_of("Riva", "Leo", date(1988, 3, 4), "M", "F205"))  # fmt: skip
    mother = line(
        3, key="1", given="Marta", family="Riva", role="madre", birth="04/03/1988", code="RVIMRT88C44F205Z"
    )
    as_families([child, mother])
    assert child.birth == mother.birth == date(1988, 3, 4)
    assert mother.wrong == [("birth", "same_birth")]


def test_a_town_that_is_not_the_familys_is_not_lost():
    mother = line(2, key="1", given="Ada", address="Via Roma 1", place="Rozzano")
    father = line(3, key="1", given="Ugo", place="Opera")
    child = line(4, key="1", given="Leo", address="via roma 1", place="rozzano")
    lost = line(5, key="1", given="Bea", address="Via Po 3", place="Paperopoli")
    as_families([mother, father, child, lost])
    assert ("place", "other_place") in father.wrong
    assert (mother.note, father.note, child.note) == ("", "Opera", "")
    assert lost.note == "Paperopoli · Via Po 3", "each word once"


def test_who_lives_elsewhere_does_not_say_the_familys_town():
    mother = line(2, key="1", given="Ada", address="Via Roma 1")
    father = line(3, key="1", given="Ugo", address="Via Po 3", place="Opera")
    assert first_said(as_families([mother, father]), "place") == ""
    assert father.note == "Via Po 3 Opera"


def test_addresses_in_another_alphabet_are_not_all_the_same():
    first, other = (
        line(2, key="1", given="Ада", address="Київ"),
        line(3, key="1", given="Уго", address="Львів"),
    )
    as_families([first, other])
    assert other.note == "Львів"


def test_words_that_do_not_fit_keep_the_row_out():
    (read,) = as_families([line(given="Ada", note="x" * 195, role="madre tutrice provvisoria")])
    assert ("note", "no_room") in read.wrong
    assert not read.is_good


def test_a_code_with_something_behind_it_keeps_the_row_out_and_is_never_cut():
    read = line(given="Ada", code="RSSMRA80A01H501U / provvisorio 99887766554")
    assert ("code", "long") in read.wrong
    assert not read.is_good


def test_the_number_of_a_family_in_the_list_goes_into_one_note():
    first, second = line(2, key="12/B", given="Ada", note="lavora"), line(3, key="12/B", given="Leo")
    assert notes_of([first, second]) == ["lavora · nell'elenco: 12/B", ""]
    assert notes_of([line(2, key="12/B", given="Ada", note="n" * 195), second]) == [
        "n" * 195,
        "nell'elenco: 12/B",
    ]
    assert notes_of([line(2, given="Ada")]) == [""], "without a number nothing is said"
