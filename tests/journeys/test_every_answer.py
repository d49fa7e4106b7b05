"""What a page draws when it has been asked something: results, receipts, two versions, a no."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.reader import path_of, send
from tests.journeys.recipes import RECIPES
from tests.journeys.walking import sidelong

WORRY = {
    "voice": "neighbour",
    "municipality": "015189",
    "facts": "Le luci restano accese tutta la notte.",
    "knows": "no",
    "danger_now": "on",
}
# URL name: what is written, and the button that is pressed where it is not the full one
ASKED = {
    "search": ({"words": "marchetti"}, ""),
    "service_search": ({"words": "compiti", "place": "Rozzano"}, ""),
    "send_signal": (WORRY, ""),
    "create_contact": ({"channel": "phone", "needs": "futuro.istruzione", "municipality": "015189"}, "[name=look]"),
    "create_household": ({"persons-0-family": "Tuttoscritto", "persons-0-given": "Wilma", "persons-0-role": "parent",
                          "persons-0-birth_date": "1990-05-05", "persons-0-birth_precision": "exact"}, "[name=more]"),
    "bring_person": ({"words": "Marchetti"}, ""),
    "merge_persons": ({"words": "Zeno"}, ""),
    "create_referral": ({"request": "Due mattine per giocare."}, "[name=preview]"),
    "find_known": ({"known-surname": "Tuttoscritto", "known-birth_date": "1990-05-05"}, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_what_was_asked_is_drawn_well(reader, name):
    recipe, (words, press) = RECIPES[name], ASKED[name]
    page, address = reader.page_of(recipe.who), reader.address(name, recipe)
    page.goto(reader.address(recipe.sent_from, recipe) if recipe.sent_from else address)
    answer = send(page, address, words=words, press=press)
    assert reader.look_at(page, answer, path_of(address), 200) == []


@pytest.mark.parametrize("name", ["edit_household", "edit_organisation", "edit_service"])
def test_of_two_who_write_the_second_sees_both(reader, name):
    recipe = RECIPES[name]
    first, address = reader.page_of(recipe.who), reader.address(name, recipe)
    second = first.context.new_page()
    for page in (first, second):
        page.goto(address)
        page.locator("#id_name").press_sequentially(" bis" if page is first else " ter")
    second.get_by_role("main").locator(".i-btn-1[type=submit]").click()
    expect(second.get_by_role("status").first).to_contain_text("Fatto")
    with first.expect_navigation() as answered:
        first.get_by_role("main").locator(".i-btn-1[type=submit]").click()
    assert "bis" in first.locator("#id_name").input_value(), "what was written is kept"
    assert reader.look_at(first, answered.value, path_of(address), 409) == []
    second.close()


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [(None, "/niente", 404), ("educatrice", "/niente", 404), ("scuola", "/households/new", 403)],
)
def test_a_no_is_a_page_too(reader, who, address, status):
    page = reader.page_of(who)
    assert reader.look_at(page, page.goto(address), address, status) == []


def test_whoever_looks_is_not_blind(reader):
    page = reader.page_of("educatrice")
    page.goto(reverse("help_page"))
    planted = "<h2>Prima</h2><img src='#'><p id='largo'>largo</p>"
    page.evaluate("words => document.querySelector('main').insertAdjacentHTML('afterbegin', words)", planted)
    page.evaluate("Object.assign(document.querySelector('#largo').style, {width: '2000px', color: '#eee'})")
    assert {rule for rule, _where in axe_complaints(page)} >= {"image-alt", "color-contrast"}
    assert heading_complaints(page)
    assert sidelong(page) > 0
    reader.heard()


def pale(page, words="pallido"):
    page.goto(reverse("help_page"))
    page.evaluate(
        "words => document.querySelector('main').insertAdjacentHTML('afterbegin', `<p id='pale'><b>${words}</b></p>`)",
        words,
    )


PALER = ({"color": "#eee"}, {"color": "", "background": "#000"})


@pytest.mark.parametrize("elsewhere", [False, True])
def test_whoever_looks_again_sees_what_has_another_colour_there(reader, elsewhere):
    """At another width, and on another page where the same words stood well."""
    page, passed = reader.page_of("educatrice"), set()
    pale(page)
    assert axe_complaints(page, passed) == []
    assert axe_complaints(page, passed) == []
    for change in PALER:
        if elsewhere:
            pale(page)
        page.evaluate("change => Object.assign(document.querySelector('#pale').style, change)", change)
        assert [rule for rule, _where in axe_complaints(page, passed)] == ["color-contrast"]
    reader.heard()


def test_what_has_not_passed_is_looked_at_on_each_page(reader):
    """Of one letter axe is not sure: the same look with more letters is found where it stands."""
    page, passed = reader.page_of("educatrice"), set()
    for words, right in (("x", []), ("pallido", ["color-contrast"]), ("pallido", ["color-contrast"])):
        pale(page, words)
        page.evaluate("document.querySelector('#pale').style.color = '#eee'")
        assert [rule for rule, _where in axe_complaints(page, passed)] == right
    reader.heard()


def test_whoever_looks_at_many_pages_asks_for_little(reader):
    """What has passed on one page is known on the next: the frame, and whatever looks the same there."""
    page, passed = reader.page_of("educatrice"), set()
    page.goto(reverse("help_page"))
    axe_complaints(page, passed)
    before = set(passed)
    page.goto(reverse("help_page"))
    axe_complaints(page, passed)
    assert len(before) > 10
    assert passed == before
    reader.heard()
