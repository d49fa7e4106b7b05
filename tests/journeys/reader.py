"""Who opens every page, sends every form, and says what is wrong with what came back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver, reverse
from playwright.sync_api import Page, Response

from tests.journeys.conftest import DESKTOP, PHONE, Visits
from tests.journeys.keys import give_keys
from tests.journeys.looking import axe_complaints, have_axe_at_hand, heading_complaints
from tests.journeys.reaching import Blank, Recipe
from tests.journeys.recipes import KEYS, RECIPES
from tests.journeys.signing_in import open_surely
from tests.journeys.walking import sidelong
from tests.journeys.zooming import cut_at_twice_the_size

# Sends a form as somebody who has filled in nothing; «bare»: without its one-time key either.
SEND = """([path, bare, words, press]) => {
  const all = [...document.querySelectorAll("main form")].filter((form) => form.getAttribute("method") === "post");
  const form = all.filter((form) => new URL(form.getAttribute("action") || "", location).pathname === path).pop();
  for (const control of form.elements) {
    if (["checkbox", "radio"].includes(control.type)) control.checked = false;
    else if (control.tagName === "SELECT") control.selectedIndex = -1;
    else if (["INPUT", "TEXTAREA"].includes(control.tagName) && control.type !== "hidden") control.value = "";
    if (bare && control.name.endsWith("once")) control.value = "";
    const said = words[control.name];
    if (said === undefined) continue;
    if (["checkbox", "radio"].includes(control.type)) control.checked = control.value === said;
    else control.value = said;
  }
  form.requestSubmit(form.querySelector(press || ".i-btn-1[type=submit]") || form.querySelector("[type=submit]"));
}"""


@dataclass(frozen=True, slots=True)
class Found:
    """What one visit to a page found."""

    cut: dict[str, Any]
    made: list[Any]


class Reader:
    """Opens pages as different people, one browser each, and says what is wrong with them."""

    def __init__(self, visits: Visits, places: dict[str, str], tokens: Callable[[str], str]) -> None:
        self.visits, self.places, self.tokens = visits, places, tokens
        self.pages: dict[str | None, Page] = {}
        self.seen: set[str] = set()
        self.passed: set[int] = set()
        self.found: dict[str, Found] = {}

    def page_of(self, who: str | None) -> Page:
        if who not in self.pages:
            self.pages[who] = self.visits(who)
            have_axe_at_hand(self.pages[who])
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

    def visit(self, name: str) -> Found:
        """A page as it opens, opened once for all that is asked of it."""
        if name not in self.found:
            recipe = RECIPES[name]
            page, address = self.page_of(recipe.who), self.address(name, recipe)
            answer = open_surely(page, address)
            cut = cut_at_twice_the_size(page)
            self.found[name] = Found(cut, self.look_at(page, answer, path_of(address), 200))
        return self.found[name]

    def look_at(
        self, page: Page, answer: Response | None, path: str, status: int, *, desk: bool = True
    ) -> list[Any]:
        """Everything that must be true of a page that was really reached, on a desk and on a telephone."""
        reached = (answer.status if answer else None, page.evaluate("location.pathname"))
        found: list[Any] = [] if reached == (status, path) else [f"{reached} instead of {(status, path)}"]
        found += heading_complaints(page)
        if desk:
            found += axe_complaints(page, self.passed)
        page.set_viewport_size(PHONE)
        if pixels := sidelong(page):
            found.append(f"scrolls {pixels} px sideways on a telephone")
        found += [("on a telephone", *each) for each in axe_complaints(page, self.passed)]
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


def path_of(address: str) -> str:
    """Without what is asked behind the question mark."""
    return address.partition("?")[0]


def send(
    page: Page, address: str, *, words: dict[str, str] | None = None, bare: bool = False, press: str = ""
) -> Response:
    """Presses the form's own button. Where htmx sends it the page stays, and is redrawn in part."""
    said = [path_of(address), bare, words or {}, press]
    if page.locator("main form[hx-post]").count():
        with page.expect_response(lambda answer: answer.request.method == "POST") as redrawn:
            page.evaluate(SEND, said)
        page.locator(".htmx-request, .htmx-swapping, .htmx-settling").first.wait_for(state="detached")
        return redrawn.value
    with page.expect_navigation() as sent:
        page.evaluate(SEND, said)
    return sent.value
