"""Through the door, as people do it."""

import base64
import hashlib
import hmac
import struct
import time

from playwright.sync_api import Page, Response

PASSWORD = "intreccio-demo"


def sign_in(page: Page, account: str, password: str = PASSWORD) -> None:
    """With address and password."""
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill(account if "@" in account else f"{account}@example.org")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Entra", exact=True).click()
    page.wait_for_load_state()


def open_surely(page: Page, address: str) -> Response | None:
    """Opens a page that may ask for the password once more before it changes how one signs in."""
    answer = page.goto(address)
    if "/reauthenticate/" not in page.url or "/reauthenticate/" in address:
        return answer
    page.get_by_label("La tua password").fill(PASSWORD)
    with page.expect_navigation() as led:
        page.get_by_role("button", name="Conferma che sono io").click()
    return led.value


def code_of(secret: str) -> str:
    """What an authenticator application shows now, after RFC 6238."""
    if time.time() % 30 > 26:
        time.sleep(4.1)  # too little of this half minute is left to arrive in it
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 0xF
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
