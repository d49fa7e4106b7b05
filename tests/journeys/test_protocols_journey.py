"""A protocol in two persons: a coordinator writes a draft of it, the psychologist reads it beside the one in use and approves
it by name. On a desk and on a telephone, each with a protocol of its own."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.going import done, go, touch
from tests.journeys.walking import field, sidelong

TELLS = pytest.mark.parametrize(
    ("phone", "title", "step"),
    [(False, "Accompagnamento", "Il pane del giovedì"), (True, "Dopo la conclusione", "Una cartolina")],
    ids=["desk", "phone"],
)


def open_protocol(page: Page, title: str) -> None:
    """From the menu, as one who has never been there."""
    page.goto("/")
    go(page, "Rete")
    page.get_by_role("link", name="I protocolli", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def write_a_step(page: Page, step: str) -> None:
    page.get_by_role("link", name="Prepara una bozza").first.click()
    page.get_by_role("button", name="Comincia la bozza").click()
    expect(page.get_by_role("main")).to_contain_text("È una bozza: con questo testo non si comincia ancora.")
    page.get_by_role("link", name="Aggiungi un passo").first.click()
    field(page, "Che cosa si fa").fill(step)
    field(page, "Testo").fill("Si porta di persona.")
    field(page, "Da quando").fill("quando capita")
    touch(page, "Chi lo fa", "Tutta l'équipe")
    page.get_by_role("button", name="Aggiungi").click()
    expect(page.get_by_role("alert")).to_contain_text("non si capisce quando")
    field(page, "Da quando").fill("3 settimane dopo")
    page.get_by_role("group", name="In quale filo").locator("label.i-choice").first.click()
    page.get_by_role("button", name="Anteprima").click()
    expect(page.get_by_role("region", name="Come si leggerà")).to_contain_text("3 settimane dopo")
    assert sidelong(page) == 0
    page.get_by_role("button", name="Aggiungi").click()
    done(page, "Fatto")
    expect(page.get_by_role("listitem").filter(has_text=step)).to_contain_text("3 settimane dopo")


@TELLS
def test_one_writes_a_protocol_and_another_approves_it(visit, phone, title, step):
    page = visit("coordinatrice", phone=phone)
    open_protocol(page, title)
    assert sidelong(page) == 0
    write_a_step(page, step)
    assert sidelong(page) == 0
    expect(page.get_by_role("link", name="Approva questa versione")).to_have_count(0)
    draft = page.url.partition("#")[0]

    reader = visit("psicologa", phone=phone)
    open_protocol(reader, title)
    expect(reader.get_by_role("main")).not_to_contain_text(step)
    reader.goto(draft)
    reader.get_by_role("link", name="Guarda che cosa cambia rispetto a quella in uso").click()
    expect(reader.get_by_role("article", name=step)).to_contain_text("nuovo")
    assert sidelong(reader) == 0
    reader.goto(draft)
    reader.get_by_role("link", name="Approva questa versione").click()
    reader.get_by_text("L'ho letta tutta, e ne rispondo con il mio nome").click()
    reader.get_by_role("button", name="Approva con il mio nome").click()
    done(reader, "Fatto")
    expect(reader.get_by_role("main")).to_contain_text("da Irene Costa")
    open_protocol(page, title)
    expect(page.get_by_role("main")).to_contain_text(step)
