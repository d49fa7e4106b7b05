"""Addresses and words of ours are those that Django's own tags answer, in whatever language one reads."""

from typing import Any
from uuid import uuid4

import pytest
from django.template import Template, engines
from django.template.defaulttags import URLNode
from django.templatetags.i18n import TranslateNode
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from intreccio.ground.design.templatetags.repeated import Address, Said

KEY, OTHER = uuid4(), uuid4()


def draw(text: str, **words: Any) -> str:
    return engines["django"].from_string(text).render(words)


def nodes(text: str) -> list[Any]:
    return list(Template(text, engine=engines["django"].engine).nodelist)


@pytest.mark.parametrize(
    ("tag", "answer"),
    [
        ('{% url "household_list" %}', ("household_list", [])),
        ('{% url "household_page" key %}', ("household_page", [KEY])),
        ('{% url "person_page" key other %}', ("person_page", [KEY, OTHER])),
        ('{% url "person_page" other key %}', ("person_page", [OTHER, KEY])),
        ('{% url "void_row" key "home" other %}', ("void_row", [KEY, "home", OTHER])),
        ("{% url name key %}", ("household_page", [KEY])),
    ],
)
def test_an_address_is_the_one_django_answers(tag: str, answer: tuple[str, list[Any]]) -> None:
    name, keys = answer
    for _again in range(2):
        assert draw(tag, key=KEY, other=OTHER, name="household_page") == reverse(name, args=keys)
    kept = tag.replace(" %}", " as place %}[{{ place }}]")
    assert draw(kept, key=KEY, other=OTHER, name="household_page") == f"[{reverse(name, args=keys)}]"


def test_an_address_that_is_not_there_is_an_error_unless_it_is_only_looked_for() -> None:
    with pytest.raises(NoReverseMatch):
        draw('{% url "nowhere_at_all" key %}', key=KEY)
    with pytest.raises(NoReverseMatch):
        draw('{% url "household_page" %}')
    assert draw('{% url "nowhere_at_all" key as place %}[{{ place }}]', key=KEY) == "[]"


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "tag",
    [
        '{% translate "Famiglie" %}',
        """{% translate "vive anche in un'altra casa" %}""",
        '{% translate "100% di noi, <b>e</b> più & più" %}',
        '{% translate "Famiglie" as said %}[{{ said }}]',
        '{% translate "Famiglie" noop %}',
        '{% translate "famiglie"|capfirst %}',
        "{% translate words %}",
        '{% translate "Famiglie" context "altro" %}',
    ],
)
def test_words_are_those_django_says(tag: str, language: str) -> None:
    words = {"words": "Famiglie <di> oggi"}
    django = tag.replace("{% translate", "{% load i18n %}{% trans")
    with translation.override(language):
        assert draw(tag, **words) == draw(django, **words)


def test_what_changes_from_reader_to_reader_is_never_remembered() -> None:
    template = engines["django"].from_string('{% translate "Famiglie" %}')
    with translation.override("it"):
        assert template.render() == "Famiglie"
    with translation.override("en"):
        assert template.render() == "Families"


def test_django_answers_for_the_rest() -> None:
    (address,) = nodes('{% url "household_page" pk=key %}')
    assert isinstance(address, Address)
    assert isinstance(address, URLNode)
    (ours,) = nodes('{% translate "Famiglie" %}')
    assert isinstance(ours, Said)
    for tag in (
        "{% translate words %}",
        '{% translate "Famiglie"|lower %}',
        '{% translate "Famiglie" noop %}',
    ):
        (node,) = nodes(tag)
        assert isinstance(node, TranslateNode), tag
