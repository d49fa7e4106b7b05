"""Law 14, the other half: English is complete, from the Italian source, and chosen by who reads."""

import ast

import pytest
from django.utils import translation

from intreccio.families.plans.forms.goals import LEVELS
from tests.house.source import HOUSE, ROOT, tree
from tools.catalogues import LANGUAGES, faults, template


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_is_left_over(language):
    assert not faults(language), "python -m tools.catalogues extract, then translate what is empty"


def test_the_source_holds_words_of_templates_of_rules_and_of_data():
    said = {message.id for message in template()}
    assert {"Vai al contenuto", "Il decesso viene prima della nascita.", "Cibo e spesa"} <= said


def test_a_page_is_read_in_the_chosen_language(client, db):
    assert b'<html lang="it">' in client.get("/segnala").content
    answer = client.post("/language", {"language": "en", "next": "/segnala"})
    assert answer["Location"] == "/segnala"
    page = client.get("/segnala").content.decode()
    assert '<html lang="en">' in page
    with translation.override("en"):
        assert translation.gettext("Vai al contenuto") in page


def test_the_browser_does_not_choose_for_its_reader(client, db):
    assert b'<html lang="it">' in client.get("/segnala", headers={"accept-language": "en-GB"}).content


@pytest.mark.parametrize("where", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_choosing_leads_nowhere_else(client, db, where):
    assert client.post("/language", {"language": "en", "next": where})["Location"] == "/"


def test_a_language_that_is_not_there_changes_nothing(client, db):
    answer = client.post("/language", {"language": "xx", "next": "/segnala"})
    assert not answer.cookies.get("intreccio_language")


def test_no_word_hides_inside_a_template_string():
    """The catalogue's reader sees no call of `_` inside `f"{…}"`: such a word would stay Italian for everybody."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in HOUSE.rglob("*.py")
        for template in ast.walk(tree(path))
        if isinstance(template, ast.JoinedStr)
        for node in ast.walk(template)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "gettext", "ngettext", "later", "many", "gettext_lazy")
    ]
    assert hidden == []


def test_the_steps_of_a_goal_are_said_in_the_readers_language(db):
    with translation.override("en"):
        assert all("di più" not in str(label) for _level, label in LEVELS)
