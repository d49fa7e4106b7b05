"""Going about as people do: from the menu, from Oggi, from one page to the next."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.walking import arrive, sidelong


def go(page: Page, entry: str) -> None:
    """An entry of the menu; on a telephone it stands at the bottom, perhaps under «Altro»."""
    page.wait_for_load_state("domcontentloaded")
    bar = page.get_by_role("navigation", name="Principale", exact=True).get_by_role("link", name=entry)
    if bar.count() and bar.is_visible():
        arrive(bar)
        return
    bottom = page.get_by_role("navigation", name="Principale, telefono")
    if not bottom.get_by_role("link", name=entry).count():
        bottom.locator("summary").click()
    arrive(bottom.get_by_role("link", name=entry))


def go_to_way(page: Page, surname: str) -> None:
    """The page of the way, as one looks for a family: by its name."""
    page.get_by_role("banner").get_by_role("link", name="Cerca").click()
    page.get_by_role("main").get_by_role("searchbox").fill(surname)
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    page.get_by_role("main").get_by_role("link", name=f"Famiglia {surname}").first.click()
    page.get_by_role("link", name="Apri il percorso").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")


def go_to_review(page: Page, surname: str) -> None:
    go_to_way(page, surname)
    page.get_by_role("link", name="Apri la verifica").click()


def what_waits(page: Page, group: str, why: str) -> Locator:
    """The line of Oggi in a group whose reason is this."""
    go(page, "Oggi")
    more = page.get_by_role("link", name=f"Mostra anche il resto in «{group}»")
    if more.count():
        more.click()
    line = page.get_by_role("region", name=group, exact=True).get_by_role("listitem").filter(has_text=why)
    expect(line.first).to_be_visible()
    return line.first


def open_from_today(page: Page, group: str, why: str) -> None:
    what_waits(page, group, why).get_by_role("heading").get_by_role("link").click()


def touch(page: Page, question: str, answer: str) -> None:
    """One of the answers to one question."""
    asked = page.get_by_role("main").get_by_role("group", name=question, exact=True)
    asked.locator("label.i-choice").filter(has_text=answer).first.click()


def done(page: Page, words: str) -> None:
    """It is said that it is done, and the page holds on its screen."""
    expect(page.get_by_role("status").first).to_contain_text(words)
    assert sidelong(page) == 0
