"""/segnala/ricevuta: a code tells two dates, and takes a word."""

import pytest
from django.test import Client

from intreccio.families.access.models import Signal, SignalWord, Triage
from intreccio.families.access.tests.conftest import worry
from intreccio.families.access.tests.test_send_signal import receipt_in
from intreccio.ground.kernel.keys import new_key

URL = "/segnala/ricevuta"
SECRET = "Arriva senza giacca: lo chiamano Samuele."


@pytest.fixture
def code(passer_by):
    return receipt_in(passer_by.post("/segnala", worry(facts=SECRET, name="Rosa Bianchi")))


def the_signal():
    return Signal.objects.get(facts=SECRET)


def test_it_tells_received_and_not_yet_read(passer_by, code):
    page = passer_by.post(URL, {"code": code.lower().replace("-", " ")}).content.decode()
    assert "Ricevuta" in page
    assert "non ancora" in page


def test_it_tells_when_it_was_read_and_nothing_else(passer_by, signed_in, acting_as, code):
    desk = signed_in("assistente")
    with acting_as("assistente"):
        signal = the_signal()
    desk.get(f"/signals/{signal.pk}")
    desk.post(
        f"/signals/{signal.pk}/reply",
        {"reply-once": str(new_key()), "reply-words": "Abbiamo chiamato la madre."},
    )
    page = passer_by.post(URL, {"code": code}).content.decode()
    assert "non ancora" not in page
    for other in (
        SECRET,
        "Samuele",
        "Rosa",
        "chiamato la madre",
        signal.code,
        str(signal.pk),
        "Rozzano",
        "letta, manca",
    ):
        assert other not in page


def test_a_word_is_added_once_and_brings_the_signal_back_to_who_reads(passer_by, acting_as, code):
    with acting_as("assistente"):
        Triage.objects.filter(signal=the_signal()).update(state="closed")
    form = {"code": code, "once": str(new_key()), "words": "Oggi aveva la febbre."}
    assert "Fatto" in passer_by.post(URL, form).content.decode()
    passer_by.post(URL, form)
    with acting_as("assistente"):
        word = SignalWord.objects.get(signal=the_signal())
        assert (word.words, word.from_desk, word.by) == ("Oggi aveva la febbre.", False, None)
        assert Triage.objects.get(signal=the_signal()).has_news


def test_an_empty_word_is_asked_for_again(passer_by, code):
    answer = passer_by.post(URL, {"code": code, "once": str(new_key()), "words": " "})
    assert answer.status_code == 422
    assert "manca ancora" in answer.content.decode()


def test_a_wrong_code_says_so_and_the_twenty_first_try_waits(passer_by, code):
    for _ in range(20):
        assert passer_by.post(URL, {"code": "S-0000-0000-0000"}).status_code == 422
    assert passer_by.post(URL, {"code": code}).status_code == 429
    assert Client(REMOTE_ADDR="203.0.113.77").post(URL, {"code": code}).status_code == 200


def test_the_code_of_an_invented_signal_cannot_be_derived(passer_by):
    assert passer_by.post(URL, {"code": "S-2026-0018"}).status_code == 422


def test_who_works_at_the_desk_cannot_ask_by_receipt(acting_as, code):
    from intreccio.families.access.actions.receive import digest_of
    from intreccio.families.access.queries.signals import receipt_of

    with acting_as("lucia"):
        assert receipt_of(digest_of(code) or "") is None
