"""Invited, entered, under one hat or another, and gone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.signing_in import sign_in
from tests.journeys.walking import arrive, doing

PASSWORD = "una frase che ricordo bene"
PHONES = pytest.mark.parametrize(
    ("phone", "name"), [(False, "Sofia Anselmi"), (True, "Pietro Anselmi")], ids=["desk", "phone"]
)


@PHONES
def test_somebody_is_invited_works_and_leaves(visit, phone, name):
    email = f"{name.split()[0].lower()}@example.org"
    administrator = visit("admin", phone=phone)
    link = invite(administrator, name, email)

    newcomer = visit(phone=phone)
    enter(newcomer, link, email)
    read_the_roles(newcomer)
    expect_the_link_closed(visit(phone=phone), link)

    add_to_team(administrator, name)
    newcomer.goto("/households/")
    expect(newcomer.get_by_role("link", name="Famiglia Marchetti Haddad")).to_be_visible()
    arrive(newcomer.get_by_role("link", name="Famiglia Marchetti Haddad"))
    family = newcomer.url

    end(administrator, name)
    newcomer.goto(family)
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Nessun ruolo attivo")
    newcomer.goto("/households/")
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Nessun ruolo attivo")


def people_page(page: Page) -> None:
    page.goto("/organisations/")
    page.get_by_role("link", name="Cooperativa Il Telaio").click()
    page.get_by_role("link", name="Ruoli, inviti, chi c'era").click()


def invite(page: Page, name: str, email: str) -> str:
    """The administrator's part; answers the link, which the page shows once."""
    people_page(page)
    page.get_by_role("link", name="Invita una persona").click()
    page.get_by_label("Nome e cognome").fill(name)
    page.get_by_label("E-mail").fill(email)
    doing(page).choose("lavora per l'ente")
    doing(page).choose("Educatrice o educatore")
    page.get_by_role("button", name="Manda l'invito").click()
    told = page.get_by_role("region", name="L'indirizzo per entrare")
    expect(told).to_contain_text("lo mostriamo solo adesso")
    found = re.search(r"http\S+/invitations/\S+", told.inner_text())
    assert found is not None
    page.reload()
    assert found[0] not in page.content(), "shown once"
    expect(page.get_by_role("region", name="Inviti senza risposta")).to_contain_text(name)
    return found[0]


def enter(page: Page, link: str, email: str) -> None:
    """The newcomer's part, in a browser of their own."""
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("ti aspettano")
    expect(page.get_by_role("heading", name=re.compile("Il tuo ruolo:"))).to_contain_text(
        "educatrice o educatore"
    )
    page.get_by_label("Password", exact=True).fill("12345678")
    page.get_by_label("Ancora la password").fill("12345678")
    page.get_by_role("button", name="Accetta l'invito").click()
    expect(page.get_by_role("alert")).to_contain_text("password")
    for label in ("Password", "Ancora la password"):
        page.get_by_label(label, exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Accetta l'invito").click()
    expect(page.get_by_role("status")).to_contain_text("ora entra con il tuo indirizzo e la password")
    sign_in(page, email, PASSWORD)
    expect(page).to_have_title("Oggi – Intreccio")


def read_the_roles(page: Page) -> None:
    page.goto("/roles")
    mine = page.get_by_role("region", name="Educatrice o educatore")
    expect(mine).to_contain_text("Il tuo, adesso")
    expect(mine).to_contain_text("Vede le famiglie delle équipe in cui lavora")


def expect_the_link_closed(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Non si può fare adesso")
    expect(page.get_by_text("Chiedi a chi te l'ha mandato")).to_be_visible()


def add_to_team(page: Page, name: str) -> None:
    page.goto("/organisations/")
    page.get_by_role("link", name="Cooperativa Il Telaio").click()
    page.get_by_role("link", name="Équipe Rozzano").click()
    page.get_by_role("link", name="Aggiungi una persona").click()
    who = page.get_by_label("Chi", exact=True)
    who.select_option(value=who.locator("option", has_text=name).get_attribute("value"))
    doing(page).choose("educatrice o educatore")
    page.get_by_role("main").locator("button[type=submit]").first.click()
    expect(page.get_by_role("region", name="Chi ci lavora", exact=True)).to_contain_text(name)


def end(page: Page, name: str) -> None:
    """The open browser of who leaves loses everything with it."""
    people_page(page)
    page.get_by_role("link", name=re.compile(rf"Concludi\s+{name}")).click()
    page.get_by_role("main").locator("label.i-choice").first.click()
    page.get_by_role("button", name="Concludi da oggi").click()
    expect(page.get_by_role("status")).to_contain_text("da oggi questo ruolo non apre più niente")


def test_who_has_two_roles_says_which_one(visit):
    page = visit("ada", fresh=True)  # whatever another journey chose, here nothing is chosen yet
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Con quale ruolo lavori adesso?")
    page.get_by_role("button", name=re.compile("Il Telaio")).click()
    expect(page.get_by_role("status")).to_contain_text("da ora lavori con questo ruolo")
    page.get_by_role("banner").locator("summary").click()
    expect(page.get_by_role("banner")).to_contain_text("Cooperativa Il Telaio")
    page.get_by_role("banner").get_by_role("link", name="Cambia ente o ruolo").click()
    page.get_by_role("button", name=re.compile("Porte Aperte")).click()
    page.goto("/me")
    now = page.get_by_role("listitem").filter(has_text="Adesso").filter(has=page.get_by_role("heading"))
    expect(now).to_contain_text("Porte Aperte")
