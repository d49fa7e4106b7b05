"""Every page there is, filled, on a desk and on a telephone. Empty and in trouble: `test_every_trouble.py`."""

import pytest

from tests.house.test_rules_of_the_house import patterns
from tests.journeys.no_page import NO_PAGE
from tests.journeys.reader import path_of
from tests.journeys.recipes import RECIPES
from tests.journeys.signing_in import open_surely


def names() -> set[str]:
    return {pattern.name for _route, pattern in patterns()}


def test_every_address_has_its_recipe():
    missing = names() - set(RECIPES) - set(NO_PAGE)
    assert not missing, (
        "say in tests/journeys/recipes.py (or no_page.py) who opens it, where it is empty, and how it goes wrong"
    )
    assert not (set(RECIPES) | set(NO_PAGE)) - names(), "a recipe for an address that is no longer there"


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if not recipe.sent_from])
def test_it_is_well_made(reader, name):
    recipe = RECIPES[name]
    page, address = reader.page_of(recipe.who), reader.address(name, recipe)
    assert reader.look_at(page, open_surely(page, address), path_of(address), 200) == []
