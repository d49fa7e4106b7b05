"""A family along a path: from a pregnancy to a first birthday; a loss, a child at school, silence, and the day that returns.

Days pass as they would: what is written of a path, and the child who is awaited, grow older by as many.
"""

from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Locator, Page, expect

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done, what_waits
from tests.journeys.looking import axe_complaints
from tests.journeys.walking import doing, field, pick, sidelong

PHONES = pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
FAMILY, CASE, CHILD, AWAITED = (
    key_for("household", "pg_full"),
    key_for("case", "pg_full"),
    key_for("person", "pg_child"),
    key_for("person", "pg_awaited"),
)
WAITS = "Percorsi delle famiglie"
Keeper = psycopg.Connection[Any]


@PHONES
def test_from_a_pregnancy_to_a_first_birthday(visit, kept, phone):
    page = visit("assistente", phone=phone)
    born = today() + timedelta(days=40)
    begin(page, "1000 giorni", born, person="in attesa")
    expect(page.get_by_text("Giorno 230 di 1000")).to_be_visible()
    path = page.url
    look_at_the_doors(page)
    days_pass(kept, path, 50)
    nobody_is_welcomed_yet(page, path)
    page.goto(path)
    expect(page.get_by_text("Giorno 280 di 1000")).to_be_visible()
    write_a_step(page, "La pediatra", "Scelta insieme, sotto casa.")
    is_born(page, today() - timedelta(days=10))
    take_the_letter(page, path, "Benvenuto", "Cara famiglia, siamo contenti per voi. Giulia")
    page.goto(path)
    expect(page.get_by_text("Giorno 280 di 1000")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Alba")
    days_pass(kept, path, 355)
    page.goto(path)
    expect(page.get_by_text("Giorno 635 di 1000")).to_be_visible()
    take_the_letter(page, path, "Buon compleanno", "Auguri a chi è cresciuto. Giulia")
    take_the_letter(
        page, path, "Ci vediamo per i tre mesi?", "Non serve più: ci siamo visti.", way="Lasciata da parte"
    )
    page.goto(path)
    expect(letters(page)).not_to_contain_text("Da portare")
    end(page, path)
    is_awaited_again(page)


@PHONES
def test_a_loss_its_silence_and_the_day_that_returns(visit, kept, phone):
    page = visit("assistente", phone=phone)
    begin(page, "SOLI MAI", today() - timedelta(days=5 if phone else 6), loss="Una morte")
    path = page.url
    look_at_the_child(page)
    at_school(page, path)
    silence(page)
    at_school_it_is_known(page, path)
    expect(letters(page)).not_to_contain_text("Apri le parole")
    page.goto("/")
    expect(page.get_by_role("main")).not_to_contain_text("Una lettera da portare: «Vi pensiamo»")
    page.goto(path)
    let_them_write(page)
    take_the_letter(page, path, "Vi pensiamo", "Abbiamo saputo, e ci dispiace. Giulia")
    days_pass(kept, path, 362)
    page.goto(path)
    letters(page).get_by_role("link", name="Apri le parole Come state").click()
    doing(page).press("Scrivi com'è andata")
    expect(page.get_by_role("alert")).to_contain_text("Questi giorni si lasciano in pace")
    days_pass(kept, path, 365 - 362 - (5 if phone else 6))
    at_school_it_is_a_day_in_peace(page, path)
    take_the_letter(page, path, "In questi giorni", "Ci ricordiamo. Giulia")
    page.goto(path)
    expect(page.get_by_role("region", name="Adesso")).to_contain_text("Il primo anniversario")
    stranger = visit("scuola", phone=phone)
    stranger.goto(path)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Questa pagina non c'è")
    end(page, path)


def is_born(page: Page, day: date) -> None:
    """The one who was awaited has a name: the path goes on with the same person."""
    page.goto(f"/households/{FAMILY}/persons/{AWAITED}/birth")
    field(page, "Nome").fill("Alba")
    field(page, "Cognome").fill("Tuttoscritto")
    field(page, "Giorno della nascita").fill(day.isoformat())
    doing(page).press("Scrivi la nascita")
    done(page, "la nascita è scritta")


def nobody_is_welcomed_yet(page: Page, path: str) -> None:
    """The day that was awaited has gone by, and nobody has written how it went."""
    page.goto(path)
    letters(page).get_by_role("link", name="Apri le parole Benvenuto").click()
    expect(page.get_by_role("main")).to_contain_text("una nascita che non è ancora scritta")


def is_awaited_again(page: Page) -> None:
    """Taken back: the district is that of the other journeys."""
    page.goto(f"/households/{FAMILY}/life")
    page.get_by_role("link", name="Annulla è nata una persona").first.click()
    field(page, "Perché era sbagliato").fill("Era una prova")
    doing(page).press("Annulla e rimetti com'era")
    done(page, "tutto com'era prima")


def at_school(page: Page, path: str) -> None:
    """From the look at a sibling the school's own path begins, from the same day; its first step is written."""
    page.get_by_role("link", name="Comincia il percorso a scuola Zeno").click()
    pick(page, "Chi parla con la scuola", "Giulia Serra")
    doing(page).press("Comincia")
    done(page, "Fatto: il percorso è cominciato.")
    expect(page.get_by_role("heading", level=1)).to_have_text("SOLI MAI a scuola")
    expect(page.get_by_role("main")).to_contain_text("Alla primaria")
    assert sidelong(page) == 0
    assert axe_complaints(page) == []
    page.reload()
    page.get_by_role("link", name="Scrivi com'è andata Una persona a scuola").first.click()
    field(page, "Due parole").fill("La maestra Berta, che vede ogni giorno.")
    doing(page).press("Scrivi")
    done(page, "Fatto: è scritto.")
    page.goto(path)


def at_school_it_is_known(page: Page, path: str) -> None:
    """The silence that the family has asked for is said at school too."""
    page.goto(path)
    page.get_by_role("link", name="Apri il percorso a scuola Zeno").click()
    expect(page.get_by_role("main")).to_contain_text("La famiglia ha chiesto silenzio.")
    page.get_by_role("link", name="Il percorso della famiglia").click()


def at_school_it_is_a_day_in_peace(page: Page, path: str) -> None:
    """On the day that returns: no tests, no questions."""
    page.goto(path)
    page.get_by_role("link", name="Apri il percorso a scuola Zeno").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Questi sono giorni da lasciare in pace.")
    expect(page.get_by_role("region", name="Adesso")).to_contain_text("Il primo anniversario, in pace")
    page.get_by_role("link", name="Il percorso finisce").click()
    doing(page).press("Chiudi il percorso")
    done(page, "Fatto: il percorso è finito.")


def begin(page: Page, title: str, zero: date, *, person: str = "", loss: str = "") -> None:
    page.goto(f"/cases/{CASE}/paths")
    page.get_by_role("link", name=f"Comincia {title}").click()
    field(page, "Da quale giorno si conta").fill(zero.isoformat())
    if person:
        page.locator("[name=person]").select_option(str(AWAITED))
    if loss:
        doing(page).choose(loss)
    pick(page, "Chi tiene i contatti", "Giulia Serra")
    doing(page).press("Comincia")
    done(page, "Fatto: il percorso è cominciato.")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def look_at_the_doors(page: Page) -> None:
    """One that is missing says what is missing; one that is there needs no word."""
    page.get_by_role("link", name="Guarda le 7 che mancano").click()
    answer(page, "consultorio", "C'è")
    answer(page, "nido", "Non ancora")
    doing(page).press("Salva")
    expect(page.get_by_role("alert").first).to_contain_text(
        "«Nido o altro posto educativo»: scrivi che cosa manca"
    )
    page.locator("[name=words-nido]").fill("Le iscrizioni aprono a gennaio.")
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    doors = page.get_by_role("region", name="L'accesso ai servizi")
    expect(doors).to_contain_text("Le iscrizioni aprono a gennaio.")
    expect(doors).to_contain_text("Guarda le 5 che mancano")


def look_at_the_child(page: Page) -> None:
    page.get_by_role("link", name="Guarda le 7 che mancano Zeno Tuttoscritto").click()
    answer(page, "at_school", "C'è")
    page.locator("[name=words-at_school]").fill("La maestra sa; c'è la biblioteca quando è troppo.")
    doing(page).press("Salva")
    done(page, "Fatto: è scritto.")
    expect(page.get_by_role("main")).to_contain_text("c'è la biblioteca quando è troppo")


def answer(page: Page, code: str, words: str) -> None:
    page.locator(f"#item-{code}").locator("label.i-choice").filter(has_text=words).click()


def take_the_letter(page: Page, path: str, title: str, words: str, *, way: str = "Consegnata a mano") -> None:
    """From Oggi to its words, and how it went."""
    what_waits(page, WAITS, f"Una lettera da portare: «{title}»").get_by_role("heading").get_by_role(
        "link"
    ).click()
    field(page, "Le parole").fill(words)
    doing(page).choose(way)
    assert sidelong(page) == 0
    doing(page).press("Scrivi com'è andata")
    done(page, "Fatto: è scritto.")
    assert page.url == path


def write_a_step(page: Page, title: str, words: str) -> None:
    page.get_by_role("link", name=f"Scrivi com'è andata {title}").last.click()
    field(page, "Due parole").fill(words)
    doing(page).press("Scrivi")
    done(page, "Fatto: è scritto.")
    expect(page.get_by_role("region", name="Già scritto")).to_contain_text(words)


def silence(page: Page) -> None:
    page.get_by_role("link", name="Ha chiesto silenzio").click()
    doing(page).press("Da oggi silenzio")
    done(page, "Fatto: non parte più niente.")


def let_them_write(page: Page) -> None:
    page.get_by_role("link", name="Si può scrivere di nuovo").click()
    doing(page).press("Togli il silenzio")
    done(page, "Fatto: si può scrivere di nuovo.")


def end(page: Page, path: str) -> None:
    page.goto(path)
    assert axe_complaints(page) == []
    page.get_by_role("link", name="Il percorso finisce").click()
    doing(page).choose("È arrivato in fondo")
    doing(page).press("Chiudi il percorso")
    done(page, "Fatto: il percorso è finito.")


def letters(page: Page) -> Locator:
    return page.get_by_role("region", name="Le lettere")


def days_pass(kept: Keeper, path: str, days: int) -> None:
    """So many days go by for all that is written of a path, and for the child of whom it is."""
    key = path.rstrip("/").split("/")[-1]
    kept.execute(
        "UPDATE plans_familypath SET zero = zero - %(n)s, begun_on = begun_on - %(n)s, next_on = next_on - %(n)s,"
        " letter_on = letter_on - %(n)s, waiting_letters = (SELECT coalesce(jsonb_agg(jsonb_build_object("
        "'letter', w.letter, 'day', w.day - %(n)s)), '[]') FROM jsonb_to_recordset(waiting_letters) w(letter text, day date))"
        " WHERE id = %(key)s",
        {"n": days, "key": key},
    )
    kept.execute(
        "UPDATE people_person SET birth_date = birth_date - %s WHERE id = (SELECT person_id FROM plans_familypath WHERE id = %s)",
        [days, key],
    )
    kept.execute(
        "UPDATE school_schoolpath SET zero = zero - %(n)s, begun_on = begun_on - %(n)s WHERE family_path_id = %(key)s",
        {"n": days, "key": key},
    )
    for table in ("pathmark", "pathcheck", "pathletter"):
        kept.execute(
            f"UPDATE plans_{table} SET day = day - %s WHERE path_id = %s", [days, key]
        )  # our own tables
