"""Two hands write what happens to the same family at once: one act, one undoing, and nobody left in no home or in three."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.life import Parting, part_home, undo_life_event
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.models import Household, HouseholdMembership, LifeEvent
from tests.drills.at_once import at_once, person
from tests.drills.size import size

pytestmark = pytest.mark.drill
ROUNDS = size(20, 4)
HANDS = ("assistente", "educatrice")
NORTH = key_for("team", "equipe_nord")
HOMES = "SELECT count(*) FROM people_householdmembership WHERE person_id = %s AND kind = 'lives' AND voided_at IS NULL AND until IS NULL"


def new_family(today: date) -> Household:
    viewer = person(HANDS[0])
    with acting(viewer):
        return create_household(
            by=viewer, name="Famiglia in due", municipality_code="015189", team_id=NORTH, today=today,
            persons=[Draft(given=given, family="Indue", role="parent") for given in ("Ada", "Ugo")],
        )  # fmt: skip


def as_hand(account: str, act: Callable[[Any], object]) -> Callable[[], object]:
    viewer = person(account)

    def run() -> object:
        with acting(viewer):
            return act(viewer)

    return run


def refused(told: list[object]) -> list[str]:
    assert all(one is None or isinstance(one, (tuple, Refused)) for one in told), told
    return [one.code for one in told if isinstance(one, Refused)]


def test_a_home_parted_twice_at_once_is_two_homes(committed, keeper, today):
    for _ in range(ROUNDS):
        goer, told = part_twice(new_family(today), today)
        assert refused(told) == ["part_home"]
        assert keeper.execute(HOMES, [goer]).fetchone() == (1,)
        (event,) = [one[0] for one in told if isinstance(one, tuple)]
        assert refused(undo_twice(event)) == ["undo"]
        assert keeper.execute(HOMES, [goer]).fetchone() == (1,)


def part_twice(family: Household, today: date) -> tuple[Any, list[object]]:
    """Both write that the same person has gone."""
    with acting(person(HANDS[0])):
        goer = HouseholdMembership.objects.filter(household=family).latest("id").person_id
    parting = Parting(going=frozenset({str(goer)}))

    def part(viewer: Any) -> object:
        return part_home(Household.objects.get(pk=family.pk), parting, by=viewer, day=today)

    return goer, at_once(*(as_hand(hand, part) for hand in HANDS))


def undo_twice(event: LifeEvent) -> list[object]:
    """Both find that it was a mistake."""

    def undo(viewer: Any) -> None:
        undo_life_event(again(event), by=viewer, reason="prova")

    return at_once(*(as_hand(hand, undo) for hand in HANDS))


def again(event: LifeEvent) -> LifeEvent:
    return LifeEvent.objects.select_related("household").get(pk=event.pk)
