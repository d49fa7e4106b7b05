"""What stays on a device that is left, lent or broken: nothing in clear, nothing of whoever has gone, nothing lost of the others."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import ALONE, CHROMIUM
from tests.journeys.devices import answers_alone, written_on_disk
from tests.journeys.signing_in import sign_in
from tests.journeys.walking import arrive, field

HERE = "La nota è su questo dispositivo"
WORD = "zibaldone"


def begin(page: Page) -> None:
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)


def write(page: Page, words: str) -> None:
    field(page, "Che cosa è successo").fill(words)
    page.get_by_role("button", name="Salva la nota").click()


def write_without_network(page: Page, words: str) -> None:
    begin(page)
    page.context.set_offline(True)
    write(page, words)
    expect(page.get_by_role("heading", name=HERE)).to_be_visible()


def test_no_file_of_the_browser_holds_a_word_of_a_note(
    house: str, kept: Any, chromium: Browser, tmp_path: Path
) -> None:
    """A browser writes down what is typed in a form, to show it again after a crash: not in these."""
    kept.execute("DELETE FROM kernel_tally")
    with chromium.browser_type.launch_persistent_context(
        str(tmp_path), executable_path=CHROMIUM, args=ALONE, base_url=house, locale="it-IT"
    ) as context:
        page = context.new_page()
        sign_in(page, "educatrice")
        begin(page)
        page.reload()
        answers_alone(page)
        write_without_network(page, f"Il suo {WORD} rosso.")
        page.goto("/")
        field(page, "Di chi è, con parole che capisci tu").fill(f"quella dello {WORD}")
        field(page, "Che cosa è successo").fill(f"Un altro {WORD}, verde.")
        page.goto("/help")
        page.go_back()
        expect(field(page, "Che cosa è successo")).to_have_value("")
        page.goto("/help")
        page.wait_for_timeout(5_000)  # a browser writes its session down every few seconds
    assert written_on_disk(tmp_path, "/offline"), "the folder is the one that was written"
    assert written_on_disk(tmp_path, WORD) == []
