"""One family from a teacher's worry to the end of its way, across three organisations, as five people see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import (
    FAMILY_SAID,
    REQUEST,
    answer_the_request,
    ask_the_school,
    end_the_service,
    expect_the_answer_without_its_words,
    write_what_the_family_says,
)
from tests.journeys.going import done, go, go_to_review, go_to_way, open_from_today
from tests.journeys.planning import (
    CHILD_GOAL,
    PARENT_GOAL,
    begin_to_look,
    close_the_look,
    go_on_looking,
    let_the_plan_begin,
    look_together,
    write_the_plan,
)
from tests.journeys.test_first_steps import (
    open_the_analysis,
    write_a_worry,
    write_the_contact,
    write_the_family,
)
from tests.journeys.walking import doing, field, pick, sidelong


@pytest.mark.parametrize(
    ("phone", "surname"), [(False, "Ravasio"), (True, "Locatelli")], ids=["desk", "phone"]
)
def test_from_a_worry_to_a_way_that_ends(visit, phone, surname):
    write_a_worry(visit(phone=phone), surname)
    social_worker, educator, coordinator, school = (
        begin(visit(account, phone=phone))
        for account in ("assistente", "educatrice", "coordinatrice", "scuola")
    )
    welcome(social_worker, surname)
    take_in_charge(social_worker)
    begin_to_look(social_worker, "T0")

    open_from_today(educator, "Famiglie nuove per te", f"Famiglia {surname}")
    go_on_looking(educator)
    look_together(educator, mother="costa fatica", team="un po' sì, un po' no")
    expect(educator.get_by_role("region", name="Prossimo passo")).to_contain_text(
        "La chiude, con la famiglia"
    )
    social_worker.reload()
    close_the_look(social_worker)

    go_to_way(educator, surname)
    write_the_plan(educator)
    go_to_way(coordinator, surname)
    coordinator.get_by_role("link", name="Continua il progetto").click()
    let_the_plan_begin(coordinator)

    educator.reload()
    ask_the_school(educator, surname)
    code = answer_the_request(school, surname)
    open_from_today(educator, "Ti hanno risposto", f"Famiglia {surname}")

    prepare_the_review(coordinator)
    expect_it_cannot_end_yet(coordinator)
    begin_to_look(coordinator, "T1")
    go_to_review(educator, surname)
    educator.get_by_role("link", name="T1, alla verifica").click()
    look_together(educator, mother="va bene", team="va bene")
    coordinator.reload()
    close_the_look(coordinator)
    expect_what_moved(coordinator)

    go_to_review(educator, surname)
    score(educator, CHILD_GOAL, "0 atteso")
    score(educator, PARENT_GOAL, "−1 meno")
    end_the_service(school, code)
    write_what_the_family_says(educator, surname)
    expect_the_answer_without_its_words(school, surname)

    coordinator.get_by_role("link", name="Torna alla verifica").click()
    end_the_way(coordinator)
    expect_who_has_read(coordinator)
    expect_no_family_in_the_observatory(coordinator, surname)
    expect_mails(begin(visit("admin", phone=phone)), surname)


def begin(page: Page) -> Page:
    """Whoever comes in begins with Oggi."""
    page.goto("/")
    return page


# From the worry to a team that answers for the family


def welcome(page: Page, surname: str) -> None:
    """Oggi says that it waits; then the first conversation, the family, the analysis."""
    open_from_today(page, "Segnalazioni", f"{surname} non viene")
    expect(page.get_by_text(f"{surname}, classe 4B")).to_be_visible()
    doing(page).choose("Incontrare la famiglia")
    page.get_by_role("button", name="Scrivi il passo").click()
    page.get_by_role("link", name="Scrivi il colloquio con la famiglia").click()
    write_the_contact(page, surname)
    write_the_family(page, surname)
    open_the_analysis(page, surname)


def take_in_charge(page: Page) -> None:
    """An educator of another body answers for the family; the next step stands on the page."""
    page.get_by_role("link", name="Prendi in carico").click()
    pick(page, "Chi ne è il riferimento", "Chiara Fontana")
    doing(page).choose("Deciso insieme alla famiglia")
    page.get_by_role("button", name="Prendi in carico").click()
    done(page, "Fatto: la famiglia è in carico.")
    following = page.get_by_role("region", name="Prossimo passo")
    expect(following.get_by_role("link", name="Comincia a guardare insieme")).to_be_visible()


# Looking back, and the end


def prepare_the_review(page: Page) -> None:
    page.get_by_role("link", name="Prepara la verifica").first.click()
    field(page, "Che cosa guarderemo insieme").fill("I lunedì, i pomeriggi, la scuola.")
    field(page, "Chi ci sarà").fill("Ines, Tea e Ivo; Chiara.")
    page.get_by_role("button", name="Prepara la verifica").click()
    done(page, "Fatto: la verifica è preparata.")


def fill_the_closing(page: Page) -> None:
    page.get_by_role("link", name="Concludi il percorso").click()
    doing(page).choose("Gli obiettivi sono raggiunti")
    field(page, "Le parole per la famiglia").fill("I lunedì calmi li avete costruiti voi.")
    page.get_by_role("button", name="Concludi il percorso").click()


def expect_it_cannot_end_yet(page: Page) -> None:
    """Tried all the same, each reason is said, and what was written is kept."""
    fill_the_closing(page)
    said = page.get_by_role("alert")
    for reason in ("Manca lo sguardo alla verifica (T1)", "2 obiettivi", "1 invio è ancora aperto"):
        expect(said).to_contain_text(reason)
    expect(field(page, "Le parole per la famiglia")).not_to_have_value("")
    page.get_by_role("link", name="Lascia com'era").click()
    page.get_by_role("link", name="Apri la verifica").click()


def expect_what_moved(page: Page) -> None:
    """From the beginning to the review: drawn, and in a table for who reads numbers."""
    drawn = page.get_by_role("region", name=re.compile("che cosa è cambiato dall'inizio"))
    figures = drawn.get_by_role("figure")
    expect(figures).to_have_count(3)
    expect(figures.first.get_by_role("img")).to_contain_text("2,0 → 4,0 (+2,0)")
    figures.first.locator("summary").click()
    row = figures.first.get_by_role("row").filter(has_text="la mamma")
    for number in ("2,0", "4,0", "+2,0"):
        expect(row).to_contain_text(number)


def score(page: Page, goal: str, level: str) -> None:
    page.get_by_role("link", name=f"Scrivi a che punto siete {goal}").click()
    doing(page).choose(level)
    page.get_by_role("button", name="Salva a che punto siamo").click()
    done(page, "Fatto")
    page.get_by_role("link", name="Torna alla verifica").click()
    row = page.get_by_role("region", name="A che punto sono gli obiettivi").get_by_role("listitem")
    expect(row.filter(has_text=goal)).to_contain_text("guardato insieme")


def end_the_way(page: Page) -> None:
    """Nothing holds it back any more: it ends, and two calls are agreed."""
    expect(page.get_by_role("region", name="Che cosa manca prima di concludere")).to_have_count(0)
    fill_the_closing(page)
    done(page, "Fatto: il percorso è concluso.")
    later = page.get_by_role("region", name="Che cosa abbiamo concordato per dopo")
    expect(later.get_by_role("heading", level=3)).to_have_text(
        [re.compile("a 6 mesi"), re.compile("a 12 mesi")]
    )
    expect(later.get_by_text("Chiama Chiara Fontana").first).to_be_visible()


def expect_who_has_read(page: Page) -> None:
    page.get_by_role("link", name="Tutto quello che vedono, e chi ha guardato").click()
    looked = page.get_by_role("region", name="Chi ha guardato")
    for name in ("Giulia Serra", "Marta Rinaldi", "Chiara Fontana"):
        expect(looked.get_by_text(name).first).to_be_visible()
    assert sidelong(page) == 0


def expect_no_family_in_the_observatory(page: Page, surname: str) -> None:
    go(page, "Osservatorio")
    expect(page.get_by_role("heading", level=1)).to_have_text("Che cosa chiedono le famiglie, che cosa c'è")
    assert surname not in page.content()
    assert sidelong(page) == 0


def expect_mails(page: Page, surname: str) -> None:
    """To whom, and a title that says nothing of anybody: the administrator reads no more than that."""
    go(page, "Messaggi")
    rows = page.get_by_role("region", name="Dal più recente").get_by_role("listitem")
    for title, whom in (
        ("C'è una richiesta per voi", "scuola@"),
        ("C'è una risposta per voi", "educatrice@"),
    ):
        expect(rows.filter(has_text=title).filter(has_text=whom).first).to_be_visible()
    for title, whom in (
        ("C'è una richiesta per voi", "educatrice@"),
        ("C'è una risposta per voi", "scuola@"),
    ):
        expect(rows.filter(has_text=title).filter(has_text=whom)).to_have_count(0)
    for untold in (surname, "Tea", REQUEST, FAMILY_SAID):
        assert untold not in page.content()
