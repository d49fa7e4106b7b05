"""The style sheets and the templates of this area hold together."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

AREA = Path(__file__).resolve().parent.parent
SHEETS = "".join(sheet.read_text(encoding="utf-8") for sheet in (AREA / "static" / "intreccio").glob("*.css"))
TEMPLATES = sorted(AREA.rglob("*.html"))
DRAWN = re.compile(r"\bi-[a-z0-9]+(?:-[a-z0-9]+)*\b")


def name_of(template: Path) -> str:
    """The name by which Django finds it."""
    dressing = AREA / "dressing"
    return str(template.relative_to(dressing if dressing in template.parents else AREA.parents[1]))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_template_can_be_read_and_keeps_the_policy(template: Path) -> None:
    get_template(name_of(template))
    text = template.read_text(encoding="utf-8")
    assert "style=" not in text
    assert "|safe" not in text
    scripts = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
    assert scripts == []


KNOWN = set(re.findall(r"\.(i-[a-z0-9-]+)", SHEETS))
PAGES = sorted(path for path in AREA.parents[1].rglob("*.html") if "tests" not in path.parts)
SOURCES = [*PAGES, *AREA.parents[1].glob("*/*/templatetags/*.py"), AREA / "static" / "intreccio" / "frame.js"]
USED = {name for source in SOURCES for name in DRAWN.findall(source.read_text(encoding="utf-8"))}
# Families of classes whose ending is a variable: i-tag-{ok}, i-notice-{look}…
ENDINGS = ("i-tag", "i-notice", "i-panel", "i-avatar")


def test_every_class_in_use_is_drawn_somewhere() -> None:
    assert sorted(USED - KNOWN - set(ENDINGS)) == []


def test_every_class_that_is_drawn_is_in_use() -> None:
    offered = set(DRAWN.findall((AREA / "README.md").read_text(encoding="utf-8")))
    assert sorted(name for name in KNOWN - USED - offered if not name.startswith(ENDINGS)) == []


def test_nothing_is_asked_of_the_world_outside() -> None:
    asked = re.findall(r"url\(\"([^\"]*)\"\)", SHEETS)
    assert all(address.startswith("../bootstrap-italia/fonts/") for address in asked)
    assert SHEETS.count("url(") == len(asked)
    assert "@import" not in SHEETS
    assert "//" not in SHEETS
