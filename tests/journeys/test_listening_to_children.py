"""Two children listened to: one with the questions of her age and a drawing made on the screen, one with a drawing on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.documents.tests.makers import picture
from tests.journeys.going import done, touch
from tests.journeys.heard import KEYS
from tests.journeys.looking import axe_complaints, heading_complaints
from tests.journeys.walking import doing, field, pick, sidelong

PASSED: set[int] = set()  # looks whose colours have passed on an earlier page of this journey (decision 90)

LIKES = "Disegnare fumetti, con Amina."
HIDDEN, SHOWN = "Il posto segreto", "Io e il gatto"


@pytest.mark.parametrize("which", ["desk", "phone"])
def test_two_children_are_listened_to_and_the_look_closes(visit, which, tmp_path):
    phone, home = which == "phone", key_for("household", f"pg_heard_{which}")
    look = f"/assessments/{key_for('assessment', f'pg_heard_{which}')}"
    page = visit("educatrice", phone=phone)

    page.goto(look)
    page.get_by_role("link", name="Ascolta Nadia (11)").click()
    listen_to_nadia(page)
    draw(page)
    page.goto(look)
    expect(said(page)).to_contain_text("1 risposta, una faccia, 1 disegno")
    page.get_by_role("link", name="Ascolta Leo (3)").click()
    listen_to_leo(page, tmp_path)
    beside(page, look)

    decides = visit("assistente", phone=phone)
    decides.goto(look)
    decides.get_by_role("link", name="Chiudi la valutazione").click()
    decides.get_by_role("main").get_by_role("button", name="Chiudi").click()
    done(decides, "Fatto: la valutazione è chiusa.")
    decides.goto(voice_of(home, which, "nadia"))
    expect(decides.get_by_role("main")).to_contain_text(HIDDEN)
    expect(decides.get_by_role("link", name="Correggi")).to_have_count(0)

    colleague = visit("psicologa", phone=phone)
    colleague.goto(voice_of(home, which, "nadia"))
    expect(colleague.get_by_role("main")).to_contain_text(LIKES)
    expect(colleague.get_by_role("main")).to_contain_text("Un disegno che tiene per sé")
    expect(colleague.get_by_role("main")).not_to_contain_text(HIDDEN)
    assert colleague.get_by_role("img").count() == 0

    stranger = visit("pg_nuova", phone=phone)
    for address in (look, f"{look}/beside", voice_of(home, which, "nadia"), voice_of(home, which, "leo")):
        answer = stranger.goto(address)
        assert answer
        assert answer.status == 404
        expect(stranger.locator("body")).not_to_contain_text(KEYS[which])


def voice_of(home: object, which: str, who: str) -> str:
    return f"/households/{home}/children/{key_for('person', f'pg_heard_{which}_{who}')}/voice"


def said(page: Page):
    return page.get_by_role("region", name="Che cosa dicono i bambini")


def sound(page: Page) -> None:
    """axe has nothing to say, headings are in order, nothing runs off the screen."""
    assert axe_complaints(page, PASSED) == []
    assert heading_complaints(page) == []
    assert sidelong(page) == 0


def listen_to_nadia(page: Page) -> None:
    """Forgotten where, it is said, and what she told is still there."""
    expect(page.get_by_role("region", name="Prima, diglielo così")).to_contain_text(
        "non posso tenerlo per me"
    )
    sound(page)
    touch(page, "Come va?", "Così così")
    field(page, "In questo periodo, che cosa ti piace?").fill(LIKES)
    touch(page, "Chi c'era", "Nessun altro")
    doing(page).press("Salva quello che ha detto")
    expect(page.get_by_role("alert")).to_contain_text("Dove")
    expect(field(page, "In questo periodo, che cosa ti piace?")).to_have_value(LIKES)
    touch(page, "Dove", "A scuola")
    doing(page).press("Salva quello che ha detto")
    done(page, "Fatto: è scritto.")
    expect(page.get_by_role("main")).to_contain_text("ascoltava Chiara Fontana, a scuola, senza nessun altro")


def draw(page: Page) -> None:
    """With the mouse or a finger, in two colours, one stroke taken away; kept to who listened."""
    page.get_by_role("link", name="Aggiungi un disegno").click()
    sound(page)
    line(page, 0.2, 0.8)
    page.get_by_role("button", name="rosso").click()
    line(page, 0.8, 0.2)
    line(page, 0.5, 0.5)
    page.get_by_role("button", name="Togli l'ultimo segno").click()
    field(page, "Come lo chiama").fill(HIDDEN)
    doing(page).press("Tieni il disegno")
    done(page, "Fatto: il disegno è al sicuro.")
    drawn = page.get_by_role("img", name=f"Disegno: {HIDDEN}")
    drawn.scroll_into_view_if_needed()
    expect(drawn).to_have_js_property("naturalWidth", 1000)
    sound(page)


def line(page: Page, start: float, end: float) -> None:
    """Across the pad, from one height to another."""
    canvas = page.locator("canvas")
    canvas.scroll_into_view_if_needed()
    area = canvas.bounding_box()
    assert area
    page.mouse.move(area["x"] + area["width"] * 0.2, area["y"] + area["height"] * start)
    page.mouse.down()
    page.mouse.move(area["x"] + area["width"] * 0.8, area["y"] + area["height"] * end, steps=6)
    page.mouse.up()


def listen_to_leo(page: Page, folder: Path) -> None:
    """By playing; his drawing is on paper, and he shows it to everybody."""
    expect(page.get_by_role("main")).to_contain_text("Giocando:")
    touch(page, "Dove", "A casa")
    touch(page, "Chi c'era", "C'era anche qualcun altro")
    field(page, "Se c'era qualcun altro, chi").fill("la mamma, in cucina")
    pick(page, "Chi ha ascoltato", "Chiara Fontana")
    doing(page).press("Salva quello che ha detto")
    done(page, "Fatto: è scritto.")
    page.get_by_role("link", name="Aggiungi un disegno").click()
    paper = folder / "IMG_2042.jpg"
    paper.write_bytes(picture("JPEG", (400, 300)))
    page.locator("input[type=file]").set_input_files(paper)
    field(page, "Come lo chiama").fill(SHOWN)
    doing(page).choose("Sì, può vederlo chi lavora con la famiglia")
    doing(page).press("Tieni il disegno")
    done(page, "Fatto: il disegno è al sicuro.")
    expect(page.get_by_role("main")).to_contain_text("c'era anche: la mamma, in cucina")


def beside(page: Page, look: str) -> None:
    """Nadia's words stand beside her mother's, and on a telephone above them; no number is made of hers."""
    page.goto(look)
    page.get_by_role("link", name="Le voci, una accanto all'altra").click()
    theme = page.get_by_role("region", name="Crescere e imparare")
    expect(theme.get_by_role("group", name="Chi cresce")).to_contain_text(LIKES)
    expect(theme.get_by_role("group", name="I grandi")).to_contain_text("Ornella, la mamma")
    children = theme.get_by_role("group", name="Chi cresce").bounding_box()
    adults = theme.get_by_role("group", name="I grandi").bounding_box()
    assert children
    assert adults
    assert (children["x"] < adults["x"]) or (children["y"] < adults["y"])
    sound(page)
