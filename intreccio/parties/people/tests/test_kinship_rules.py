"""Who may be tied to whom, and what is said of it: tables, and families at random."""

from datetime import date
from uuid import UUID

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules.bonds import why_not_bond
from intreccio.parties.people.rules.couples import pairs_of
from intreccio.parties.people.rules.genogram.family import Manner
from intreccio.parties.people.rules.kinship import Born, Tie, descendants_of, ends_before, why_not_tie
from intreccio.parties.people.rules.relations import Named, sentences, years_of

DAY = date(2026, 6, 1)
NONNA, ELENA, KARIM, NADIA, LEO, SARA, TEA = (UUID(int=number) for number in range(1, 8))
BORN = {
    NONNA: Born(date(1958, 1, 1), sex="F"),
    ELENA: Born(date(1990, 5, 4), sex="F"),
    KARIM: Born(date(1987, 1, 1), sex="M"),
    NADIA: Born(date(2015, 6, 1), sex="F"),
    LEO: Born(date(2023, 6, 1), sex="M"),
}
FAMILY = [
    Tie(NONNA, ELENA, "parent"),
    Tie(ELENA, NADIA, "parent"),
    Tie(KARIM, NADIA, "parent"),
    Tie(ELENA, LEO, "parent"),
    Tie(KARIM, LEO, "parent"),
    Tie(ELENA, KARIM, "married", date(2013, 1, 1), date(2024, 3, 1)),
    Tie(ELENA, KARIM, "separated", date(2024, 3, 1)),
]


def refused(tie, others=FAMILY, births=BORN):
    return why_not_tie(tie, others, births, DAY)


