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
# Colours cost three quarters of axe. What they depend on is written down of every element, with all that it stands in: where
# axe has passed just this look on this page at another width, or on a page before, it is not asked again.
AXE = """async (passed) => {
  const number = (words) => {
    let one = 2166136261, two = 5381;
    for (let at = 0; at < words.length; at++) {
      one = Math.imul(one ^ words.charCodeAt(at), 16777619);
      two = Math.imul(two, 33) ^ words.charCodeAt(at);
    }
    return (one >>> 0) * 2097152 + (two >>> 11);
  };
  const words = "input, select, textarea, button";
  const says = (each) => each.matches(words) || [...each.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
  const looks = new Map(), known = new Set(passed), seen = (window.lookedAt ??= new Set()), there = [];
  for (const each of document.querySelectorAll("html, body, body *")) {
    const {color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow, filter, position} = getComputedStyle(each);
    looks.set(each, number([looks.get(each.parentElement), each.tagName, each.getAttribute("class"), color, backgroundColor,
      backgroundImage, opacity, fontSize, fontWeight, textShadow, filter, position].join()));
    const look = looks.get(each);
    if (!known.has(look) && !seen.has(look) && each.getClientRects().length && says(each)) there.push(each);
  }
  const {violations} = await axe.run({resultTypes: ["violations"], rules: {"color-contrast": {enabled: false}}});
  const clean = new Set();
  if (there.length) {
    const asked = {runOnly: ["color-contrast"], resultTypes: ["violations", "passes"], elementRef: true, selectors: false};
    const answer = await axe.run({include: there}, asked);
    violations.push(...answer.violations);
    there.forEach((each) => seen.add(looks.get(each)));
    const of = (found) => found.flatMap(({nodes}) => nodes.map(({element}) => looks.get(element)));
    of(answer.passes).forEach((look) => clean.add(look));
    of(answer.violations).forEach((look) => clean.delete(look));
  }
  return [violations.map(({id, nodes}) => [id, nodes.slice(0, 3).map(({html}) => html.slice(0, 160))]), [...clean]];
}"""


def axe_complaints(page: Page, passed: set[int] | None = None) -> list[Any]:
    """What axe finds: WCAG 2.0/2.1 A and AA, and good practice. Everything folded is opened first.

    passed: the looks whose colours have passed on other pages; those of this page are added.
    """
    if not page.evaluate(UNFOLD):  # half a megabyte: once a page, not once a width
        page.evaluate(AXE_SCRIPT)
    found, clean = page.evaluate(AXE, list(passed or ()))
    if passed is not None:
        passed.update(clean)
    return [(rule, where) for rule, where in found]


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
