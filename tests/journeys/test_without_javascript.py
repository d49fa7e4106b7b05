"""Everything that must work where scripts do not: on an old telephone, behind a strict wall."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.walking import arrive, doing, field


def test_a_worry_is_sent_and_its_receipt_read(visit):
    page = visit(phone=True, javascript=False)
    page.goto("/segnala")
    page.get_by_role("button", name="Manda allo sportello").click()
    expect(page.get_by_role("alert")).to_contain_text("In quale comune vive la famiglia")
    doing(page).choose("Sono una vicina")
    field(page, "In quale comune vive la famiglia").select_option("Rozzano")
    field(page, "Che cosa hai visto o sentito").fill("Le tapparelle sono giù da dieci giorni.")
    doing(page).choose("Non lo so")
    arrive(page.get_by_role("button", name="Manda allo sportello"))
    receipt = page.locator(".i-codes").inner_text()
    page.get_by_role("link", name="Vai alla ricevuta").click()
    page.get_by_label("codice").fill(receipt)
    page.get_by_role("button", name="Guarda").click()
    expect(page.get_by_role("region", name="A che punto è")).to_contain_text("non ancora")


def test_the_contact_shows_services_and_loses_nothing(visit):
    page = visit("assistente", javascript=False)
    page.goto("/contacts/new")
    field(page, "Nome").fill("Bruna")
    field(page, "Comune").select_option("Rozzano")
    doing(page).choose("Scuola e compiti")
    page.get_by_role("button", name="Mostra i servizi, e se la conosciamo già").click()
    near = page.get_by_role("complementary", name="Vicino a lei")
    chosen = near.get_by_role("link").first.inner_text()
    near.get_by_text("Le indico questo").first.click()
    assert field(page, "Nome").input_value() == "Bruna"
    doing(page).choose("Orientamento")
    page.get_by_role("button", name="Salva il contatto").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bruna")
    expect(page.get_by_role("link", name=chosen)).to_be_visible()


def test_a_family_with_two_persons(visit):
    page = visit("assistente", javascript=False)
    page.goto("/households/new")
    write(page, "Persona 1", Nome="Delia", Cognome="Senzascript")
    arrive(page.get_by_role("button", name="Aggiungi un'altra persona"))
    assert field(page, "Cognome").first.input_value() == "Senzascript", "nothing is lost on the way"
    write(page, "Persona 2", Nome="Nino", Cognome="Senzascript", Nascita="2018-02-03")
    field(page, "In casa è").last.select_option("Figlia o figlio")
    doing(page).choose("Équipe Rozzano")
    page.get_by_role("button", name="Scrivi la famiglia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Famiglia Senzascript")
    for name in ("Delia Senzascript", "Nino Senzascript"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def write(page: Page, person: str, **words: str) -> None:
    place = page.get_by_role("region", name=person)
    for label, said in words.items():
        field(page, label, within=place).fill(said)


def test_search(visit):
    page = visit("educatrice", javascript=False)
    page.goto("/search")
    page.get_by_role("main").get_by_role("textbox").or_(page.get_by_role("searchbox")).first.fill("marchetti")
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    page.get_by_role("link", name=re.compile("Marchetti Haddad")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Famiglia Marchetti Haddad")


def test_menu_profile_and_another_hat(visit):
    page = visit("ada", phone=True, javascript=False)
    page.goto("/hat")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_contain_text("da ora lavori con questo ruolo")
    page.get_by_role("banner").locator("summary").click()
    page.get_by_role("link", name="Cambia ente o ruolo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Con quale ruolo lavori adesso?")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_contain_text("da ora lavori con questo ruolo")
