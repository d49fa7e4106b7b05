"""The door: a password, a second step, a finger."""

import re

from playwright.sync_api import expect

from tests.journeys.keys import add_key, connect_application
from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.signing_in import code_of, sign_in
from tests.journeys.walking import arrive

WHO = "pg_passi"


def test_a_wrong_password_is_said_in_plain_words(visit):
    page = visit()
    sign_in(page, "educatrice", "un'altra cosa")
    expect(page.get_by_role("alert")).to_contain_text(re.compile("password", re.IGNORECASE))
    expect(page.get_by_role("alert")).to_contain_text("non vanno insieme")
    assert page.get_by_label("E-mail").input_value() == "educatrice@example.org", "what was written stays"
    assert page.url.endswith("/accounts/login/")


def test_the_same_is_said_of_somebody_unknown(visit):
    said = []
    for who in ("educatrice", "chi_lo_sa"):
        page = visit()
        sign_in(page, who, "un'altra cosa")
        said.append(page.get_by_role("alert").inner_text())
    assert said[0] == said[1], "the door does not say who is of the network"


def test_an_application_and_its_code_open_the_door(visit, kept):
    page = visit(WHO, fresh=True)
    secret = connect_application(page)
    codes = page.locator("#recovery_codes li").all_inner_texts()
    assert len(codes) == 10
    with page.expect_download() as saved:
        page.get_by_role("link", name="Scarica i codici").click()
    assert codes[0] in saved.value.path().read_text()

    second = visit()
    sign_in(second, WHO)
    expect(second.get_by_role("heading", level=1)).to_have_text("Il secondo passo")
    assert heading_complaints(second) == axe_complaints(second) == []
    second.get_by_role("main").locator("input[name=code]").fill("000000")
    second.get_by_role("button", name="Entra", exact=True).click()
    expect(second.get_by_role("alert")).to_be_visible()
    # A code opens once, and the next one is half a minute away: the house is made to forget that it has seen this one.
    kept.execute("DELETE FROM kernel_cache")
    second.get_by_role("main").locator("input[name=code]").fill(code_of(secret))
    second.get_by_role("button", name="Entra", exact=True).click()
    expect(second).to_have_title("Oggi – Intreccio")


def test_a_key_opens_without_a_password(visit):
    page = visit("pg_dito", fresh=True)
    add_key(page)
    page.get_by_role("banner").locator("summary").click()
    arrive(page.get_by_role("banner").get_by_role("button", name="Esci"))
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Entra con una passkey").click()
    expect(page).to_have_title("Oggi – Intreccio")
