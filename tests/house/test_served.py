"""The pages as a server is given them."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.template import Context
from django.template import base as templates
from django.urls import get_resolver, resolve
from django.utils import translation
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from intreccio import wsgi


@pytest.fixture
def kept_by_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a server; afterwards as in every other program."""
    for module, name in wsgi.KEPT_BY_THREAD:
        monkeypatch.setattr(module, name, getattr(module, name))
    wsgi.keep_by_thread()


def test_two_people_read_at_once_each_in_their_language(kept_by_thread: None) -> None:
    both_have_chosen = threading.Barrier(2)

    def read(language: str) -> tuple[str, str]:
        with translation.override(language):
            both_have_chosen.wait(10)
            return translation.get_language() or "", str(translation.gettext("Famiglia"))

    with ThreadPoolExecutor(2) as pool:
        said = dict(pool.map(read, ("it", "en")))
    assert said == {"it": "Famiglia", "en": "Family"}


def test_a_language_is_of_the_thread_that_reads(kept_by_thread: None) -> None:
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as other:
        reader.submit(translation.activate, "en").result()
        assert reader.submit(translation.get_language).result() == "en"
        assert other.submit(translation.get_language).result() == "it"


def test_a_django_that_keeps_it_elsewhere_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wsgi, "KEPT_BY_THREAD", ((translation, "_no_longer_there"),))
    with pytest.raises(AttributeError, match="decision 104"):
        wsgi.keep_by_thread()


@pytest.mark.parametrize("autoescape", [True, False])
@given(
    st.one_of(
        st.text(),
        st.text().map(SafeString),
        st.integers(),
        st.none(),
        st.dates(),
        st.decimals(allow_nan=False, allow_infinity=False),
        st.booleans(),
    )
)
def test_what_a_template_writes_is_what_django_would_write(autoescape: bool, value: object) -> None:
    context, asked = Context(autoescape=autoescape), templates.render_value_in_context
    try:
        wsgi.write_text_at_once()
        ours = templates.render_value_in_context(value, context)
    finally:
        templates.render_value_in_context = asked
    theirs = asked(value, context)
    assert (ours, hasattr(ours, "__html__")) == (theirs, hasattr(theirs, "__html__"))


def test_words_to_be_translated_are_escaped_too() -> None:
    context, asked = Context(), templates.render_value_in_context
    try:
        wsgi.write_text_at_once()
        written = templates.render_value_in_context(lazy(lambda: "<b>", str)(), context)
    finally:
        templates.render_value_in_context = asked
    assert written == "&lt;b&gt;"


@pytest.mark.parametrize("name", ["household_page", "plan_page", "case_page", "today", "help_page"])
def test_a_page_is_found_under_its_first_word_and_called_by_its_whole_address(name: str) -> None:
    route, kwargs = get_resolver().reverse_dict.getlist(name)[0][0][0]
    match = resolve("/" + route % dict.fromkeys(kwargs, "019b76da-a800-7be5-8730-f35cedaad568"))
    assert match.view_name == name
    assert match.route == re.sub(r"%\((\w+)\)s", r"<uuid:\1>", route)
