"""A plan is signed by each in their own way, begins, and is looked at twice: each time a version is revised, and signed anew."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done
from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.passing import days_go_by
from tests.journeys.signed import KEYS
from tests.journeys.walking import arrive, doing, field, pick, sidelong

PASSED: set[int] = set()  # looks whose colours have passed on an earlier page of this journey (decision 90)

GOALS = ("Emma fa i compiti prima di cena", "Nora e Dario si dicono che cosa serve a Emma")
A_SEASON = 90
RESERVATION = "Il mercoledì per me è presto."


@pytest.mark.parametrize("which", ["desk", "phone"])
def test_signed_by_each_in_their_own_way_and_looked_at_twice(visit, which):
    on_phone = which == "phone"
    worker, educator = visit("assistente", phone=on_phone), visit("educatrice", phone=on_phone)
    key = f"pg_signed_{which}"
    family = key_for("household", key)
    plan, way = f"/plans/{key_for('plan', key)}", f"/cases/{key_for('case', key)}"

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

    refuse_before_she_is_heard(worker)
    hear(worker, "Ada", "Chiara Fontana")
    begin(worker)

    for moment in ("prima", "seconda"):
        days_go_by(family, A_SEASON)
        worker.reload()
        look_again(worker, way)
        revise(worker)
        sign_with_a_finger(worker, "Nora")
        sign_by_oneself(educator, worker.url)
        worker.reload()
        begin(worker, without="Dario è in viaggio.", unheard="Ada è in gita: ne parliamo lunedì.")
        expect(signatures(worker)).to_contain_text("Non ancora: Ada è in gita")
        end_the_review(worker, way, f"Alla {moment} verifica i compiti vanno.")

    worker.goto(plan)
    worker.get_by_role("link", name="Le altre versioni").click()
    expect(worker.get_by_role("main").get_by_role("heading", level=3)).to_have_text(
        ["Versione 3", "Versione 2", "Versione 1"]
    )
    hold(worker)
    worker.get_by_role("link", name="Versione 1").click()
    expect(signatures(worker)).to_contain_text("Firmato con riserva")


def signatures(page: Page):
    return page.get_by_role("region", name="Firme e verifica")


def hold(page: Page) -> None:
    """What every page must be, here too."""
    assert axe_complaints(page, PASSED) == []
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
    expect(signatures(page)).to_contain_text(re.compile("sullo schermo, .*impronta"))
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
    """Below everything that it is about."""
    page.goto(plan)
    page.get_by_role("link", name="Firma anche tu").click()
    expect(page.get_by_role("main")).to_contain_text("Dove vogliamo arrivare")
    hold(page)
    page.get_by_role("button", name="Firma anche tu").click()
    done(page, "Fatto: hai firmato.")
    expect(page.get_by_role("link", name="Firma anche tu")).to_have_count(0)


def refuse_before_she_is_heard(page: Page) -> None:
    expect(signatures(page)).to_contain_text("L'ascolto di Ada, 14 anni")
    page.get_by_role("link", name="Fai cominciare il progetto").click()
    expect(page.get_by_role("main")).to_contain_text("non è scritta la parola di Ada")
    hold(page)
    page.get_by_role("link", name="Lascia com'era").click()


def hear(page: Page, who: str, listener: str) -> None:
    page.get_by_role("link", name="Scrivi chi ha detto sì").first.click()
    pick(page, "Chi ha detto sì", who)
    doing(page).choose("Ha letto la sua versione")
    pick(page, "Chi l'ha ascoltato", listener)
    hold(page)
    page.get_by_role("button", name="Salva").click()
    done(page, "Fatto: è scritto.")
    expect(signatures(page)).to_contain_text(f"Ha ascoltato {listener}.")


def begin(page: Page, *, without: str = "", unheard: str = "") -> None:
    page.get_by_role("link", name="Fai cominciare il progetto").click()
    field(page, "Quando lo rivediamo insieme").fill((today() + timedelta(days=A_SEASON)).isoformat())
    for label, words in (
        ("Perché si comincia lo stesso", without),
        ("Perché si comincia prima di ascoltare", unheard),
    ):
        expect(field(page, label)).to_have_count(1 if words else 0)
        if words:
            field(page, label).fill(words)
    hold(page)
    page.get_by_role("button", name="Da oggi vale").click()
    done(page, "Fatto: il progetto vale da oggi.")


def look_again(page: Page, way: str) -> None:
    """The review is prepared, and each goal looked at."""
    page.get_by_role("link", name="Prepara la verifica").first.click()
    field(page, "Che cosa guarderemo insieme").fill("I compiti, e come ci si parla.")
    field(page, "Chi ci sarà").fill("Nora, Dario, Emma e Ada; Chiara.")
    page.get_by_role("button", name="Prepara la verifica").click()
    done(page, "Fatto: la verifica è preparata.")
    page.goto(f"{way}/review")
    hold(page)
    for goal in GOALS:
        page.get_by_role("link", name=f"Scrivi a che punto siete {goal}").click()
        doing(page).choose("−1 meno")
        hold(page)
        page.get_by_role("button", name="Salva a che punto siamo").click()
        done(page, "Fatto")
        page.get_by_role("link", name="Torna alla verifica").click()


def revise(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Apri il progetto").first.click()
    arrive(page.get_by_role("link", name="Prepara una versione nuova"))
    hold(page)
    page.get_by_role("button", name="Prepara la versione nuova").click()
    done(page, "Fatto: la versione nuova è in preparazione.")
    hold(page)


def end_the_review(page: Page, way: str, words: str) -> None:
    plan = page.url
    page.goto(f"{way}/review")
    page.get_by_role("link", name="Scrivi che cosa abbiamo letto").click()
    field(page, "Che cosa abbiamo letto insieme").fill(words)
    hold(page)
    page.get_by_role("button", name="Salva, il progetto va avanti").click()
    done(page, "Fatto: la verifica è scritta, il progetto va avanti.")
    page.goto(plan)
