"""From the door to a written contact without a mouse: every stop can be seen, and nothing is a trap."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.signing_in import PASSWORD

# What has the focus: its name, and whether the eye finds it. A hidden box is seen through the label around it.
HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const drawn = at.closest(".i-choice") || at;
  const look = getComputedStyle(drawn), box = drawn.getBoundingClientRect();
  const inside = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  return {
    name: (at.labels?.[0]?.innerText || at.getAttribute("aria-label") || at.innerText || at.value || "").trim(),
    tag: at.tagName, type: at.type || "", id: at.id, field: at.name || "",
    outlined: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    covered: box.width === 0 || !(inside && (drawn.contains(inside) || inside.contains(drawn))),
  };
}"""


class Keys:
    """Tab, space and enter; every stop is looked at."""

    def __init__(self, page: Page) -> None:
        self.page, self.unseen = page, []

    def until(self, wanted: Callable[[dict], bool], *, most: int = 150, key: str = "Tab") -> dict:
        """Goes on until a stop is the wanted one."""
        for _ in range(most):
            self.page.keyboard.press(key)
            here = self.page.evaluate(HERE)
            if here is None:
                continue
            if here["covered"]:  # the page may still be scrolling to it
                self.page.wait_for_timeout(500)
                here = self.page.evaluate(HERE)
            if not here["outlined"] or here["covered"]:
                self.unseen.append((here["tag"], here["name"][:40], here["outlined"], here["covered"]))
            if wanted(here):
                return here
        raise AssertionError("the keyboard does not reach it")

    def to(self, name: str) -> None:
        """To what is called so."""
        self.until(lambda here: here["name"].startswith(name))

    def write(self, label: str, words: str) -> None:
        self.until(
            lambda here: here["name"].startswith(label) and here["type"] in {"text", "email", "password"}
        )
        self.page.keyboard.type(words)


def test_from_the_door_to_a_written_contact(visit):
    page = visit()
    keys = Keys(page)
    page.goto("/accounts/login/")
    keys.write("E-mail", "assistente@example.org")
    keys.write("Password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_title("Oggi – Intreccio")
    keys.to("Nuovo contatto")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Nuovo contatto – Intreccio")
    keys.write("Nome", "Tasta")
    keys.write("Cognome", "Tastiera")
    keys.to("Scuola e compiti")
    page.keyboard.press("Space")
    keys.to("Informazione")
    page.keyboard.press("Space")
    keys.to("Salva il contatto")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tasta Tastiera")
    assert keys.unseen == [], "where one is must be seen"


def test_the_first_stop_leads_past_the_menu(visit):
    page = visit("educatrice")
    page.goto("/households/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Vai al contenuto")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#contenuto")).to_be_focused()
    here = Keys(page).until(lambda here: True)
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), here


def test_the_profile_opens_closes_and_gives_the_focus_back(visit):
    page = visit("educatrice")
    page.goto("/")
    keys = Keys(page)
    keys.until(lambda here: here["tag"] == "SUMMARY")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Cambia la password")).to_be_visible()
    keys.to("Cambia la password")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Cambia la password")).not_to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert keys.unseen == []


def test_the_telephone_menu_too(visit):
    page = visit("assistente", phone=True)
    page.goto("/")
    other = page.get_by_role("navigation", name="Principale, telefono").locator("summary")
    other.focus()
    page.keyboard.press("Enter")
    keys = Keys(page)
    keys.until(lambda here: here["tag"] == "A")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert keys.unseen == []


def test_what_is_missing_is_reached_from_its_summary(visit):
    page = visit("assistente")
    page.goto("/households/new")
    page.get_by_role("button", name="Scrivi la famiglia").press("Enter")
    expect(page.get_by_role("alert").first).to_be_focused()
    keys = Keys(page)
    keys.until(lambda here: here["tag"] == "A")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#id_")
    keys.until(lambda here: here["tag"] in {"INPUT", "SELECT"})
    assert keys.unseen == []
