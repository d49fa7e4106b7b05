"""Parents who have parted: both decide for their daughter, until a judge says otherwise, and every signature follows."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done, touch
from tests.journeys.parted import KEYS
from tests.journeys.planning import say_yes
from tests.journeys.walking import doing, field, pick, sidelong

COURT = "Tribunale ordinario di Milano"


@pytest.mark.parametrize("which", ["desk", "phone"])
def test_both_parents_decide_until_a_judge_says_otherwise(visit, which):
    page, surname = visit("assistente", phone=which == "phone"), KEYS[which]
    family, plan = (
        f"/households/{key_for('household', f'pg_parted_{which}')}",
        f"/plans/{key_for('plan', f'pg_parted_{which}')}",
    )
    father = f"Dario {surname}"

    page.goto(family)
    expect(who_decides(page)).to_contain_text(f"{father} e Nora Sala")

    page.goto(plan)
    say_yes(page, "Nora")
    expect(page.get_by_role("region", name="Prossimo passo")).to_contain_text(f"Manca il sì di {father}")
    begin(page)
    expect(page.get_by_role("main")).to_contain_text("si scrive perché si va avanti senza")
    page.get_by_role("link", name="Lascia com'era").click()

    write_the_limit(page, family, father)
    page.goto(family)
    expect(who_decides(page)).to_contain_text(f"Non informare {father}.")
    expect(who_decides(page)).to_contain_text("su questo oggi ha un limite")
    assert sidelong(page) == 0

    page.goto(plan)
    expect(page.get_by_role("main")).to_contain_text(f"Non consegnare e non raccontare a {father}.")
    say_yes(page, "Dario")
    expect(page.get_by_role("region", name="Firme e verifica")).to_contain_text("per Emma non basta")
    begin(page)
    expect(field(page, "Perché si comincia lo stesso")).to_have_count(0)
    page.get_by_role("button", name="Da oggi vale").click()
    done(page, "Fatto: il progetto vale da oggi.")

    ask_for_school(page, which, father)

    close_the_limit(page, family, father)
    page.goto(family)
    expect(who_decides(page)).to_contain_text(f"{father} e Nora Sala")
    expect(who_decides(page)).not_to_contain_text("Non informare")


def who_decides(page: Page):
    return page.get_by_role("region", name="Chi decide per i figli")


def begin(page: Page) -> None:
    page.get_by_role("link", name="Fai cominciare il progetto").click()
    field(page, "Quando lo rivediamo insieme").fill((today() + timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Da oggi vale").focus()


def write_the_limit(page: Page, family: str, father: str) -> None:
    """Forgotten who decided it, it is said, and what was written is kept."""
    page.goto(family)
    page.get_by_role("link", name="Atti, limiti e tutele").click()
    page.get_by_role("link", name="Scrivi chi decide").click()
    pick(page, "Per chi si decide", "Emma")
    touch(page, "In che veste", "Responsabilità genitoriale")
    pick(page, "Chi decide", father)
    touch(page, "Quanto vale", "limitata")
    doing(page).choose("scuola ed educazione")
    doing(page).choose("No: non informare")
    page.get_by_role("button", name="Salva chi decide").click()
    expect(page.get_by_role("alert").first).to_contain_text("Scrivi chi lo ha deciso")
    field(page, "Chi lo ha deciso").fill(COURT)
    page.get_by_role("button", name="Salva chi decide").click()
    done(page, "Fatto: è scritto chi decide.")
    expect(page.get_by_role("main")).to_contain_text(COURT)


def ask_for_school(page: Page, which: str, father: str) -> None:
    """Dario's yes is not enough for school; Nora's alone is."""
    household, service = (
        key_for("household", f"pg_parted_{which}"),
        key_for("service", "spazio_gioco_il_cortile"),
    )
    page.goto(f"/referrals/new?household={household}&need=futuro.istruzione&service={service}")
    pick(page, "Per chi", "Emma")
    field(page, "La richiesta, in due righe").fill("Due pomeriggi per i compiti.")
    doing(page).choose("A voce")
    pick(page, "Chi ha detto di sì", father)
    page.get_by_role("button", name="Manda la richiesta").click()
    expect(page.get_by_role("main")).to_contain_text("Per Emma manca ancora il sì di chi decide: Nora Sala.")
    pick(page, "Chi ha detto di sì", "Nora")
    page.get_by_role("button", name="Manda la richiesta").click()
    done(page, "Fatto: la richiesta è partita.")


def close_the_limit(page: Page, family: str, father: str) -> None:
    page.goto(f"{family}/responsibilities")
    page.get_by_role("link", name=f"Non vale più {father}").click()
    page.get_by_role("button", name="Salva la data").click()
    done(page, "Fatto: da quel giorno non vale più.")
    page.get_by_text("Che cosa valeva prima").click()
    expect(page.get_by_role("main")).to_contain_text("non vale più")
