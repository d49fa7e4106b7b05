"""A child is awaited and born; two parents part, and the child lives in both homes: as somebody writes it down."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from tests.journeys.going import done
from tests.journeys.walking import doing, field


@pytest.mark.parametrize(
    ("phone", "surname"), [(False, "Ferrando"), (True, "Gavazzi")], ids=["desk", "phone"]
)
def test_a_child_is_awaited_born_and_lives_in_two_homes(visit, phone, surname):
    page = visit("assistente", phone=phone)
    write_the_family(page, surname)
    family = page.url
    await_a_child(page, family)
    write_the_birth(page, surname)
    look_at_yesterday(page, family)
    part_by_mistake_and_take_it_back(page, family, surname)
    part(page, family, surname)
    second = the_second_home(page, family, surname)
    stranger = visit("scuola", phone=phone)
    for home in (family, second):
        stranger.goto(home)
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Questa pagina non c'è")


def write_the_family(page: Page, surname: str) -> None:
    page.goto("/households/new")
    hand = doing(page)
    for number, given in enumerate(("Irma", "Bruno")):
        if number:
            hand.press("Aggiungi un'altra persona")
        page.locator(f"[name=persons-{number}-given]").fill(given)
        page.locator(f"[name=persons-{number}-family]").fill(surname)
        page.locator(f"[name=persons-{number}-birth_date]").fill(f"199{number}-03-04")
    field(page, "Comune").select_option("Rozzano")
    if page.locator("[name=team_id]").count():
        hand.choose("Équipe Rozzano")
    hand.press("Scrivi la famiglia")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")


def await_a_child(page: Page, family: str) -> None:
    page.goto(family)
    page.get_by_role("link", name="È successo qualcosa").click()
    page.get_by_role("link", name="È attesa una nascita").click()
    field(page, "Quando è attesa").fill(str(today() + timedelta(days=20)))
    doing(page).choose("Irma")
    doing(page).press("Scrivila")
    done(page, "la nascita attesa è scritta")


def write_the_birth(page: Page, surname: str) -> None:
    page.get_by_role("link", name="È nato, è nata").click()
    field(page, "Nome").fill("Alba")
    field(page, "Cognome").fill(surname)
    doing(page).press("Scrivi la nascita")
    done(page, "la nascita è scritta")
    happened = page.get_by_role("region", name="Che cosa è successo")
    expect(happened).to_contain_text(f"È nata una persona: Alba {surname}")


def look_at_yesterday(page: Page, family: str) -> None:
    """Before the family was written nobody was there; today three are."""
    page.get_by_role("link", name="Com'era la famiglia in un giorno passato").click()
    expect(page.get_by_role("table")).to_contain_text("Alba")
    field(page, "In che giorno").fill("2001-01-01")
    doing(page).press("Guarda quel giorno")
    expect(page.get_by_role("main")).to_contain_text("Nessuno, per quanto è scritto")
    page.goto(family)


def fill_the_parting(page: Page, family: str, surname: str) -> None:
    page.goto(f"{family}/life")
    page.get_by_role("link", name="Una parte della famiglia vive altrove").click()
    for question, who in (
        ("Chi va a vivere altrove", ["Bruno"]),
        ("Chi vive in tutte e due le case", ["Alba"]),
        ("Se è una coppia che si separa, chi", ["Irma", "Bruno"]),
    ):
        asked = page.get_by_role("group", name=question)
        for name in who:
            asked.locator("label.i-choice").filter(has_text=name).click()
    field(page, "Come chiamiamo la seconda casa").fill(f"Casa di Bruno {surname}")
    field(page, "Comune").select_option("Opera")
    doing(page).press("Scrivi la seconda casa")
    done(page, "ora sono due case")


def part_by_mistake_and_take_it_back(page: Page, family: str, surname: str) -> None:
    fill_the_parting(page, family, surname)
    page.get_by_role("link", name="Annulla una coppia si è separata").click()
    doing(page).press("Annulla e rimetti com'era")
    expect(page.get_by_role("alert").first).to_be_visible()
    field(page, "Perché era sbagliato").fill("Erano solo in viaggio")
    doing(page).press("Annulla e rimetti com'era")
    done(page, "tutto com'era prima")
    page.goto(family)
    expect(page.get_by_role("main")).not_to_contain_text("vive anche con")


def part(page: Page, family: str, surname: str) -> None:
    fill_the_parting(page, family, surname)
    page.goto(family)
    expect(page.get_by_role("main")).to_contain_text(f"vive anche con Casa di Bruno {surname}")


def the_second_home(page: Page, family: str, surname: str) -> str:
    """The father's home: the child lives there too, and the mother is of the family."""
    page.get_by_role("link", name=f"Casa di Bruno {surname}").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Casa di Bruno {surname}")
    page.get_by_text("Della famiglia, e vive altrove").click()
    expect(page.get_by_role("region", name="Chi sono")).to_contain_text(f"Irma {surname}")
    assert page.url != family
    return page.url