@pytest.mark.parametrize(
    ("tie", "why"),
    [
        (Tie(ELENA, ELENA, "sibling"), "due persone diverse"),
        (Tie(NADIA, NONNA, "adoptive_parent"), "antenato di sé stesso"),
        (Tie(SARA, LEO, "parent"), "ci sono già"),
        (Tie(ELENA, NADIA, "parent"), "È già scritto"),
        (Tie(ELENA, KARIM, "parent"), "come coppia"),
        (Tie(LEO, SARA, "parent", date(2027, 1, 1)), "nel futuro"),
        (Tie(ELENA, SARA, "couple", date(2025, 1, 1), date(2024, 1, 1)), "prima dell'inizio"),
        (Tie(ELENA, KARIM, "cohabiting", date(2014, 1, 1)), "fino a quando"),
        (Tie(ELENA, KARIM, "cohabiting"), "fino a quando"),
        (Tie(NONNA, NADIA, "couple"), "madre o padre e figlia"),
        (Tie(NONNA, ELENA, "sibling"), "madre o padre e figlia"),
        (Tie(LEO, NADIA, "foster_carer"), "nato prima"),
        (Tie(NADIA, LEO, "identical_twin"), "nascono insieme"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(tie, why):
    assert why in str(refused(tie))


@pytest.mark.parametrize(
    "tie",
    [
        Tie(SARA, KARIM, "married", date(2025, 1, 1)),  # a second marriage
        Tie(SARA, NADIA, "adoptive_parent"),  # a third parent, by adoption
        Tie(NONNA, LEO, "kin_carer"),  # her grandmother looks after her
        Tie(ELENA, KARIM, "cohabiting", date(2011, 1, 1), date(2013, 1, 1)),  # before they married
        Tie(SARA, TEA, "parent"),  # of whom no birth is known
        Tie(NADIA, LEO, "sibling"),
    ],
)
def test_what_is_unusual_is_written_as_it_is(tie):
    assert refused(tie) is None


def test_a_parent_by_birth_is_some_years_older_and_who_adopts_only_older():
    births = {SARA: Born(date(2005, 1, 1)), TEA: Born(date(2012, 1, 1))}
    assert "troppo pochi anni" in str(refused(Tie(SARA, TEA, "parent"), [], births))
    assert refused(Tie(SARA, TEA, "foster_carer"), [], births) is None
    guessed = {**births, SARA: Born(date(2005, 1, 1), "estimated")}
    assert refused(Tie(SARA, TEA, "parent"), [], guessed) is None


def test_identical_twins_are_of_one_day_and_one_sex():
    births = {SARA: Born(date(2012, 1, 1), sex="F"), TEA: Born(date(2012, 1, 1), sex="M")}
    assert "stesso sesso" in str(refused(Tie(SARA, TEA, "identical_twin"), [], births))
    assert refused(Tie(SARA, TEA, "identical_twin"), [], {SARA: births[SARA]}) is None


PERSONS = st.sampled_from([UUID(int=number) for number in range(1, 9)])
WRITTEN = st.lists(st.tuples(PERSONS, PERSONS, st.sampled_from(["parent", "adoptive_parent"])), max_size=30)


@given(WRITTEN)
def test_nobody_is_ever_their_own_ancestor_nor_has_three_parents_by_birth(asked):
    kept = []
    for one, other, kind in asked:
        tie = Tie(one, other, kind)
        if why_not_tie(tie, kept, {}, DAY) is None:
            kept.append(tie)
    for number in range(1, 9):
        person = UUID(int=number)
        assert person not in descendants_of(person, kept)
        assert sum(tie.other == person and tie.kind == "parent" for tie in kept) <= 2


SPANS = st.tuples(
    st.sampled_from(["married", "cohabiting", "separated", "divorced"]),
    st.one_of(st.none(), st.dates(date(2000, 1, 1), DAY)),
    st.one_of(st.none(), st.dates(date(2000, 1, 1), DAY)),
)


@given(st.lists(SPANS, max_size=8), st.dates(date(1999, 1, 1), DAY))
def test_of_a_couple_one_thing_is_true_on_a_day(spans, day):
    kept = []
    for kind, since, until in spans:
        tie = Tie(ELENA, KARIM, kind, since, until)
        if why_not_tie(tie, kept, {}, DAY) is None:
            kept.append(tie)
    assert sum(tie.holds(day) for tie in kept) <= 1


def test_a_new_row_of_a_couple_follows_the_open_one():
    married = Tie(ELENA, KARIM, "married", date(2013, 1, 1))
    assert ends_before(Tie(KARIM, ELENA, "separated", date(2024, 1, 1)), [married]) == married
    assert ends_before(Tie(KARIM, ELENA, "separated"), [married]) is None
    assert ends_before(Tie(SARA, KARIM, "couple", date(2024, 1, 1)), [married]) is None


NAMED = {
    NONNA: Named("Luisa", "F", date(1958, 1, 1)),
    ELENA: Named("Elena", "F", date(1990, 5, 4)),
    KARIM: Named("Karim", "M", date(1987, 1, 1)),
    NADIA: Named("Nadia", "F", date(2015, 6, 1)),
    LEO: Named("Leo", "M", date(2023, 6, 1)),
    SARA: Named("Sara", "F"),
    TEA: Named("Tea", "F", date(2025, 6, 1)),
}


def test_the_drawing_is_said_in_words():
    assert sentences(NAMED, FAMILY, DAY) == [
        "Karim ed Elena sono separati, dal 2024",
        "Karim ed Elena erano sposati, dal 2013 al 2024",
        "Luisa è la madre di Elena",
        "Elena è la madre di Nadia e Leo",
        "Karim è il padre di Nadia e Leo",
        "Luisa è la nonna di Nadia e Leo",
        "Nadia e Leo sono sorella e fratello",
    ]


def test_before_they_parted_they_were_married():
    said = sentences(NAMED, FAMILY, date(2020, 1, 1))
    assert said[0] == "Karim ed Elena sono sposati, dal 2013"
    assert not any("separati" in each for each in said)


def test_who_has_one_parent_in_common_and_who_lives_beside_a_parent():
    ties = [
        *FAMILY,
        Tie(KARIM, TEA, "parent"),
        Tie(SARA, TEA, "parent"),
        Tie(SARA, KARIM, "cohabiting", date(2024, 6, 1)),
    ]
    said = sentences(NAMED, ties, DAY)
    assert "Nadia, Leo e Tea hanno in comune il padre, Karim" in said
    assert "Sara fa coppia con il padre di Nadia e Leo" in said


def test_twins_two_mothers_and_somebody_unknown():
    named = {**NAMED, LEO: Named("una persona"), TEA: Named("Tea", "F", date(2015, 6, 1))}
    ties = [
        Tie(ELENA, SARA, "civil_union"),
        *(Tie(mother, child, "parent") for mother in (ELENA, SARA) for child in (NADIA, TEA)),
        Tie(NADIA, TEA, "identical_twin"),
        Tie(LEO, NADIA, "foster_carer"),
    ]
    said = sentences(named, ties, DAY)
    assert "Elena e Sara sono unite civilmente" in said
    assert "Nadia e Tea sono sorelle" in said
    assert "Nadia e Tea sono gemelle identiche" in said
    assert "Una persona accoglie in affido Nadia" in said


def test_it_is_said_in_english_too():
    with translation.override("en"):
        said = sentences(NAMED, FAMILY, DAY)
    assert "Elena is the mother of Nadia and Leo" in said
    assert "Luisa is the grandmother of Nadia and Leo" in said


@pytest.mark.parametrize(
    ("rows", "day", "drawn"),
    [
        (FAMILY, DAY, (Manner.SOLID, 1, "2013–2024")),
        (FAMILY, date(2020, 1, 1), (Manner.SOLID, 0, "dal 2013")),
        ([Tie(ELENA, KARIM, "cohabiting", date(2013, 1, 1))], DAY, (Manner.DASHED, 0, "dal 2013")),
        ([Tie(ELENA, KARIM, "couple", None, date(2020, 1, 1))], DAY, (Manner.DASHED, 1, "")),
        ([Tie(ELENA, KARIM, "divorced")], DAY, (Manner.SOLID, 2, "")),
    ],
)
def test_how_a_couple_is_drawn_on_a_day(rows, day, drawn):
    (pair,) = pairs_of(rows, day)
    assert (pair.manner, pair.cuts, pair.years) == drawn


def test_a_couple_that_had_not_begun_is_not_drawn_and_a_death_cuts_nothing():
    married = [Tie(ELENA, KARIM, "married", date(2013, 1, 1), date(2021, 1, 1))]
    assert pairs_of(married, date(2012, 1, 1)) == []
    (pair,) = pairs_of(married, DAY, gone=frozenset({KARIM}))
    assert pair.cuts == 0


def test_years_and_days():
    assert years_of(Tie(ELENA, KARIM, "couple", None, date(2020, 1, 1)), DAY) == "fino al 2020"
    assert years_of(Tie(ELENA, KARIM, "couple"), DAY) == ""
    assert why_not_bond(since=None, until=None, today=DAY) is None
    assert why_not_bond(since=date(2027, 1, 1), until=None, today=DAY)
    assert why_not_bond(since=date(2026, 1, 1), until=date(2025, 1, 1), today=DAY)
