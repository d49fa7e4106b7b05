"""A real browser on a real server: granian as `make run` starts it, as the serving role, on a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import environment
from tests.journeys.signing_in import sign_in

CHROMIUM = os.environ.get("INTRECCIO_CHROMIUM", "")
ALONE = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         # In place of Playwright's own list. Of it what would ask for something; and RenderDocument, which builds all that a
         # page is drawn with anew for each page that follows: a quarter of what opening one costs.
         "--disable-features=RenderDocument,PaintHolding,HttpsUpgrades,MediaRouter,OptimizationHints",
         # What a page runs lives for a second: translated once and plainly, not improved while it is already over.
         "--js-flags=--always-sparkplug --no-opt --no-maglev"]  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
DATABASE = f"{environment.DATABASE}_browser"
# A page that answers 404 or 422 is what a test may ask for; the browser calls it an error all the same.
EXPECTED = ("status of 404", "status of 409", "status of 422", "status of 403",
            # Only a test that cuts the network itself hears this: a server that is gone refuses.
            "ERR_INTERNET_DISCONNECTED")  # fmt: skip


@pytest.fixture(scope="session")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The address of a running house with the demo district, and the few rows that these journeys add."""
    from conftest import _copy_database
    from tests.journeys.world import load_beside

    _copy_database(os.environ["INTRECCIO_ADMIN_URL"], environment.TEMPLATE, DATABASE)
    with django_db_blocker.unblock():
        load_beside(DATABASE)
    # By name, not by number: a passkey belongs to a name.
    port = free_port()
    address = f"http://localhost:{port}"
    secret = {"DATABASE_OWNER_URL", "DATABASE_KEEPER_URL", "INTRECCIO_ADMIN_URL", "INTRECCIO_COMMAND",
              "DJANGO_ALLOW_ASYNC_UNSAFE"}  # fmt: skip
    env = {name: value for name, value in os.environ.items() if name not in secret}
    env |= {"DATABASE_URL": environment.on_database(os.environ["DATABASE_URL"], DATABASE)}
    env |= {"PORT": str(port), "INTRECCIO_ADDRESS": address}
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--factory", "--port", str(port),
               "--blocking-threads", "4", "intreccio.wsgi:application"]  # fmt: skip
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def kept(house: str) -> Iterator[psycopg.Connection[Any]]:
    """The keeper's view of the house's database: to find a row to visit, and to start somebody afresh."""
    address = environment.on_database(os.environ["DATABASE_KEEPER_URL"], DATABASE)
    with psycopg.connect(address, autocommit=True) as keeper:
        yield keeper


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys; without one they are skipped, with the reason."""
    if not CHROMIUM:
        pytest.skip("no Chromium: INTRECCIO_CHROMIUM is not set, `make test` looks for one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def doors() -> dict[str, Any]:
    """Who has signed in already, with their cookies: signing in is walked once an account."""
    return {}


class Visits:
    """Opens browsers, and hears what they complain of."""

    def __init__(self, house: str, chromium: Browser, doors: dict[str, Any]) -> None:
        self.house, self.chromium, self.doors = house, chromium, doors
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def __call__(
        self, account: str | None = None, *, phone: bool = False, javascript: bool = True, fresh: bool = False
    ) -> Page:
        """A page of a browser of its own. None: nobody has signed in. `fresh`: signs in here, and forgets it afterwards."""
        known = None if fresh or account is None else self.doors.get(account)
        context = self.chromium.new_context(
            base_url=self.house, viewport=PHONE if phone else DESKTOP, locale="it-IT", java_script_enabled=javascript,
            has_touch=phone, storage_state=known,
        )  # fmt: skip
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.hear(message.type, message.text))
        page.on("pageerror", lambda error: self.hear("error", str(error)))
        page.on("request", lambda request: self.look(request.url))
        if account and known is None:
            sign_in(page, account)
            if not fresh:
                self.doors[account] = context.storage_state()
        return page

    def hear(self, kind: str, text: str) -> None:
        if kind == "error" and not any(status in text for status in EXPECTED):
            self.complaints.append(text)

    def look(self, address: str) -> None:
        if not address.startswith((self.house, "data:")):
            self.complaints.append(address)


@pytest.fixture
def visit(house: str, kept: Any, chromium: Browser, doors: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """`visit("educatrice", phone=True)`. Afterwards: no console error, and nothing asked of another machine."""
    kept.execute(
        "DELETE FROM kernel_tally"
    )  # all journeys come from one connection: what the others sent is not counted
    visits = Visits(house, chromium, doors)
    yield visits
    for context in visits.contexts:
        context.close()
    assert visits.complaints == [], "the console complained, or something left the machine"


@pytest.fixture(scope="session")
def reader(house: str, chromium: Browser, doors: dict[str, Any], kept: Any) -> Iterator[Any]:
    """Who visits every page: see reader.py."""
    from tests.journeys.places import find_places, queue_mail, write_facts, write_link
    from tests.journeys.reader import Reader

    visits = Visits(house, chromium, doors)
    queue_mail(kept)
    write_facts(kept)
    yield Reader(visits, find_places(kept), lambda what: write_link(kept, what))
    for context in visits.contexts:
        context.close()
