"""The pages as a server is given them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.utils import translation

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
