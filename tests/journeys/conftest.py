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

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import environment

CHROMIUM = os.environ.get("INTRECCIO_CHROMIUM", "")
ALONE = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
DATABASE = f"{environment.DATABASE}_browser"


@pytest.fixture(scope="session")
def house(django_db_setup: None) -> Iterator[str]:
    """The address of a running house with the demo district."""
    from conftest import _copy_database

    _copy_database(os.environ["INTRECCIO_ADMIN_URL"], environment.TEMPLATE, DATABASE)
    port = free_port()
    secret = {"DATABASE_OWNER_URL", "DATABASE_KEEPER_URL", "INTRECCIO_ADMIN_URL", "INTRECCIO_COMMAND"}
    env = {name: value for name, value in os.environ.items() if name not in secret}
    env |= {"DATABASE_URL": environment.on_database(os.environ["DATABASE_URL"], DATABASE), "PORT": str(port)}
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--factory", "--port", str(port),
               "--blocking-threads", "4", "django.core.wsgi:get_wsgi_application"]  # fmt: skip
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


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


@pytest.fixture
def visit(house: str, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`visit("educatrice", phone=True)`: a page of a fresh browser, signed in; None for nobody. Fails on any console error."""
    contexts, complaints = [], []

    def open_page(account: str | None = None, *, phone: bool = False, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=house, viewport=PHONE if phone else DESKTOP, locale="it-IT", java_script_enabled=javascript, has_touch=phone
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "status of 4" not in message.text else None)
        page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith((house, "data:")) else None)
        if account:
            sign_in(page, account)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == [], "the console complained, or something left the machine"


def sign_in(page: Page, account: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail", exact=False).first.fill(f"{account}@example.org")
    page.locator("input[type=password]").fill("intreccio-demo")
    page.get_by_role("button", name="Entra", exact=False).first.click()
    page.wait_for_load_state()


def axe_complaints(page: Page) -> list[Any]:
    """What axe finds: WCAG 2.0/2.1 A and AA, and good practice."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page)
    return [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found.response["violations"]]
