"""Every page there is, filled, on a desk, on a telephone and at 200 %. Empty and in trouble: `test_every_trouble.py`."""

import pytest

from tests.house.test_rules_of_the_house import patterns
from tests.journeys.no_page import NO_PAGE
from tests.journeys.recipes import RECIPES


def names() -> set[str]:
    return {pattern.name for _route, pattern in patterns()}


def test_every_address_has_its_recipe():
    missing = names() - set(RECIPES) - set(NO_PAGE)
    assert not missing, (
        "say in tests/journeys/recipes.py (or no_page.py) who opens it, where it is empty, and how it goes wrong"
    )
    assert not (set(RECIPES) | set(NO_PAGE)) - names(), "a recipe for an address that is no longer there"


@pytest.fixture(params=[name for name, recipe in RECIPES.items() if not recipe.sent_from], scope="module")
def found(request, reader):
    """Each page is visited once, whatever is asked of it."""
    return reader.visit(request.param)


def test_it_is_well_made(found):
    assert found.made == []


def test_nothing_is_cut_at_twice_the_size(found):
    assert found.cut == {}
