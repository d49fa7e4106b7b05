"""A child changes class and goes on; a teacher tells what goes well and what costs effort, and the family reads it."""

from typing import Any

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.messages.rules import token_of
from tests.journeys.going import done
from tests.journeys.looking import axe_complaints
from tests.journeys.walking import doing, field, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
FAMILY, CHILD = key_for("household", "pg_full"), key_for("person", "pg_child")
STRONG, HARD = (
    "Sa aspettare il suo turno, e fa ridere tutti.",
    "Il lunedì arriva senza merenda e si addormenta.",
)
Keeper = psycopg.Connection[Any]


@PHONES
def test_a_teacher_s_sheet_from_the_request_to_the_family(visit, kept, phone):
    page = visit("assistente", phone=phone)
    page.goto(f"/households/{FAMILY}/school")
    well_made(page)
    page.get_by_role("link", name="Zeno").click()
    page.get_by_role("link", name="Chiedi a chi insegna").click()
    without_a_yes_nobody_is_asked(page)
    doing(page).press("Manda il collegamento")
    done(page, "Fatto: la mail è partita.")
    expect(page.get_by_role("main")).to_contain_text("Chi insegna ha letto solo: Zeno, classe 3 C.")
    sheet = page.url

    teacher = visit(None, phone=phone)
    address = f"/seen-at-school/{token(kept)}"
    teacher.goto(address)
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Zeno a scuola")
    expect(teacher.get_by_role("main")).not_to_contain_text("Tuttoscritto")
    well_made(teacher)
    what_goes_well_comes_first(teacher)
    answer(teacher, "Arriva con sonno, o senza avere mangiato.", "a volte")
    field(teacher, "Chi risponde").fill("Berta, la maestra di italiano")
    teacher.get_by_role("button", name="Manda a").click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Grazie, è arrivata")
    well_made(teacher)
    teacher.goto(address)
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Grazie, è arrivata")

    page.goto(sheet)
    main = page.get_by_role("main")
    expect(main).to_contain_text(STRONG)
    expect(main).to_contain_text(HARD)
    well_made(page)
    page.get_by_role("link", name="Letta con la famiglia").click()
    field(page, "Che cosa ne dicono").fill("Il lunedì torna tardi dal papà.")
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    expect(main).to_contain_text("Il lunedì torna tardi dal papà.")
    stranger = visit("scuola", phone=phone)
    stranger.goto(sheet)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Questa pagina non c'è")


def well_made(page: Page) -> None:
    """As it opens; whoever looks unfolds everything, and what was unfolded is folded again."""
    assert sidelong(page) == 0
    assert axe_complaints(page) == []
    page.reload()


def without_a_yes_nobody_is_asked(page: Page) -> None:
    """The mother decides, and the father on school too: who has not said it is named, and one says why one goes on."""
    well_made(page)
    doing(page).press("Manda il collegamento")
    expect(page.get_by_role("alert").first).to_contain_text("manca")
    doing(page).choose("Wilma")
    field(page, "Perché si va avanti senza il sì di qualcuno").fill(
        "Il papà è avvisato dal tribunale, risponde venerdì."
    )


def what_goes_well_comes_first(page: Page) -> None:
    """Sent with what is hard alone, it comes back with every word, and asks for something that goes well."""
    facts = page.get_by_label("I fatti, con parole semplici")
    facts.nth(1).fill(HARD)
    page.get_by_role("button", name="Manda a").click()
    expect(page.get_by_role("alert").first).to_contain_text("una cosa che va bene c'è sempre")
    expect(facts.nth(1)).to_have_value(HARD)
    assert sidelong(page) == 0
    facts.nth(0).fill(STRONG)
    answer(page, "Ride, scherza, gioca.", "spesso")


def answer(page: Page, statement: str, step: str) -> None:
    page.get_by_role("group", name=statement).locator("label").filter(has_text=step).first.click()


def token(kept: Keeper) -> str:
    """Of the link that has just been made: the mail carries it."""
    row = kept.execute(
        "SELECT id FROM post_onetimelink WHERE purpose = 'school_sheet' ORDER BY made_at DESC LIMIT 1"
    ).fetchone()
    assert row is not None
    return token_of(row[0], settings.SECRET_KEY)


@PHONES
def test_a_child_who_changes_class_goes_on_from_the_same_page(visit, phone):
    page = visit("educatrice", phone=phone)
    page.goto(f"/households/{FAMILY}/people/{CHILD}/school")
    page.get_by_role("link", name="È finita, o cambia").click()
    doing(page).choose("Ripete l'anno" if phone else "Passa alla classe dopo")
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    page.get_by_role("link", name="Scrivi dove studia").first.click()
    expect(page.locator("[name=year]")).to_have_value("4")
    well_made(page)
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    expect(page.get_by_role("region", name="Classe per classe")).to_contain_text("4 C")
    page.get_by_role("link", name="Scrivi con chi si parla").click()
    field(page, "Nome e cognome").fill("Gino Maestro")
    doing(page).choose("Insegnante di sostegno")
    doing(page).press("Salva")
    expect(page.get_by_role("alert").first).to_contain_text("ne basta uno")
    field(page, "Telefono").fill("02 555 9090")
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    expect(page.get_by_role("region", name="Con chi si parla")).to_contain_text("02 555 9090")
    well_made(page)
