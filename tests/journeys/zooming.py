"""At 200 %: the window half as wide, and letters twice as large. Nothing scrolls sideways, and nothing is cut."""

from playwright.sync_api import Page

from tests.journeys.conftest import DESKTOP
from tests.journeys.walking import sidelong

ZOOMED = {"width": 640, "height": 450}  # 1280 x 900 at 200 %
# In the widest letters that a device may have instead of ours: before they come, or where they do not.
LARGER = """() => {
  document.documentElement.style.fontSize = "200%";
  document.body.style.fontFamily = "DejaVu Sans, Verdana, sans-serif";
}"""
AS_BEFORE = "[document.documentElement, document.body].forEach((each) => each.removeAttribute('style'))"
# Words that stand in a box too small for them, and cannot be scrolled to; and what stands past the edge of the page.
CUT = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  for (const box of document.querySelectorAll("main *, header *, footer *")) {
    const place = box.getBoundingClientRect();
    const hides = (way) => ["hidden", "clip"].includes(getComputedStyle(box)[way]);
    const cut = (box.scrollWidth > box.clientWidth + 1 && hides("overflowX"))
      || (box.scrollHeight > box.clientHeight + 1 && hides("overflowY"));
    if (!cut && (place.right <= wide + 1 || box.closest(".i-scroll, [tabindex='0']"))) continue;
    // Few come so far: what a box says, and whether it is seen, costs the most to ask.
    if (!box.innerText?.trim() || place.width <= 1 || place.height <= 1 || box.closest("svg, .visually-hidden")) continue;
    const over = `${box.scrollWidth - box.clientWidth} x ${box.scrollHeight - box.clientHeight} px`;
    found.push(`${box.tagName}.${box.className} «${box.innerText.slice(0, 40)}» ${over}`);
  }
  return found.slice(0, 5);
}"""


def cut_at_twice_the_size(page: Page) -> dict[str, tuple[int, list[str]]]:
    """The page in a window half as wide, then with its letters twice as large; as it was afterwards."""
    page.set_viewport_size(ZOOMED)
    found = {"the page enlarged": faults(page)}
    page.set_viewport_size(DESKTOP)
    page.evaluate(LARGER)
    found["the letters enlarged"] = faults(page)
    page.evaluate(AS_BEFORE)
    return {how: fault for how, fault in found.items() if fault != (0, [])}


def faults(page: Page) -> tuple[int, list[str]]:
    """Once its letters have come: by how much it scrolls sideways, and what is cut."""
    page.evaluate("document.fonts.ready.then(() => null)")
    return sidelong(page), page.evaluate(CUT)
