"""Eight places and sixty-four people who say yes at the same moment: eight come in, and each of the others leaves a fact."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.attempts import attempt
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.offer.directory.models import Service
from intreccio.parties.people.models import Household
from tests.drills.at_once import Window, at_once, person
from tests.drills.serving import served
from tests.drills.size import size
from tests.drills.writers import Browser

pytestmark = pytest.mark.drill
ROUNDS = size(20, 2)
AT_ONCE, PLACES = 64, 8
SERVICE = key_for("service", "spazio_gioco_il_cortile")
NEED, TOWN = "futuro.educative", "015189"


class Cortile:
    """A service with eight places, and what its door has seen."""

    def __init__(self, keeper: Any, today: date) -> None:
        self.keeper, self.today = keeper, today

    def one(self, question: str, *values: object) -> int:
        (number,) = self.keeper.execute(question, values).fetchone()
        return int(number)

    def opens(self, places: int = PLACES) -> None:
        self.keeper.execute(
            "UPDATE directory_service SET places_total = %s, places_free = %s WHERE id = %s",
            [places, places, SERVICE],
        )

    @property
    def free(self) -> int:
        return self.one("SELECT places_free FROM directory_service WHERE id = %s", SERVICE)

    @property
    def unmet(self) -> int:
        return self.one(
            "SELECT count(*) FROM needs_unmetneed WHERE need_id = %s AND municipality_code = %s AND reason = 'no_room'",
            NEED, TOWN,
        )  # fmt: skip

    def accepted(self, keys: list[UUID]) -> int:
        return self.one(
            "SELECT count(*) FROM referrals_referral WHERE id = ANY (%s) AND state = 'accepted'", keys
        )

    def asked(self, how_many: int) -> list[UUID]:
        """So many requests for Leo."""
        viewer = person("educatrice")
        with acting(viewer):
            family = Household.objects.get(pk=key_for("household", "marchetti"))
            service = Service.objects.select_related("organisation").get(pk=SERVICE)
            wish = actions.Asked(
                service=service, need=NEED, request="Due mattine per giocare.", urgency="weeks",
                answer_by=self.today + timedelta(days=7), shared=["name", "age"], consent="voice", consent_on=self.today,
                consent_of=key_for("person", "elena"), person_id=key_for("person", "leo"),
            )  # fmt: skip
            return [
                actions.create_referral(family, asked=wish, by=viewer, today=self.today).pk
                for _ in range(how_many)
            ]


@pytest.fixture
def cortile(keeper: Any, today: date) -> Cortile:
    return Cortile(keeper, today)


def test_eight_places_are_eight_acceptances_and_every_no_is_a_fact(
    cortile: Cortile, aloud: Callable[[str], None]
) -> None:
    viewer = person("tommaso")
    for _ in range(ROUNDS):
        cortile.opens()
        keys, before, gate = cortile.asked(AT_ONCE), cortile.unmet, Barrier(AT_ONCE)

        def accept(key: UUID, gate: Barrier = gate) -> None:
            connection.ensure_connection()
            gate.wait(30)
            attempt(
                viewer,
                lambda: actions.accept_referral(
                    Referral.objects.select_related("service").get(pk=key), by=viewer, today=cortile.today
                ),
            )

        told = at_once(*[lambda key=key: accept(key) for key in keys])
        refused = [no for no in told if isinstance(no, Refused)]
        assert len(told) - len(refused) == told.count(None) == PLACES, told
        assert {no.code for no in refused} == {"no_room"}
        assert all("i posti sono finiti" in str(no.reason) for no in refused)
        assert (cortile.accepted(keys), cortile.free) == (PLACES, 0)
        assert cortile.unmet - before == AT_ONCE - PLACES
    aloud(f"{ROUNDS} times {AT_ONCE} at once for {PLACES} places: {PLACES} in, {AT_ONCE - PLACES} facts")


def browser(port: int, window: Window) -> Browser:
    """A window of the same session, on the network."""
    return Browser(port, {"sessionid": window.client.cookies["sessionid"].value, "csrftoken": "c" * 32})


def answers(told: list[object]) -> list[Any]:
    """Status, where it leads, what it says; an exception would be none of these."""
    assert not [each for each in told if isinstance(each, Exception)], told
    return list(told)


def test_the_same_through_the_pages(cortile: Cortile) -> None:
    window = Window("tommaso")
    with served() as port:
        browsers = [browser(port, window) for _ in range(AT_ONCE)]
        for _ in range(ROUNDS):
            cortile.opens()
            keys, before = cortile.asked(AT_ONCE), cortile.unmet
            taps = [
                lambda one=one, key=key: one.ask("POST", f"/referrals/{key}/accept", [("once", str(uuid4()))])
                for one, key in zip(browsers, keys, strict=True)
            ]
            told = answers(at_once(*taps))
            assert sorted(status for status, _, _ in told) == [302] * PLACES + [409] * (AT_ONCE - PLACES)
            assert all("i posti sono finiti" in said for status, _, said in told if status == 409)
            assert (cortile.accepted(keys), cortile.free) == (PLACES, 0)
            assert cortile.unmet - before == AT_ONCE - PLACES


def test_two_who_accept_the_same_person_take_one_place(cortile: Cortile) -> None:
    window = Window("tommaso")
    other = window.another()
    for _ in range(ROUNDS):
        cortile.opens()
        (key,) = cortile.asked(1)
        tap = f"/referrals/{key}/accept"
        told = answers(at_once(*[each.sends(tap, once=uuid4()) for each in (window, other)]))
        assert sorted(answer.status for answer in told) == [302, 409], told
        assert cortile.free == PLACES - 1


def test_the_same_no_twice_is_one_fact(cortile: Cortile) -> None:
    window = Window("tommaso")
    cortile.opens(0)
    (key,) = cortile.asked(1)
    before = cortile.unmet
    for _ in range(3):
        assert window.sends(f"/referrals/{key}/accept", once=uuid4())().status == 409
    assert window.sends(f"/referrals/{key}/decline", once=uuid4(), reason="no_room")().status == 302
    assert cortile.unmet == before + 1
