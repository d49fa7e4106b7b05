"""Every page there is, filled, empty and in trouble, on a desk and on a telephone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import get_resolver, reverse
from playwright.sync_api import Browser, Page, Response

from tests.house.test_rules_of_the_house import patterns
from tests.journeys.conftest import DESKTOP, PHONE, Visits
from tests.journeys.keys import give_keys
from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.places import find_places, queue_mail, write_link
from tests.journeys.recipes import KEYS, NO_PAGE, RECIPES, Blank, Recipe, Wrong
from tests.journeys.signing_in import open_surely
from tests.journeys.walking import sidelong

NOWHERE = "01900000-0000-7000-8000-00000000dead"
# Sends a form as somebody who has filled in nothing; «bare»: without its one-time key either.
SEND = """([path, bare, words]) => {
  const all = [...document.querySelectorAll("main form")].filter((form) => form.getAttribute("method") === "post");
  const form = all.filter((form) => new URL(form.getAttribute("action") || "", location).pathname === path).pop();
  for (const control of form.elements) {
    if (["checkbox", "radio"].includes(control.type)) control.checked = false;
    else if (control.tagName === "SELECT") control.selectedIndex = -1;
    else if (["INPUT", "TEXTAREA"].includes(control.tagName) && control.type !== "hidden") control.value = words[control.name] || "";
    if (bare && control.name.endsWith("once")) control.value = "";
  }
  form.requestSubmit(form.querySelector(".i-btn-1[type=submit]") || form.querySelector("[type=submit]"));
}"""


class Reader:
    """Opens pages as different people, one browser each, and says what is wrong with them."""

    def __init__(self, visits: Visits, places: dict[str, str], tokens: Callable[[str], str]) -> None:
        self.visits, self.places, self.tokens = visits, places, tokens
        self.pages: dict[str | None, Page] = {}
        self.seen: set[str] = set()

    def page_of(self, who: str | None) -> Page:
        if who not in self.pages:
            self.pages[who] = self.visits(who)
            if who == KEYS:
                self.places["pk"] = give_keys(self.pages[who])
        return self.pages[who]

    def address(self, name: str, recipe: Recipe | Blank, ids: dict[str, str] | None = None) -> str:
        """Where a URL name leads, with the ids of the recipe."""
        chosen = {**(ids or {}), **recipe.ids}
        parts = {part: self.place(chosen.get(part, part)) for part in parts_of(name)}
        parts |= {"noun": "aspect"} if "noun" in parts else {}
        return reverse(name, kwargs=parts) + recipe.query.format(**self.places)

    def place(self, what: str) -> str:
        return self.tokens(what) if what in {"invitation", "password"} else self.places.get(what, what)

    def look_at(self, page: Page, answer: Response | None, path: str, status: int) -> list[Any]:
        """Everything that must be true of a page that was really reached."""
        reached = (answer.status if answer else None, page.evaluate("location.pathname"))
        found: list[Any] = [] if reached == (status, path) else [f"{reached} instead of {(status, path)}"]
        found += heading_complaints(page)
        found += axe_complaints(page)
        page.set_viewport_size(PHONE)
        if pixels := sidelong(page):
            found.append(f"scrolls {pixels} px sideways on a telephone")
        found += [("on a telephone", *each) for each in axe_complaints(page)]
        page.set_viewport_size(DESKTOP)
        return found + self.heard()

    def heard(self) -> list[str]:
        complaints, self.visits.complaints = self.visits.complaints, []
        return complaints

    def look_once(self, page: Page, answer: Response | None, path: str, status: int) -> list[Any]:
        """The page for who is lost, and the door, are one page each."""
        if page.title() in self.seen:
            return (
                []
                if answer and answer.status == status and page.evaluate("location.pathname") == path
                else [f"not {status} {path}"]
            )
        self.seen.add(page.title())
        return self.look_at(page, answer, path, status)


def parts_of(name: str) -> list[str]:
    """The names of the ids in an address."""
    (possibility, *_), *_ = get_resolver().reverse_dict.getlist(name)[0]
    return list(possibility[1])


@pytest.fixture(scope="module")
def reader(house: str, chromium: Browser, doors: dict[str, Any], kept: Any) -> Iterator[Reader]:
    visits = Visits(house, chromium, doors)
    places = find_places(kept) | {"uidb36": "0", "key": "set-password", "pk": "0"}
    queue_mail(kept)
    yield Reader(visits, places, lambda what: write_link(kept, what))
    for context in visits.contexts:
        context.close()


def names() -> set[str]:
    return {pattern.name for _route, pattern in patterns()}


def test_every_address_has_its_recipe():
    missing = names() - set(RECIPES) - set(NO_PAGE)
    assert not missing, (
        "say in tests/journeys/recipes.py who opens it, where it is empty, and how it goes wrong"
    )
    assert not (set(RECIPES) | set(NO_PAGE)) - names(), "a recipe for an address that is no longer there"


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if not recipe.sent_from])
def test_it_is_well_made(reader, name):
    recipe = RECIPES[name]
    page, address = reader.page_of(recipe.who), reader.address(name, recipe)
    assert reader.look_at(page, open_surely(page, address), path_of(address), 200) == []


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
    answer = send(page, [path_of(address), recipe.wrong is Wrong.UNTOUCHED, recipe.words])
    assert reader.look_at(page, answer, path_of(address), recipe.status) == []


def send(page: Page, said: list[Any]) -> Response:
    """Presses the form's own button. Where htmx sends it the page stays, and is redrawn in part."""
    if page.locator("main form[hx-post]").count():
        with page.expect_response(lambda answer: answer.request.method == "POST") as redrawn:
            page.evaluate(SEND, said)
        page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
        return redrawn.value
    with page.expect_navigation() as sent:
        page.evaluate(SEND, said)
    return sent.value


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


def path_of(address: str) -> str:
    return address.partition("?")[0]
