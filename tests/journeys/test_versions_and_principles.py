"""At the review of a plan: what has changed from one version to the next, and how we are working. On a desk and on a telephone."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done, go_to_review, go_to_way
from tests.journeys.walking import arrive, field, pick, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
WORDS = {False: "Ne abbiamo parlato in équipe.", True: "Ne abbiamo parlato al telefono."}


def lay_side_by_side(page: Page) -> None:
    page.goto(f"/plans/{key_for('plan', 'hoxha-2')}")
    page.get_by_role("link", name="Le altre versioni").click()
    page.get_by_role("button", name="Metti a fianco").click()
    goals = page.get_by_role("region", name="Gli obiettivi")
    expect(goals.get_by_role("article", name="A fine mese si mangia come all'inizio")).to_contain_text(
        "cambiato"
    )
    expect(goals.locator("ins")).to_contain_text("anche nelle settimane difficili")
    expect(goals.get_by_role("article", name="Litigare meno, e dirsi che cosa non va")).to_contain_text(
        "Quando lo si è lasciato"
    )
    assert sidelong(page) == 0


def prepare_the_review(page: Page) -> None:
    """Once: the second time it is there already."""
    go_to_way(page, "Hoxha")
    prepare = page.get_by_role("link", name="Prepara la verifica")
    if prepare.count():
        prepare.first.click()
        field(page, "Quando ci vediamo").fill((today() + timedelta(days=7)).isoformat())
        field(page, "Che cosa guarderemo insieme").fill("Che cosa è cambiato da novembre.")
        field(page, "Chi ci sarà").fill("Ana, Era, Giulia")
        page.get_by_role("button", name="Prepara la verifica").click()
        done(page, "Fatto: la verifica è preparata.")


def answer_the_principles(page: Page, words: str) -> None:
    arrive(page.get_by_role("link", name="Guarda i sei principi"))
    asked = page.get_by_role("form", name="Le domande")
    for question in asked.get_by_role("group").all():
        question.locator("label.i-choice").filter(has_text="Sì, così").click()
    for place in asked.get_by_role("textbox", name="Come, o perché non ancora").all():
        place.fill(words)
    asked.get_by_role("group", name="Nel progetto si leggono le parole").locator("label.i-choice").filter(
        has_text="Non ancora"
    ).click()
    pick(page, "Chi se ne ricorda", "Giulia Serra")
    field(page, "Quando lo riguardiamo").fill((today() + timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Salva le risposte").click()
    done(page, "Fatto")


@PHONES
def test_the_coordinator_compares_two_versions_and_answers_the_six_principles(visit, phone):
    page, words = visit("coordinatrice", phone=phone), WORDS[phone]
    lay_side_by_side(page)
    prepare_the_review(page)
    go_to_review(page, "Hoxha")
    answer_the_principles(page, words)
    expect(page.get_by_role("main")).to_contain_text("Manca: le parole dei bambini e dei ragazzi")
    expect(page.get_by_role("img", name="I sei principi, e com'è ciascuno")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("se ne ricorda Giulia Serra")
    assert sidelong(page) == 0
