"""Small gestures, named as people name them."""

import re

from playwright.sync_api import Locator, Page

WRITTEN = "input:not([type=radio]):not([type=checkbox]), textarea, select"


def field(page: Page, label: str, *, within: Locator | None = None) -> Locator:
    """The field with just this label, whether it may stay empty or not."""
    place = within or page.get_by_role("main")
    named = place.get_by_label(
        re.compile(
            rf"^\s*{re.escape(label)}(\s+(facoltativo|ne basta uno|se vuoi|se c'è|se è minorenne|solo se manca il sì di chi decide))?\s*$"
        )
    )
    return named.and_(page.locator(WRITTEN))


def pick(page: Page, label: str, words: str) -> None:
    """Chooses from a list the line that holds these words."""
    chosen = field(page, label)
    chosen.select_option(value=chosen.locator("option", has_text=words).first.get_attribute("value"))


def arrive(by: Locator) -> None:
    """Presses what leads to another page, and waits until that page is whole: before that, nothing is counted."""
    with by.page.expect_event("domcontentloaded"):
        by.click()


class Hand:
    """Fills, touches and presses, and counts its gestures."""

    def __init__(self, page: Page) -> None:
        self.page, self.gestures = page, 0

    def fill(self, label: str, words: str) -> None:
        """Goes to a field and writes: two gestures."""
        self.gestures += 2
        field(self.page, label).fill(words)

    def choose(self, label: str) -> None:
        """Touches one of the answers, on its words as a finger does."""
        self.gestures += 1
        self.page.get_by_role("main").locator("label.i-choice").filter(has_text=label).first.click()

    def press(self, name: str) -> None:
        """Presses a button."""
        self.gestures += 1
        self.page.get_by_role("button", name=name, exact=True).click()


def doing(page: Page) -> Hand:
    """A hand whose gestures nobody counts."""
    return Hand(page)


def written(place: Locator, term: str) -> str:
    """What stands beside a term: «Ricevuta» → «oggi»."""
    return str(
        place.locator("dl > div", has=place.page.locator("dt", has_text=term)).locator("dd").inner_text()
    ).strip()


def sidelong(page: Page) -> int:
    """By how many pixels the page scrolls sideways, once it is whole: on its way there is nothing to measure."""
    page.wait_for_load_state("domcontentloaded")
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return max(0, int(page.evaluate(width)))
