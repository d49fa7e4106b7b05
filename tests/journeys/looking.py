"""What every page must be, whatever stands on it."""

import re
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => each.tagName)"
# And whether axe is there already.
UNFOLD = """() => {
  document.querySelectorAll("details").forEach((each) => each.open = true);
  return "axe" in window;
}"""
# Colours cost three quarters of axe. What they depend on is written down of every element: at another width only what
# looks otherwise there is looked at again, with all that lies within it.
AXE = """async (again) => {
  const seen = new Map(), changed = [];
  for (const each of document.body.querySelectorAll("*")) {
    const {color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow, filter} = getComputedStyle(each);
    const look = [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow, filter,
      each.getClientRects().length > 0].join();
    seen.set(each, look);
    if (window.lookedAt?.get(each) !== look) changed.push(each);
  }
  const first = !again || !window.lookedAt;
  window.lookedAt = seen;
  const colours = {"color-contrast": {enabled: first}};
  const found = (await axe.run({resultTypes: ["violations"], rules: colours})).violations;
  const there = changed.filter((each) => each.getClientRects().length > 0);
  if (!first && there.length)
    found.push(...(await axe.run({include: there}, {resultTypes: ["violations"], runOnly: ["color-contrast"]})).violations);
  return found.map(({id, nodes}) => [id, nodes.slice(0, 3).map(({html}) => html.slice(0, 160))]);
}"""


def axe_complaints(page: Page, *, again: bool = False) -> list[Any]:
    """What axe finds: WCAG 2.0/2.1 A and AA, and good practice. Everything folded is opened first.

    again: the same page at another width.
    """
    if not page.evaluate(UNFOLD):  # half a megabyte: once a page, not once a width
        page.evaluate(AXE_SCRIPT)
    return [(rule, where) for rule, where in page.evaluate(AXE, again)]


def have_axe_at_hand(page: Page) -> None:
    """For who looks at one page after the other: the browser is given axe once, and brings it to each page itself."""
    page.add_init_script(AXE_SCRIPT)


def heading_complaints(page: Page) -> list[str]:
    """A title that says where one is; one h1, before every other heading; no level left out on the way down."""
    complaints = []
    if not re.fullmatch(r"\S.* – Intreccio", page.title()):
        complaints.append(f"title «{page.title()}»")
    levels = [int(tag[1]) for tag in page.evaluate(HEADINGS)]
    if levels.count(1) != 1 or levels[:1] != [1]:
        complaints.append(f"headings {levels}")
    return complaints
