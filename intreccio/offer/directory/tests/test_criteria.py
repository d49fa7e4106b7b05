"""Eligibility: yes, no, ask. «Ask» is never dropped."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from intreccio.offer.directory.rules import verdict
from intreccio.offer.directory.rules.criteria import answers
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.tests.worlds import TODAY, brute_force, services, wishes

YES, ASK, NO = True, None, False
NURSERY = Facts(age_from=3, age_to=36)


@given(services(), wishes())
@settings(max_examples=2000, deadline=None)
def test_the_rules_agree_with_an_oracle_that_tries_every_case(service: Facts, wish: Wish) -> None:
    assert verdict(answers(service, wish, TODAY)) == brute_force(service, wish)


@given(wishes())
def test_a_service_of_which_nobody_knows_anything_is_never_dropped(wish: Wish) -> None:
    assert verdict(answers(Facts(), wish, TODAY)) != "no"


@pytest.mark.parametrize(
    ("age", "answer"),
    [
        ((3, 3), YES),
        ((35, 35), YES),
        ((36, 36), NO),
        ((2, 2), NO),
        ((24, 35), YES),
        ((36, 47), NO),
        ((0, 11), ASK),
    ],
)
def test_ages_in_months_and_in_whole_years(age: tuple[int, int], answer: bool | None) -> None:
    assert answers(NURSERY, Wish(ages=age), TODAY) == {"age": answer}


@pytest.mark.parametrize(
    ("service", "wish", "about", "answer"),
    [
        (Facts(), Wish(ages=(36, 47)), "age", ASK),
        (Facts(age_from=0), Wish(ages=(36, 47)), "age", YES),
        (Facts(age_to=24), Wish(ages=(36, 47)), "age", NO),
        (Facts(), Wish(needs=frozenset(["a"])), "need", ASK),
        (Facts(need_codes=frozenset(["b"])), Wish(needs=frozenset(["a"])), "need", NO),
        (
            Facts(residence="only", residence_codes=frozenset(["015024"])),
            Wish(municipality="015189"),
            "residence",
            NO,
        ),
        (Facts(residence="only", residence_codes=frozenset(["015024"])), Wish(), "residence", ASK),
        (Facts(residence="anyone"), Wish(municipality="015189"), "residence", YES),
        (Facts(), Wish(municipality="015189"), "residence", ASK),
        (Facts(isee="none"), Wish(isee=(Decimal(0), Decimal(6000))), "isee", YES),
        (Facts(), Wish(isee=(Decimal(0), Decimal(6000))), "isee", ASK),
        (
            Facts(isee="limit", isee_limit=Decimal(9360)),
            Wish(isee=(Decimal(6000), Decimal(10140))),
            "isee",
            ASK,
        ),
        (Facts(isee="limit", isee_limit=Decimal(9360)), Wish(), "isee", ASK),
        (Facts(weekdays=frozenset([2])), Wish(days=frozenset([6])), "day", NO),
        (Facts(), Wish(days=frozenset([6])), "day", ASK),
        (Facts(), Wish(room=True), "room", ASK),
        (Facts(places_free=0, room_as_of=TODAY), Wish(), "room", NO),
        (Facts(places_free=0, room_as_of=TODAY, waiting="un mese"), Wish(), "room", ASK),
        (Facts(places_free=0, room_as_of=TODAY, waiting="un mese"), Wish(room=True), "room", NO),
        (Facts(places_free=2, room_as_of=TODAY), Wish(room=True), "room", YES),
        (Facts(places_free=2, room_as_of=TODAY - timedelta(days=61)), Wish(room=True), "room", ASK),
        (Facts(status="temporarily_closed"), Wish(), "open", NO),
    ],
)
def test_each_question(service: Facts, wish: Wish, about: str, answer: bool | None) -> None:
    assert answers(service, wish, TODAY)[about] is answer


def test_what_nobody_asked_is_not_answered() -> None:
    assert answers(replace(NURSERY, isee="none", residence="anyone"), Wish(), TODAY) == {}
