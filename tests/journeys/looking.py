"""What every page must be, whatever stands on it."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => each.tagName)"
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
AXE = Axe()


def axe_complaints(page: Page) -> list[Any]:
    """What axe finds: WCAG 2.0/2.1 A and AA, and good practice. Everything folded is opened first."""
    page.evaluate(UNFOLD)
    found = AXE.run(page)
    return [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in found.response["violations"]
    ]


def heading_complaints(page: Page) -> list[str]:
    """A title that says where one is; one h1, before every other heading; no level left out on the way down."""
    complaints = []
    if not re.fullmatch(r"\S.* – Intreccio", page.title()):
        complaints.append(f"title «{page.title()}»")
    levels = [int(tag[1]) for tag in page.evaluate(HEADINGS)]
    if levels.count(1) != 1 or levels[:1] != [1]:
        complaints.append(f"headings {levels}")
    return complaints
