"""A request to a service, as who asks and who answers see it: each just its own side."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.going import done, go, open_from_today
from tests.journeys.planning import CHILD_GOAL, CHILD_SAID, PARENT_GOAL
from tests.journeys.walking import doing, field, written

REQUEST = "Tea vorrebbe fare i compiti con altri, due pomeriggi la settimana."
FAMILY_SAID = "La domenica sera adesso si ride."


def ask_the_school(page: Page, surname: str) -> None:
    """For the child whose goal it is, with the least; and just that stands in the preview."""
    page.get_by_role("link", name="Chiedi al servizio").click()
    expect(field(page, "Per chi").locator("option:checked")).to_contain_text(f"Tea {surname}")
    field(page, "La richiesta, in due righe").fill(REQUEST)
    page.get_by_role("button", name="Guarda come la vedranno").click()
    preview = page.get_by_role("complementary", name="Così la vedranno")
    assert written(preview, "Come si chiama") == "Tea"
    expect(preview).to_contain_text("Solo se dicono di sì")
    expect(preview).not_to_contain_text(surname)
    doing(page).choose("A voce")
    field(page, "Perché si va avanti senza un sì").fill("Il padre non è ancora stato nominato")
    page.get_by_role("button", name="Manda la richiesta").click()
    done(page, "Fatto: la richiesta è partita.")


def expect_just_what_was_sent(page: Page, surname: str, *, after_yes: bool) -> None:
    """Name and age of one child; whom to call after a yes; nothing else of the family, in words or in addresses."""
    asked = page.get_by_role("region", name="La richiesta")
    expect(asked).to_contain_text(REQUEST)
    assert (written(asked, "Come si chiama"), written(asked, "Quanti anni ha")) == ("Tea", "11 anni")
    assert asked.get_by_text("Ines, 345").count() == (1 if after_yes else 0)
    for untold in (surname, "Ivo", CHILD_SAID, PARENT_GOAL, CHILD_GOAL, FAMILY_SAID):
        assert untold not in page.content(), f"«{untold}» was not sent"


def step(page: Page, link: str, words: str, said: str) -> None:
    """A step of the service: its small page, one answer, and it is said who knows of it."""
    page.get_by_role("link", name=link).click()
    if words:
        doing(page).choose(words)
    page.get_by_role("main").get_by_role("button", name=link).click()
    done(page, said)


def answer_the_request(page: Page, surname: str) -> str:
    """Oggi says who asks and by when; read, accepted, begun. Answers the code by which the school knows it."""
    open_from_today(page, "Richieste a cui rispondere", "Cooperativa Il Telaio vi chiede un posto")
    expect_just_what_was_sent(page, surname, after_yes=False)
    step(page, "Sì, venite", "", "Fatto: è accolto, e chi ha chiesto lo sa.")
    expect_just_what_was_sent(page, surname, after_yes=True)
    step(page, "È cominciato", "", "Fatto")
    code = re.search(r"\S+-IN-\d+-\d+", page.get_by_role("main").inner_text())
    assert code is not None
    return code[0]


def end_the_service(page: Page, code: str) -> None:
    go(page, "Invii")
    page.get_by_role("navigation", name="A che punto").get_by_role("link", name="In corso").click()
    row = page.get_by_role("main").get_by_role("listitem").filter(has_text=code)
    row.get_by_role("heading").get_by_role("link").click()
    step(page, "Abbiamo concluso", "Fatto quanto chiesto", "ora chi ha chiesto sente dalla famiglia")


def write_what_the_family_says(page: Page, surname: str) -> None:
    """Oggi asks for it, and says why: the service has ended its part."""
    open_from_today(page, "Invii che aspettano la famiglia", f"Famiglia {surname}")
    doing(page).choose("Ha aiutato")
    field(page, "Con le loro parole").fill(FAMILY_SAID)
    page.get_by_role("button", name="Registra e chiudi").click()
    done(page, "Fatto: il cerchio è chiuso, con la risposta della famiglia.")
    expect(page.get_by_role("region", name="Che cosa dice la famiglia")).to_contain_text(FAMILY_SAID)


def expect_the_answer_without_its_words(page: Page, surname: str) -> None:
    """The school reads whether it helped; the family's words stay with who works with it."""
    page.reload()
    expect(page.get_by_role("region", name="A che punto è")).to_contain_text("ha aiutato")
    expect_just_what_was_sent(page, surname, after_yes=False)
