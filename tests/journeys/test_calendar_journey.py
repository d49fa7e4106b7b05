"""A meeting is planned where somebody is elsewhere: it is said, it holds all the same, and the week of the team says it. Then an
address for a telephone. On a desk and on a telephone."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.calendar.rules.weeks import monday_of
from tests.journeys.going import done
from tests.journeys.looking import axe_complaints
from tests.journeys.walking import doing, field, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
# A week each, in which nothing else is written.
WEEK = {phone: monday_of(today()) + timedelta(days=days) for phone, days in ((False, 210), (True, 217))}


def prepare(page: Page, family: str, phone: bool, hour: str) -> None:
    page.goto(f"/cases/{key_for('case', family)}")
    page.get_by_role("link", name="Prepara una riunione").click()
    doing(page).choose("Riunione d'équipe")
    field(page, "Giorno").fill((WEEK[phone] + timedelta(days=2)).isoformat())
    field(page, "Ora").fill(hour)
    field(page, "Di che cosa si parla").fill("I pomeriggi")
    page.get_by_role("main").locator("label").filter(has_text="Chiara Fontana").click()
    page.get_by_role("button", name="Metti in programma").click()


def looks_well(page: Page) -> None:
    assert sidelong(page) == 0
    assert axe_complaints(page) == []
    # What was unfolded to be looked at would lie over the buttons of a telephone.
    page.locator("nav details[open]").evaluate_all("all => all.forEach(each => each.open = false)")


@PHONES
def test_who_is_elsewhere_is_said_and_the_week_of_the_team_says_it(visit, phone):
    page = visit("assistente", phone=phone)
    prepare(page, "rossetti_lima", phone, "09:00")
    done(page, "Fatto")
    prepare(page, "cattaneo", phone, "09:30")
    warning = page.get_by_role("status").filter(has_text="A quell'ora qualcuno è già altrove.")
    expect(warning).to_contain_text("Chiara Fontana: Famiglia Rossetti Lima, 9:00")
    expect(field(page, "Di che cosa si parla")).to_have_value("I pomeriggi")
    looks_well(page)
    page.get_by_role("button", name="Metti in programma").click()
    done(page, "Fatto")
    page.goto(f"/teams/{key_for('team', 'equipe_nord')}")
    page.get_by_role("link", name="La settimana dell'équipe").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("La settimana")
    page.goto(f"{page.url}?day={WEEK[phone] - timedelta(days=7)}")
    page.get_by_role("link", name="Quella dopo").click()
    expect(page.get_by_text("Chiara Fontana è anche qui: Famiglia Cattaneo, 9:30")).to_be_visible()
    looks_well(page)
    page.get_by_role("link", name="Giulia Serra").click()
    expect(page.get_by_role("link", name="Giulia Serra")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("link", name="Famiglia Cattaneo")).to_have_count(0)
    looks_well(page)


@PHONES
def test_an_address_for_ones_telephone_is_seen_once_and_taken_back(visit, phone):
    page = visit("psicologa" if phone else "educatrice", phone=phone)
    page.goto("/")
    page.get_by_role("link", name="La mia settimana").click()
    looks_well(page)
    page.get_by_role("link", name="Il calendario sul mio telefono").click()
    page.get_by_role("button", name="Prepara un indirizzo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ecco l'indirizzo")
    looks_well(page)
    address = page.get_by_role("region", name="Da copiare").locator("b").inner_text()
    path = "/" + address.split("/", 3)[3]
    assert "BEGIN:VCALENDAR" in page.request.get(path).text()
    page.goto("/calendar/feed")
    page.get_by_role("link", name="Ritiralo").click()
    page.get_by_role("button", name="Ritira").click()
    done(page, "Fatto")
    assert page.request.get(path).status == 404
