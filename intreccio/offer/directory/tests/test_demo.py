"""The invented services: eighty, on every line, in every state."""

import json
from collections import Counter
from datetime import date

import pytest

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.needs.actions import RECIPE
from intreccio.ground.needs.rules import needs_of
from intreccio.offer.directory.demo import recipe

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def services() -> list[Row]:
    return recipe(TODAY)["services"]


def test_there_are_eighty_and_each_has_its_own_key(services: list[Row]) -> None:
    assert len(services) == len({service["key"] for service in services}) == 80


def test_every_line_has_services(services: list[Row]) -> None:
    lines = [
        need["code"]
        for need in needs_of(json.loads(RECIPE.read_text(encoding="utf-8")))
        if need["kind"] == "line"
    ]
    counted = Counter(code for service in services for code in service["needs"])
    assert len(lines) == 16
    assert all(counted[line] >= 2 for line in lines), {line: counted[line] for line in lines}


def test_every_state_is_there(services: list[Row]) -> None:
    free = [service["free"] for service in services]
    assert free.count(None) > 20
    assert free.count(0) > 5
    assert any(service["waiting"] for service in services)
    assert any(service["age_from"] is None and service["age_to"] is None for service in services)
    assert any(service["checked"] is None for service in services)
    assert any(service["checked"] and (TODAY - service["checked"]).days > 183 for service in services)
    assert any(service["point"] is None for service in services)
    assert {service.get("status", "active") for service in services} == {
        "active",
        "temporarily_closed",
        "inactive",
    }
    assert len({service["town"] for service in services}) == 11
    assert len({service["organisation"] for service in services}) >= 10
