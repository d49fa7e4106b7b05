"""From a school's first worry to a team of two organisations: the walk, as those who do it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import Hand, doing, field, pick, sidelong, written

FACTS = "Da tre settimane {name} non viene in classe il lunedì, e quando c'è si addormenta sul banco."
CHILDREN = (("Tea", "2015-04-02"), ("Ivo", "2019-11-20"))


@pytest.mark.parametrize(
    ("phone", "surname"), [(False, "Brambati"), (True, "Colnaghi")], ids=["desk", "phone"]
)
def test_from_a_worry_to_a_team_of_two_organisations(visit, phone, surname):
    teacher = visit(phone=phone)
    receipt = write_a_worry(teacher, surname)
    expect_receipt(teacher, receipt, is_read=False)

    social_worker = visit("assistente", phone=phone)
    welcome_the_signal(social_worker, surname)
    write_the_contact(social_worker, surname)
    write_the_family(social_worker, surname)
    family = social_worker.url
    open_the_analysis(social_worker, surname)
    case = social_worker.url

    coordinator = visit("coordinatrice", phone=phone)
    take_in_charge(coordinator, case)

    educator = visit("educatrice", phone=phone)
    find_the_family(educator, family, surname)

    stranger = visit("comune", phone=phone)
    expect_nothing_at(stranger, family, case)

    see_who_has_looked(educator, family)
    expect_receipt(teacher, receipt, is_read=True)
    add_a_word(teacher)
    expect_news(social_worker, surname)

    give_to_another_team(coordinator, case)
    expect_nothing_at(coordinator, family, case)
    expect_nothing_at(educator, family, case)
    stranger.goto(family)
    expect(stranger.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")


def write_a_worry(page: Page, surname: str) -> str:
    """A teacher without an account; answers the receipt code."""
    page.goto("/segnala")
    expect(page.get_by_role("link", name="112").first).to_be_visible()
    doing(page).choose("Lavoro in una scuola")
    page.get_by_label("In quale comune vive la famiglia").select_option("Rozzano")
    page.get_by_label("Che cosa hai visto o sentito").fill(FACTS.format(name=surname))
    page.get_by_label("Di quale famiglia si tratta").fill(f"{surname}, classe 4B")
    doing(page).choose("Sì, gliel'ho detto")
    page.get_by_role("button", name="Manda allo sportello").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Grazie: è arrivata")
    assert sidelong(page) == 0
    return str(page.get_by_role("region", name="La tua ricevuta").locator(".i-codes").inner_text()).strip()


def expect_receipt(page: Page, receipt: str, *, is_read: bool) -> None:
    """«Ricevuta, letta», and not a word of what was written."""
    page.goto("/segnala/ricevuta")
    page.get_by_label("codice").fill(receipt)
    page.get_by_role("button", name="Guarda").click()
    said = page.get_by_role("region", name="A che punto è")
    day = written(said, "Ricevuta")
    assert re.search(r"\d", day), "a day, in words"
    assert written(said, "Letta") == (day if is_read else "non ancora")
    assert receipt not in page.url
    assert "si addormenta" not in page.content(), "a receipt shows two dates and nothing else"


def add_a_word(page: Page) -> None:
    page.get_by_label("Aggiungi una parola").fill("Oggi è venuta la nonna a prenderla.")
    page.get_by_role("button", name="Manda la parola").click()
    expect(page.get_by_role("status")).to_contain_text("la tua parola è arrivata allo sportello")


def welcome_the_signal(page: Page, surname: str) -> None:
    """Oggi says that it waits; the inbox too; the first step is chosen."""
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Giulia")
    if (everything := page.get_by_role("link", name="Mostra anche il resto in «Segnalazioni»")).count():
        everything.click()
    expect(page.get_by_role("link", name=re.compile(f"{surname} non viene")).first).to_be_visible()
    page.goto("/signals/")
    page.get_by_role("link", name=re.compile(f"{surname} non viene")).click()
    expect(page.get_by_text(f"{surname}, classe 4B")).to_be_visible()
    doing(page).choose("Incontrare la famiglia")
    page.get_by_role("button", name="Scrivi il passo").click()
    expect(page.get_by_role("status").first).to_contain_text("Fatto")
    page.get_by_role("link", name="Scrivi il colloquio con la famiglia").click()


def write_the_contact(page: Page, surname: str) -> None:
    """Under three minutes means few gestures: they are counted."""
    hand = Hand(page)
    hand.fill("Nome", "Ines")
    hand.fill("Cognome", surname)
    hand.fill("Telefono", f"345 {len(surname)}00 1122")
    hand.choose("Scuola e compiti")
    hand.choose("Proposta di accompagnamento")
    hand.press("Salva il contatto")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Ines {surname}")
    expect(page.get_by_text("Fatto: il contatto è scritto nel registro.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(f"{surname} non viene"))).to_be_visible()
    assert hand.gestures < 12
    assert sidelong(page) == 0


def write_the_family(page: Page, surname: str) -> None:
    """Out of the conversation, then two children."""
    page.get_by_role("link", name="Scrivi la famiglia").click()
    pick(page, "Chi la accompagna", "Équipe Rozzano")
    page.get_by_role("button", name="Scrivi la famiglia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")
    for given, birth in CHILDREN:
        page.get_by_role("link", name="Aggiungi una persona").click()
        field(page, "Nome").fill(given)
        field(page, "Cognome").fill(surname)
        page.get_by_label("In casa è").select_option("Figlia o figlio")
        page.get_by_label("Nascita").fill(birth)
        page.get_by_role("button", name="Aggiungi", exact=True).click()
    people = page.get_by_role("region", name="Chi sono")
    for given in ("Ines", "Tea", "Ivo"):
        expect(people.get_by_role("link", name=f"{given} {surname}", exact=True)).to_be_visible()
    assert sidelong(page) == 0


def open_the_analysis(page: Page, surname: str) -> None:
    page.get_by_role("link", name="Apri l'analisi preliminare").click()
    doing(page).choose("È arrivata una segnalazione")
    page.get_by_role("button", name="Apri l'analisi preliminare").click()
    expect(page.get_by_text("Fatto: l'analisi preliminare è aperta.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")


def take_in_charge(page: Page, case: str) -> None:
    """An educator answers for the family; who began with it and a psychologist work with her, each of another body."""
    page.goto(case)
    page.get_by_role("link", name="Prendi in carico").click()
    pick(page, "Chi ne è il riferimento", "Chiara Fontana")
    doing(page).choose("Deciso insieme alla famiglia")
    page.get_by_role("button", name="Prendi in carico").click()
    expect(page.get_by_text("Fatto: la famiglia è in carico.")).to_be_visible()
    page.get_by_role("link", name="Aggiungi una persona").click()
    pick(page, "Chi comincia a lavorare con loro", "Irene Costa")
    page.get_by_label("Per fare che cosa").fill("Ascolta Ines, ogni due settimane")
    page.get_by_role("button", name="Aggiungi", exact=True).click()
    team = page.get_by_role("region", name="Chi lavora con loro")
    for said in ("Cooperativa Il Telaio", "Cooperativa Il Melograno", "Comune di Rozzano", "riferimento"):
        expect(team.get_by_text(said).first).to_be_visible()
    assert sidelong(page) == 0


def find_the_family(page: Page, family: str, surname: str) -> None:
    """In Oggi or not, in the list and by search; the address bar never holds a name."""
    page.goto("/households/")
    expect(page.get_by_role("link", name=f"Famiglia {surname}")).to_be_visible()
    page.goto("/search")
    page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first.fill(surname)
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    found = page.get_by_role("main").get_by_role("link", name=re.compile(surname)).first
    expect(found).to_be_visible()
    assert page.url.endswith("/search"), "what is searched stands in no address"
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")
    assert page.url.startswith(family) and surname.lower() not in page.url.lower()
    expect(page.get_by_role("region", name="Chi lavora con loro")).to_contain_text("Chiara Fontana")


def expect_nothing_at(page: Page, *addresses: str) -> None:
    """The same page that stands where there is nothing at all."""
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None and answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Questa pagina non c'è")


def see_who_has_looked(page: Page, family: str) -> None:
    page.goto(family)
    page.get_by_role("link", name="Chi vede che cosa, e chi ha guardato").click()
    looked = page.get_by_role("region", name="Chi ha guardato")
    for name in ("Giulia Serra", "Marta Rinaldi", "Chiara Fontana"):
        expect(looked.get_by_text(name).first).to_be_visible()
    expect(looked).not_to_contain_text("Paolo Vitali")


def expect_news(page: Page, surname: str) -> None:
    page.goto("/signals/")
    line = page.get_by_role("listitem").filter(has_text=re.compile(f"{surname} non viene")).first
    expect(line).to_contain_text("Una parola nuova")


def give_to_another_team(page: Page, case: str) -> None:
    page.goto(case)
    page.get_by_role("link", name="Affida a un'altra équipe").click()
    pick(page, "A quale équipe", "Équipe Opera e Pieve")
    doing(page).choose("La famiglia ha cambiato comune")
    page.get_by_label("Da dove può cominciare chi la accoglie").fill(
        "Ines si fida di Irene; il lunedì è il giorno difficile."
    )
    page.get_by_role("button", name="Affida la famiglia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("La famiglia è affidata")
