"""An authenticator application and a key, for somebody who has none yet."""

from playwright.sync_api import Page

from tests.journeys.signing_in import code_of, open_surely

WITH_A_FINGER = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def connect_application(page: Page) -> str:
    """Answers the secret that the application keeps."""
    open_surely(page, "/accounts/2fa/totp/activate/")
    secret = page.get_by_label("Se non puoi inquadrare, copia questa chiave").input_value()
    page.get_by_role("main").locator("input[name=code]").fill(code_of(secret))
    page.get_by_role("button", name="Collega").click()
    page.wait_for_url("**/recovery-codes/")
    return str(secret)


def add_key(page: Page) -> None:
    """Gives the browser a finger to be recognised by, and enrols it."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": WITH_A_FINGER})
    open_surely(page, "/accounts/2fa/webauthn/add/")
    page.get_by_label("Come si chiama questa chiave").fill("Il mio telefono")
    page.get_by_role("main").get_by_role("checkbox").check()
    page.get_by_role("button", name="Aggiungi la chiave").click()
    page.wait_for_url(lambda address: "/add/" not in address)


def give_keys(page: Page) -> str:
    """Both; answers the key's number in addresses."""
    connect_application(page)
    add_key(page)
    page.goto("/accounts/2fa/webauthn/")
    link = page.get_by_role("link", name="Rinomina").first.get_attribute("href") or ""
    return link.split("/keys/")[1].split("/")[0]
