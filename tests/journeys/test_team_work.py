"""A meeting about a family: prepared, held, decided; the plan hears it and takes it up. On a desk and on a telephone."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done
from tests.journeys.walking import doing, field, pick, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
DECIDED = {False: "Chiedere un pomeriggio in biblioteca", True: "Chiedere due pomeriggi in biblioteca"}


def prepare(page: Page) -> None:
    """For today, with somebody of the family and somebody from outside."""
    page.get_by_role("link", name="Prepara una riunione").click()
    doing(page).choose("Incontro con la rete")
    field(page, "Giorno").fill(today().isoformat())
    field(page, "Di che cosa si parla").fill("I pomeriggi\nChi chiama la scuola")
    page.get_by_role("main").locator("label").filter(has_text="Giulia Serra").click()
    field(page, "Altre persone invitate").fill("La bibliotecaria")
    assert sidelong(page) == 0
    page.get_by_role("button", name="Metti in programma").click()
    done(page, "Fatto")


def hold(page: Page) -> None:
    page.get_by_role("link", name="Scrivi il verbale").click()
    page.get_by_role("main").locator("label").filter(has_text="La bibliotecaria").click()
    field(page, "Che cosa ci siamo detti").fill("In biblioteca c'è posto il martedì.")
    page.get_by_role("button", name="Salva il verbale").click()
    done(page, "Fatto")


def decide(page: Page, what: str) -> None:
    page.get_by_role("link", name="Aggiungi una decisione").click()
    field(page, "Che cosa si è deciso").fill(what)
    pick(page, "Chi lo fa", re.compile("Giulia Serra"))
    field(page, "Entro quando").fill((today() + timedelta(days=6)).isoformat())
    page.get_by_role("button", name="Scrivi la decisione").click()
    done(page, "Fatto")


@PHONES
def test_what_a_meeting_decides_becomes_an_action_of_the_plan(visit, phone):
    page, what = visit("assistente", phone=phone), DECIDED[phone]
    page.goto(f"/cases/{key_for('case', 'rossetti_lima')}")
    prepare(page)
    hold(page)
    decide(page, what)
    expect(page.get_by_role("region", name="Che cosa ne fa il progetto")).to_contain_text(what)
    page.goto(f"/plans/{key_for('plan', 'rossetti_lima-1')}")
    proposals = page.get_by_role("region", name="Proposte dalle riunioni")
    expect(proposals).to_contain_text(what)
    assert sidelong(page) == 0
    proposals.get_by_role("link", name=f"Mettila nel progetto {what}").click()
    page.get_by_role("main").locator("label.i-choice").first.click()
    page.get_by_role("button", name="Mettila nel progetto").click()
    done(page, "Fatto")
    expect(page.get_by_role("main")).to_contain_text(what)
    expect(proposals.filter(has_text=what)).to_have_count(0)
