"""A plan is signed by each in their own way: with a finger, on one's own telephone, from one's own access."""

import re

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done
from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.signed import KEYS
from tests.journeys.walking import doing, field, pick, sidelong

GOALS = ("Emma fa i compiti prima di cena", "Nora e Dario si dicono che cosa serve a Emma")
RESERVATION = "Il mercoledì per me è presto."


@pytest.mark.parametrize("which", ["desk", "phone"])
def test_signed_by_each_in_their_own_way(visit, which):
    on_phone = which == "phone"
    worker, educator = visit("assistente", phone=on_phone), visit("educatrice", phone=on_phone)
    key = f"pg_signed_{which}"
    plan = f"/plans/{key_for('plan', key)}"

    worker.goto(plan)
    sign_with_a_finger(worker, "Nora")
    father = give_the_address(worker, f"Dario {KEYS[which]}")
    sign_on_ones_own_telephone(visit(None, phone=True), father)
    sign_by_oneself(educator, plan)
    worker.goto(plan)
    expect(signatures(worker)).to_contain_text("Firmato con riserva")
    expect(signatures(worker)).to_contain_text(f"«{RESERVATION}»")
    expect(signatures(worker)).to_contain_text("ciò che è stato firmato è quello che si legge qui")
    hold(worker)


def signatures(page: Page):
    return page.get_by_role("region", name="Firme e verifica")


def hold(page: Page) -> None:
    """What every page must be, here too."""
    assert axe_complaints(page) == []
    assert heading_complaints(page) == []
    assert sidelong(page) == 0
    page.evaluate(
        "document.querySelectorAll('details').forEach(each => each.open = false)"
    )  # axe unfolds every menu


def draw(page: Page) -> None:
    """A line, as a finger leaves it."""
    pad = page.locator("canvas")
    pad.evaluate(
        "each => each.scrollIntoView({block: 'center', behavior: 'instant'})"
    )  # not under the bar at the bottom
    box = pad.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(box["x"] + 20 + step * 30, box["y"] + box["height"] / 2 + (-1) ** step * 20)
    page.mouse.up()
    expect(page.get_by_text("C'è un disegno")).to_be_visible()


def sign_with_a_finger(page: Page, who: str) -> None:
    """On the worker's telephone; forgotten to draw, it is said, and what was written is kept."""
    page.get_by_role("link", name="Scrivi chi ha detto sì").first.click()
    pick(page, "Chi ha detto sì", who)
    doing(page).choose("Ha firmato sullo schermo")
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("alert").first).to_contain_text("si firma con il dito")
    hold(page)
    draw(page)
    page.get_by_role("button", name="Salva").click()
    done(page, "Fatto: è scritto.")
    expect(signatures(page)).to_contain_text("sullo schermo, impronta")
    seen = signatures(page).get_by_role("link", name=re.compile(f"vedi la firma {who}"))
    answer = page.request.get(seen.get_attribute("href") or "")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


def give_the_address(page: Page, who: str) -> str:
    signatures(page).get_by_role("link", name="Da firmare sul suo telefono").click()
    doing(page).choose(who)
    page.get_by_role("button", name="Prepara l'indirizzo").click()
    done(page, "Fatto: ora aprilo sul suo telefono.")
    expect(page.get_by_role("img", name="Codice da inquadrare con la fotocamera")).to_be_visible()
    hold(page)
    said = page.get_by_role("region", name=f"Per {who}").inner_text()
    address = re.search(r"/sign/\S+", said)
    assert address is not None
    assert who.split()[0] not in address[0]
    return address[0]


def sign_on_ones_own_telephone(page: Page, address: str) -> None:
    """Read, put off, read again, signed with a reservation; then it opens no more."""
    page.goto(address)
    for words in GOALS:
        expect(page.get_by_role("main")).to_contain_text(words)
    hold(page)
    page.get_by_role("link", name="Non adesso").click()
    expect(page.get_by_role("main")).to_contain_text("Non è stato scritto niente.")
    hold(page)
    page.get_by_role("link", name="Torna al progetto").click()
    draw(page)
    field(page, "C'è qualcosa che non ti convince?").fill(RESERVATION)
    page.get_by_role("button", name="Dico sì").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Il sì è scritto")
    hold(page)
    page.goto(address)
    expect(page.get_by_role("button", name="Dico sì")).to_have_count(0)


def sign_by_oneself(page: Page, plan: str) -> None:
    """One tap."""
    page.goto(plan)
    page.get_by_role("button", name="Firma anche tu").click()
    done(page, "Fatto: hai firmato.")
    expect(page.get_by_role("button", name="Firma anche tu")).to_have_count(0)
