"""At 200 %: the window half as wide, and letters twice as large. Nothing scrolls sideways, and nothing is cut."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESKTOP
from tests.journeys.reader import Reader
from tests.journeys.recipes import RECIPES
from tests.journeys.signing_in import open_surely
from tests.journeys.walking import sidelong

ZOOMED = {"width": 640, "height": 450}  # 1280 x 900 at 200 %
# In the widest letters that a device may have instead of ours: before they come, or where they do not.
LARGER = """() => {
  document.documentElement.style.fontSize = "200%";
  document.body.style.fontFamily = "DejaVu Sans, Verdana, sans-serif";
}"""
# Words that stand in a box too small for them, and cannot be scrolled to; and what stands past the edge of the page.
CUT = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  for (const box of document.querySelectorAll("main *, header *, footer *")) {
    const look = getComputedStyle(box), place = box.getBoundingClientRect();
    if (!box.innerText?.trim() || place.width <= 1 || place.height <= 1 || box.closest("svg, .visually-hidden")) continue;
    const hides = (way) => ["hidden", "clip"].includes(look[way]);
    const cut = (hides("overflowX") && box.scrollWidth > box.clientWidth + 1)
      || (hides("overflowY") && box.scrollHeight > box.clientHeight + 1);
    const scrolls = box.closest(".i-scroll, [tabindex='0']");
    const over = `${box.scrollWidth - box.clientWidth} x ${box.scrollHeight - box.clientHeight} px`;
    const said = `${box.tagName}.${box.className} «${box.innerText.slice(0, 40)}» ${over}`;
    if (cut || (place.right > wide + 1 && !scrolls)) found.push(said);
  }
  return found.slice(0, 5);
}"""


@pytest.fixture
def zoomed(reader: Reader) -> Iterator[Any]:
    """`zoomed(who)`: their page in a window half as wide; as wide as before afterwards."""
    used: list[Page] = []

    def narrow(who: str | None) -> Page:
        page = reader.page_of(who)
        page.set_viewport_size(ZOOMED)
        used.append(page)
        return page

    yield narrow
    for page in used:
        page.set_viewport_size(DESKTOP)


def faults(page: Page) -> tuple[int, list[str]]:
    """Once its letters have come: by how much it scrolls sideways, and what is cut."""
    page.evaluate("document.fonts.ready.then(() => null)")
    return sidelong(page), page.evaluate(CUT)


@pytest.mark.parametrize("name", [name for name, recipe in RECIPES.items() if not recipe.sent_from])
def test_nothing_is_cut_at_twice_the_size(reader, zoomed, name):
    recipe = RECIPES[name]
    page = zoomed(recipe.who)
    open_surely(page, reader.address(name, recipe))
    found = {"the page enlarged": faults(page)}
    page.set_viewport_size(DESKTOP)
    page.evaluate(LARGER)
    found["the letters enlarged"] = faults(page)
    assert found == dict.fromkeys(found, (0, []))
