"""Twenty thousand services: the same queries as with eighty. Times are said, never asserted."""

import random
import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.bulk import KEEPER, Row
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import DOOR, House
from intreccio.offer.directory.demo import recipe
from intreccio.offer.directory.demo.rows import load
from intreccio.offer.directory.demo.towns import TOWNS
from intreccio.offer.directory.queries.search import search
from intreccio.offer.directory.rules.facts import Wish
from intreccio.offer.directory.tests.places import Counted
from intreccio.parties.organisations.demo import recipe as network

MANY = 20_000
BACKEND = "intreccio.ground.accounts.backend.HouseBackend"
ROZZANO = {"municipality": "015189", "province": "MI", "point": (TOWNS["Rozzano"].lat, TOWNS["Rozzano"].lon)}
WISHES = {
    "need and town": Wish(needs=frozenset(["futuro.educative"]), **ROZZANO),  # type: ignore[arg-type]  # a wish in short
    "need everywhere": Wish(needs=frozenset(["futuro.educative"])),
    "words": Wish(words=("doposcuola", "tigli")),
    "age alone": Wish(ages=(36, 47)),
}


def many() -> list[Row]:
    """The demo's services, again and again, in other towns; a tenth in the district."""
    with connections[KEEPER].cursor() as cursor:
        cursor.execute("SELECT istat FROM territory_municipality ORDER BY istat")
        towns = [istat for (istat,) in cursor.fetchall()]
    chance = random.Random(20)
    models = recipe(today())["services"]
    near = [town.istat for town in TOWNS.values()]
    return [
        _copy(chance, models[number % len(models)], number, near if chance.random() < 0.1 else towns)
        for number in range(MANY)
    ]


def _copy(chance: random.Random, model: Row, number: int, towns: list[str]) -> Row:
    checked = today() - timedelta(days=chance.randrange(500))
    point: Any = (
        (45.35 + chance.random() / 10, 9.1 + chance.random() / 10) if len(towns) == len(TOWNS) else None
    )
    return {
        **model,
        "key": f"many_{number}",
        "town": chance.choice(towns),
        "point": point,
        "checked": checked,
        "checked_by": "assistente",
    }


def assistente() -> Client:
    """A caseworker's browser, where everything is really committed."""
    client = Client()
    with acting(DOOR):
        client.force_login(User.objects.get(email="assistente@example.org"), backend=BACKEND)
    return client


@pytest.mark.drill
def test_twenty_thousand_services_cost_the_queries_of_eighty(
    keeper: Any, counted: Counted, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"need": "futuro.educative", "municipality": "015189", "age": "3"}
    client = assistente()
    client.get("/services/", asked)
    with counted() as before:
        client.get("/services/", asked)
    load({"today": today(), "services": many(), "organisations": network(today())["organisations"]})
    with counted() as after:
        page = client.get("/services/", asked)
    assert len(page.context["cards"]) == 25
    assert len(after) == len(before)
    with capsys.disabled():
        for name, wish in WISHES.items():
            print(f"\n{MANY} services, {name}: {_milliseconds(wish):.1f} ms", end="")


def _milliseconds(wish: Wish) -> float:
    """The best of ten searches, database and rules together."""
    times = []
    for _ in range(10):
        with acting(House("imports")):
            start = time.perf_counter()
            search(wish, today())
            times.append(time.perf_counter() - start)
    return min(times) * 1000
