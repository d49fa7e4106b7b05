"""Finding a service for a family: what fits and why, what nobody knows yet, and keeping it true."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.walking import arrive, field, pick, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])


def results(page: Page) -> Locator:
    return page.locator("#risultati li.i-svc")


def ask(page: Page, **wanted: str) -> None:
    """The filters: need, age, place, by their labels. On a telephone they are behind a button."""
    button = page.get_by_role("link", name="Filtri")
    if button.is_visible():
        button.click()
    filters = page.get_by_role("form", name="Filtri")
    for label, words in wanted.items():
        box = filters.get_by_label(label.replace("_", " "), exact=True)
        box.fill(words) if box.evaluate("each => each.tagName") == "INPUT" else pick(
            page, label.replace("_", " "), words
        )
    arrive(filters.get_by_role("button", name="Mostra i servizi"))


@PHONES
def test_by_words_and_the_words_stand_in_no_address(visit, phone):
    page = visit("educatrice", phone=phone)
    page.goto("/services/")
    field(page, "Che cosa cerchi").fill("doposcuola")
    page.get_by_role("search").get_by_role("button", name="Cerca").click()
    expect(results(page).first.get_by_role("link")).to_have_text(re.compile("doposcuola", re.IGNORECASE))
    assert page.url.endswith("/services/")
    assert sidelong(page) == 0


@PHONES
def test_by_need_age_and_place_each_result_says_why_and_why_not(visit, phone):
    page = visit("educatrice", phone=phone)
    page.goto("/services/")
    ask(page, Bisogno="Scuola e compiti", Età="8 anni", Vicino_a="Rozzano")
    expect(results(page).first).to_contain_text(re.compile("Scuola e compiti", re.IGNORECASE))
    assert "Rozzano" in results(page).first.inner_text()
    reasons = page.locator("#risultati .i-why li")
    assert reasons.count() >= results(page).count(), "each says why"
    ask(page, Età="40 anni")
    refused = page.locator("#risultati .i-why li.no")
    expect(refused.first).to_contain_text("Perché no:")
    positions = results(page).evaluate_all("rows => rows.map(row => row.classList.contains('i-svc-no'))")
    assert positions == sorted(positions), "who cannot today stands last, and is still there"


@PHONES
def test_what_nobody_knows_is_kept_and_says_ask(visit, phone):
    page = visit("educatrice", phone=phone)
    page.goto("/services/")
    ask(page, Età="8 anni", Vicino_a="Rozzano")
    asking = results(page).filter(has_text=re.compile("da chiedere|chiedi", re.IGNORECASE))
    assert asking.count() > 0, "unknown is neither a yes nor a no"
    assert not asking.first.evaluate("row => row.classList.contains('i-svc-no')")


def test_an_age_that_is_no_age_is_said_where_it_was_written(visit):
    page = visit("educatrice")
    page.goto("/services/")
    ask(page, Età="piccola")
    expect(page.get_by_role("alert")).to_contain_text("un'età si scrive «3 anni» oppure «18 mesi»")
    assert page.get_by_role("form", name="Filtri").get_by_label("Età").input_value() == "piccola"


@PHONES
def test_the_page_of_a_service_and_still_so_since_today(visit, phone):
    page = visit("assistente", phone=phone)
    page.goto("/services/?need=futuro.istruzione&municipality=015189")
    name = results(page).first.get_by_role("link").inner_text()
    results(page).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    for part in (
        "A chi è rivolto",
        "Come si entra",
        "Quando e dove",
        "Quanto costa",
        "Posti e attesa",
        "Contatti",
    ):
        expect(page.get_by_role("heading", name=part, exact=True)).to_be_visible()
    assert sidelong(page) == 0
    page.get_by_role("button", name="Confermo: è ancora così").click()
    expect(page.get_by_role("status")).to_contain_text("da oggi si legge che è ancora così")
    expect(page.get_by_role("region", name="È ancora così?")).to_contain_text("Giulia Serra")


def test_a_place_outside_the_district_is_found_by_its_name(visit):
    page = visit("educatrice")
    page.goto("/services/")
    field(page, "In quale comune").fill("San Teodoro")
    page.get_by_role("search").get_by_role("button", name="Cerca").click()
    expect(page.get_by_role("alert")).to_contain_text("prova con la sigla")
    field(page, "In quale comune").fill("San Teodoro (ME)")
    page.get_by_role("search").get_by_role("button", name="Cerca").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_is_missing_here_goes_to_the_network_without_a_name(visit):
    page = visit("educatrice")
    page.goto("/services/?need=tema.ambiente&municipality=015189")
    page.get_by_role("link", name="Segnala che qui manca qualcosa").click()
    pick(page, "Che cosa manca", "Scuola e compiti")
    page.get_by_role("button", name="Segnala che manca").click()
    expect(page.get_by_role("status")).to_contain_text("lo leggeranno i tavoli della rete")
