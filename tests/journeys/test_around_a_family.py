"""Who is around a family, as whoever works with it finds it: a neighbour is named and heard, and one goes together to a service."""

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from tests.journeys.going import done, go_to_way, open_from_today, touch
from tests.journeys.walking import doing, field, pick, sidelong

NEIGHBOUR, DOES = "Wilma del secondo piano", "tiene i bambini quando c'è il turno di sera"
GROUP = "Andarci insieme"


@pytest.mark.parametrize(
    ("phone", "surname", "hour"),
    [(False, "Hoxha", "10:30"), (True, "Quispe", "12:00")],
    ids=["desk", "phone"],
)
def test_a_neighbour_is_named_and_heard_and_one_goes_together(visit, phone, surname, hour):
    page = visit("educatrice", phone=phone)
    page.goto("/")
    go_to_network(page, surname)
    name_a_neighbour(page)
    see_who_has_not_been_heard(page)
    hear_her(page)
    go_together(page, hour)
    find_it_in_oggi(page, surname, hour)
    say_what_stopped(page)
    try_again(page)
    assert sidelong(page) == 0


def go_to_network(page: Page, surname: str) -> None:
    """From the page of the way."""
    go_to_way(page, surname)
    page.get_by_role("region", name="Chi fa che cosa, intorno").get_by_role("link", name="Apri").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Chi fa che cosa: Famiglia {surname}")
    assert sidelong(page) == 0


def name_a_neighbour(page: Page) -> None:
    """As the family says it; how to reach her is not taken without her yes."""
    page.get_by_role("link", name="Scrivi chi dà una mano").click()
    field(page, "Chi è").fill(NEIGHBOUR)
    field(page, "Che cosa fa per loro").fill(DOES)
    field(page, "Chi lo dice").fill("la mamma")
    field(page, "Da quando").fill("2020-03-01")
    page.get_by_role("main").locator("summary").first.click()
    field(page, "Come si trova").fill("02 5550 0177")
    doing(page).press("Scrivi")
    expect(page.get_by_role("main")).to_contain_text("si scrive solo con il suo sì")
    field(page, "Come si trova").fill("")
    doing(page).press("Scrivi")
    done(page, "Fatto: è tra chi fa qualcosa per loro.")
    expect(page.get_by_role("region", name="Chi la famiglia nomina")).to_contain_text(DOES)


def see_who_has_not_been_heard(page: Page) -> None:
    """Nobody has heard her: it says so, and of us."""
    row = page.get_by_role("region", name="Da sentire").get_by_role("listitem").filter(has_text=NEIGHBOUR)
    expect(row).to_contain_text("Non ci siamo ancora sentiti")


def hear_her(page: Page) -> None:
    """One tap, and she is no longer there."""
    row = page.get_by_role("region", name="Da sentire").get_by_role("listitem").filter(has_text=NEIGHBOUR)
    row.get_by_role("link", name="Scrivi che vi siete sentiti").click()
    doing(page).press("Scrivi")
    done(page, "Fatto: resta scritto che vi siete sentiti.")
    expect(page.get_by_role("region", name="Da sentire")).not_to_contain_text(NEIGHBOUR)


def go_together(page: Page, hour: str) -> None:
    """From the service: with this family, who goes, today."""
    page.get_by_role("region", name=GROUP).get_by_role("link", name="Ci andiamo insieme").click()
    page.get_by_role("main").locator("h3 a").first.click()
    pick(page, "Chi ci va con loro", "Chiara Fontana")
    field(page, "Quando").fill(today().isoformat())
    field(page, "A che ora").fill(hour)
    field(page, "Che cosa portare").fill("un documento\nla tessera sanitaria")
    doing(page).press("Scrivi il giorno")
    done(page, "Fatto: compare in Oggi di chi ci va.")
    expect(page.get_by_role("region", name="Come si entra, passo per passo")).to_contain_text(
        "la tessera sanitaria"
    )


def find_it_in_oggi(page: Page, surname: str, hour: str) -> None:
    """Today, at that hour."""
    open_from_today(page, GROUP, f"Oggi alle {hour} andate insieme")
    expect(page.get_by_role("main")).to_contain_text(surname)


def say_what_stopped(page: Page) -> None:
    """A no is asked for its reason."""
    page.get_by_role("link", name="Scrivi com'è andata").click()
    touch(page, "Com'è andata", "Questa volta no")
    doing(page).press("Scrivi")
    expect(page.get_by_role("main")).to_contain_text("Scegliete che cosa ha fermato")
    doing(page).choose("Mancava un documento")
    doing(page).press("Scrivi")
    done(page, "Fatto: è scritto com'è andata.")


def try_again(page: Page) -> None:
    """Another day, and what was tried before is read there."""
    page.get_by_role("link", name="Riproviamo").click()
    field(page, "Quando").fill(today().isoformat())
    doing(page).press("Scrivi il giorno")
    done(page, "Fatto: compare in Oggi di chi ci va.")
    expect(page.get_by_role("region", name="Le volte prima")).to_contain_text("Mancava un documento")
