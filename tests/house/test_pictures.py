"""The pictures of README and handbook: each is there, light, listed, told in words to who does not see it; none is left over."""

import json
import re
from collections.abc import Iterator

from django.urls import get_resolver

from intreccio.parties.organisations.demo.district import MAIN_ACCOUNTS
from tests.house.source import ROOT

FOLDER = ROOT / "docs" / "pictures"
LISTED = {line["name"]: line for line in json.loads((FOLDER / "pictures.json").read_text(encoding="utf-8"))}
MANUAL = sorted((ROOT / "docs" / "manuale").glob("*.md"))
LIGHT, ALL_TOGETHER = 120_000, 2_500_000
MARKDOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)\)")
HTML = re.compile(r'<img src="(?P<src>[^"]+)"[^>]* alt="(?P<alt>[^"]*)">')


def shown() -> Iterator[tuple[str, str, str]]:
    """(page, path of the picture from the root, its words)."""
    for page in [ROOT / "README.md", *MANUAL]:
        text = page.read_text(encoding="utf-8")
        assert len(HTML.findall(text)) == text.count("<img"), f"{page.name}: src first, alt last"
        for found in [*MARKDOWN.finditer(text), *HTML.finditer(text)]:
            path = (page.parent / found["src"]).resolve()
            yield page.name, path.relative_to(ROOT).as_posix(), found["alt"]


def path_of(name: str) -> str:
    return f"docs/pictures/{name}.webp"


def test_every_picture_shown_is_there_and_listed():
    known = {path_of(name) for name in LISTED}
    lost = {(page, path) for page, path, _ in shown() if path not in known or not (ROOT / path).is_file()}
    assert not lost, "list it in docs/pictures/pictures.json, then: make pictures"


def test_every_picture_says_in_words_what_it_shows():
    said = {path_of(name): line["alt"] for name, line in LISTED.items()}
    other = [(page, path) for page, path, alt in shown() if alt != said[path] or len(alt) < 40]
    assert not other, "the words of docs/pictures/pictures.json, the same wherever the picture is shown"


def test_no_picture_is_left_over():
    files = {path.relative_to(ROOT).as_posix() for path in FOLDER.iterdir()} - {"docs/pictures/pictures.json"}
    assert files == {path_of(name) for name in LISTED} == {path for _, path, _ in shown()}


def test_pictures_are_light():
    weights = {path.name: path.stat().st_size for path in FOLDER.glob("*.webp")}
    assert not {name: weight for name, weight in weights.items() if weight > LIGHT}, (
        "a smaller part of the page"
    )
    assert sum(weights.values()) <= ALL_TOGETHER


def test_pictures_are_of_pages_and_accounts_that_exist():
    names = get_resolver().reverse_dict
    assert not {line["page"] for line in LISTED.values() if line["page"] not in names}
    assert {line["who"] for line in LISTED.values()} <= set(MAIN_ACCOUNTS)


def test_the_handbook_has_a_page_of_one_screen_or_two_for_each_main_account():
    pages = [page for page in MANUAL if page.name != "README.md"]
    index = (ROOT / "docs" / "manuale" / "README.md").read_text(encoding="utf-8")
    assert len(pages) == len(MAIN_ACCOUNTS)
    assert all(f"({page.name})" in index for page in pages)
    assert all(f"`{account}@example.org`" in index for account in MAIN_ACCOUNTS)
    assert not [page.name for page in pages if len(page.read_text(encoding="utf-8").splitlines()) > 100]
