"""The Back button of a browser that keeps whole pages in memory: what was written stays, and after the way out nothing is shown."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page

from intreccio.ground.kernel.keys import key_for
from tests.journeys.conftest import ALONE, CHROMIUM
from tests.journeys.signing_in import sign_in
from tests.journeys.walking import arrive

FAMILY = key_for("household", "marchetti")
MARK = "document.documentElement.dataset.mark"


@pytest.fixture
def remembering(house: str, chromium: Browser) -> Iterator[Page]:
    """A page of a browser as people have it: Playwright's own forgets every page that one leaves."""
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=ALONE, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = browser.new_context(base_url=house, locale="it-IT").new_page()
    page.set_default_timeout(15_000)
    yield page
    browser.close()


def go_back(page: Page, steps: int = 1) -> None:
    """As a finger does: Playwright waits for a load that a page out of memory does not have."""
    page.evaluate(f"{MARK} = 'left'; setTimeout(() => history.go(-{steps}), 50)")
    for _ in range(100):
        page.wait_for_timeout(100)
        with suppress(Error):  # between two pages there is none to ask
            if page.evaluate(f"{MARK} || ''") != "left":
                break
    page.wait_for_load_state()


def test_other_words_after_back_are_written_too(remembering, kept):
    page = remembering
    sign_in(page, "educatrice")
    page.goto(f"/households/{FAMILY}/aspects/new")
    for words in ("Un corso di italiano", "Un posto al nido"):
        page.get_by_role("main").locator("input[name=kind][value=needed]").check(force=True)
        page.get_by_role("main").locator("[name=words]").fill(words)
        page.get_by_role("main").locator("form button").first.click()
        page.wait_for_url(f"**/households/{FAMILY}")
        assert "Fatto" in page.inner_text("body")
        go_back(page)
    found = kept.execute(
        "SELECT words FROM people_aspect WHERE household_id = %s AND words IN ('Un corso di italiano', 'Un posto al nido')",
        [FAMILY],
    ).fetchall()
    assert len(found) == 2


def test_after_the_way_out_back_shows_nothing_of_the_family(remembering):
    page = remembering
    sign_in(page, "educatrice")
    page.goto(f"/households/{FAMILY}")
    name = page.locator("h1").inner_text()
    page.evaluate(f"{MARK} = 'family'")
    page.goto("/accounts/logout/")
    arrive(page.get_by_role("main").locator("form button").first)
    go_back(page, steps=2)
    assert name not in page.inner_text("body")
    assert not page.evaluate(f"{MARK} || ''")
    assert page.url.endswith("/accounts/login/") or "/login/?next=" in page.url
