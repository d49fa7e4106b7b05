"""Every page there is with nothing to show and in trouble.

A form that lacks something is looked at on a telephone: on a desk it was, when all was well (`test_every_page.py`), and what
trouble adds, words and a box, is the same there.
"""

import pytest
from django.urls import reverse

from tests.journeys.reaching import Wrong
from tests.journeys.reader import parts_of, path_of, send
from tests.journeys.recipes import RECIPES
from tests.journeys.signing_in import open_surely

NOWHERE = "01900000-0000-7000-8000-00000000dead"


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if recipe.empty])
def test_it_is_well_made_with_nothing_to_show(reader, name):
    blank = RECIPES[name].empty
    assert blank is not None
    page, address = reader.page_of(blank.who), reader.address(name, blank, RECIPES[name].ids)
    assert reader.look_at(page, open_surely(page, address), path_of(address), 200) == []


@pytest.mark.parametrize(
    "name", [name for name, recipe in RECIPES.items() if recipe.wrong in {Wrong.FORM, Wrong.UNTOUCHED}]
)
def test_it_says_what_is_missing(reader, name):
    recipe = RECIPES[name]
    page, address = reader.page_of(recipe.who), reader.address(name, recipe)
    open_surely(page, reader.address(recipe.sent_from, recipe) if recipe.sent_from else address)
    answer = send(page, address, words=recipe.words, bare=recipe.wrong is Wrong.UNTOUCHED)
    assert page.get_by_role("alert").first.inner_text(), "it is said what is missing"
    assert reader.look_at(page, answer, path_of(address), recipe.status, desk=False) == []


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if recipe.wrong is Wrong.UNKNOWN])
def test_an_unknown_row_is_nothing(reader, name):
    recipe = RECIPES[name]
    last = parts_of(name)[-1]
    page, address = (
        reader.page_of(recipe.who),
        reader.address(name, recipe).replace(reader.places[recipe.ids.get(last, last)], NOWHERE),
    )
    assert reader.look_once(page, page.goto(address), path_of(address), 404) == []


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if recipe.wrong is Wrong.NOBODY])
def test_nobody_is_led_to_the_door(reader, name):
    page = reader.page_of(None)
    assert (
        reader.look_once(page, page.goto(reader.address(name, RECIPES[name])), reverse("account_login"), 200)
        == []
    )
