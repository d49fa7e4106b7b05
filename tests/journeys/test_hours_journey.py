"""A coordinator looks at the week's hours, and takes them away: what the table says is what the page says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from intreccio.families.diary.rules.periods import digits
from tests.journeys.looking import axe_complaints
from tests.journeys.walking import arrive, field, sidelong

Visit = Callable[..., Page]
TEAM = "Équipe Rozzano"


def sum_of(page: Page, table: str) -> list[str]:
    """The last line of a table: with them, without, in all."""
    cells = table_of(page, table).locator("tfoot td")
    return [text.strip() for text in cells.all_inner_texts()][:3]


def table_of(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"Tabella: {name}").get_by_role("table")


def saved(page: Page, folder: Path) -> list[list[tuple[Any, ...]]]:
    """The sheets that leave, without their headers."""
    with page.expect_download() as kept:
        page.get_by_role("link", name="Scarica in Excel").click()
    kept.value.save_as(folder / "ore.xlsx")
    return [
        list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in load_workbook(folder / "ore.xlsx")
    ]


@pytest.mark.parametrize("phone", [False, True])
def test_the_hours_of_a_week_are_looked_at_and_taken_away(
    visit: Visit, tmp_path: Path, *, phone: bool
) -> None:
    page = visit("coordinatrice", phone=phone)
    page.goto("/")
    arrive(page.get_by_role("link", name="Le mie ore, e quelle delle mie équipe"))
    arrive(page.get_by_role("main").get_by_role("link", name=TEAM))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Ore: {TEAM}")
    arrive(page.get_by_role("link", name="La settimana prima"))
    assert sidelong(page) == 0

    direct, indirect, whole = sum_of(page, "Per persona")
    for way in ("Per famiglia", "Per linea di finanziamento", "Per ente"):
        assert sum_of(page, way) == [direct, indirect, whole]
    rows, totals = saved(page, tmp_path)
    assert digits(sum(row[6] for row in rows)) == direct
    assert digits(sum(row[7] for row in rows)) == indirect
    assert digits(totals[0][4]) == whole
    assert "Famiglia" not in str(rows), "of a family only the code leaves"

    page.locator("summary", has_text="Scegli i giorni").click()
    field(page, "Dal giorno").fill("2001-01-01")
    field(page, "Al giorno").fill("2001-01-07")
    arrive(page.get_by_role("button", name="Mostra"))
    expect(page.get_by_text("In questi giorni nessuna ora scritta")).to_be_visible()
    expect(page.get_by_role("link", name="Scarica in Excel")).to_have_count(0)
    assert axe_complaints(page) == []


def test_a_family_is_read_in_part_and_searched(visit: Visit) -> None:
    """From the page of a family to its diary: one profession, one word, and back to all of it."""
    page = visit("educatrice")
    page.goto("/households/")
    arrive(page.get_by_role("link", name="Famiglia Marchetti Haddad"))
    arrive(page.get_by_role("main").get_by_role("link", name="Apri il percorso").first)
    arrive(page.get_by_role("link", name="Apri il diario"))
    notes = page.get_by_role("main").get_by_role("article")
    everything = notes.count()
    tools = page.locator("summary", has_text="Cerca, o leggine una parte")
    tools.click()
    field(page, "Mestiere").select_option("social_worker")
    arrive(page.get_by_role("button", name="Mostra"))
    assert "profession=social_worker" in page.url
    assert 0 < notes.count() < everything
    tools.click()
    field(page, "Cerca una parola nelle note").fill("biblioteca")
    arrive(page.get_by_role("button", name="Cerca"))
    assert "biblioteca" not in page.url
    assert 0 < notes.count() < everything
    arrive(page.get_by_role("link", name="Tutto il diario"))
    expect(notes).to_have_count(everything)
    assert axe_complaints(page) == []
