"""A line of support as two people see it: the team asks and reads how it ends, the psychologist keeps what was said."""

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from tests.journeys.going import done, go_to_way, open_from_today, touch
from tests.journeys.walking import doing, field, pick, sidelong

QUESTION = "Si sentono soli con le decisioni dei figli, e lo dicono loro."
NOTE = "Appunti miei: il padre parla per primo, poi lascia spazio."
FOR_THE_TEAM = "Decidono insieme la sera, e si vede."
GROUP = "Linee di sostegno"


@pytest.mark.parametrize(
    ("phone", "surname"), [(False, "Hoxha"), (True, "Pellegrini")], ids=["desk", "phone"]
)
def test_from_the_question_of_the_team_to_an_outcome(visit, phone, surname):
    educator, psychologist = visit("educatrice", phone=phone), visit("psicologa", phone=phone)
    for each in (educator, psychologist):
        each.goto("/")
    ask(educator, surname)
    accept(psychologist, surname)
    expect_the_answer(educator, surname)
    plan(psychologist)
    hold(psychologist)
    write_a_note(psychologist)
    end(psychologist)
    expect_the_outcome_and_no_note(educator, surname)


def ask(page: Page, surname: str) -> None:
    """From the page of the way: which line, for whom, the question."""
    go_to_way(page, surname)
    page.get_by_role("region", name=GROUP).get_by_role("link", name="Chiedi una linea di sostegno").click()
    doing(page).choose("Sostegno ai genitori")
    page.get_by_role("group", name="Per chi").locator("label.i-choice").first.click()
    field(page, "La domanda dell'équipe").fill(QUESTION)
    doing(page).press("Chiedi")
    done(page, "Fatto: chi fa la psicologa lo trova in Oggi.")


def accept(page: Page, surname: str) -> None:
    """Oggi says who asks."""
    open_from_today(page, GROUP, f"Famiglia {surname}")
    expect(page.get_by_role("region", name="Che cosa si chiede")).to_contain_text(QUESTION)
    page.get_by_role("link", name="Accetta").click()
    doing(page).press("Accetto")
    done(page, "da adesso questa linea la segui tu")


def expect_the_answer(page: Page, surname: str) -> None:
    """The team reads who follows it."""
    go_to_way(page, surname)
    expect(page.get_by_role("region", name=GROUP)).to_contain_text("In corso, Irene Costa")


def plan(page: Page) -> None:
    """Two meetings, the first today."""
    page.get_by_role("link", name="Programma gli incontri").click()
    field(page, "Quanti incontri").fill("2")
    doing(page).choose("Ogni settimana")
    field(page, "Il primo incontro").fill(today().isoformat())
    doing(page).press("Scrivi le date")
    done(page, "Fatto: le date sono nella pagina.")
    expect(page.get_by_role("region", name="Ciclo 1").get_by_role("listitem")).to_have_count(2)


def hold(page: Page) -> None:
    """One met, and who was there is asked; nothing of what was said."""
    page.get_by_role("link", name="Scrivi dell'incontro").click()
    touch(page, "L'incontro", "Ci siamo visti")
    doing(page).press("Scrivi")
    done(page, "Fatto: è scritto.")


def write_a_note(page: Page) -> None:
    """Of the meeting of today, for oneself."""
    page.get_by_role("link", name="Scrivi una nota").click()
    pick(page, "Di quale incontro", str(today().day))
    field(page, "La nota").fill(NOTE)
    doing(page).press("Scrivi la nota")
    done(page, "Fatto: la leggi solo tu.")
    expect(page.get_by_role("region", name="Note riservate")).to_contain_text(NOTE)


def end(page: Page) -> None:
    """The outcome is of this line, and the words are for the team."""
    page.get_by_role("main").get_by_role("link", name="Concludi la linea").first.click()
    doing(page).choose("I genitori decidono più insieme per i figli")
    field(page, "Che cosa deve sapere l'équipe").fill(FOR_THE_TEAM)
    doing(page).press("Concludi")
    done(page, "Fatto: l'équipe legge com'è andata.")


def expect_the_outcome_and_no_note(page: Page, surname: str) -> None:
    """On the page of the way and on that of the line: how it ended, and not a word of the note."""
    go_to_way(page, surname)
    box = page.get_by_role("region", name=GROUP)
    expect(box).to_contain_text("I genitori decidono più insieme per i figli")
    assert NOTE not in page.content()
    box.get_by_role("heading").get_by_role("link").first.click()
    expect(page.get_by_role("region", name="Ciclo 1")).to_contain_text(FOR_THE_TEAM)
    assert NOTE not in page.content()
    assert page.get_by_role("region", name="Note riservate").count() == 0
    assert sidelong(page) == 0
