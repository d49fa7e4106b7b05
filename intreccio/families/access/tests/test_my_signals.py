"""signals/mine: what somebody signalled, and what they were answered."""

import pytest

from intreccio.families.access.models import SignalWord, Triage
from intreccio.families.access.tests.conftest import signal_id
from intreccio.ground.kernel.keys import new_key


def test_the_list_holds_only_one_s_own(signed_in):
    page = signed_in("scuola").get("/signals/mine").content.decode()
    assert "senza pranzo" in page
    assert "Ricevuta" in page
    assert "parla pochissimo" not in page


def test_the_list_says_where_an_answer_waits_until_it_is_read(signed_in):
    client = signed_in("scuola")
    assert "Ti hanno risposto" in client.get("/signals/mine").content.decode()
    client.get(f"/signals/mine/{signal_id('compiti')}")
    page = client.get("/signals/mine").content.decode()
    assert "Ti hanno risposto" not in page
    assert "Letta" in page


def test_the_page_tells_dates_and_words_and_nothing_of_the_triage(signed_in):
    page = signed_in("scuola").get(f"/signals/mine/{signal_id('compiti')}").content.decode()
    assert "Grazie. Chiameremo la mamma in settimana." in page
    for hidden in (
        "Preferisce il pomeriggio",
        "in valutazione",
        "Incontrare",
        "Marchetti",
        "Giulia Serra",
        "settimana</b>",
    ):
        assert hidden not in page


def test_an_answer_is_read_once_opened(signed_in, acting_as):
    client = signed_in("scuola")
    with acting_as("scuola"):
        assert SignalWord.objects.get(from_desk=True).read_at is None
    client.get(f"/signals/mine/{signal_id('compiti')}")
    with acting_as("scuola"):
        assert SignalWord.objects.get(from_desk=True).read_at is not None


@pytest.mark.parametrize("account", ["consultorio", "assistente", "educatrice", "lucia", "admin"])
def test_nobody_else_s(signed_in, account):
    client = signed_in(account)
    url = f"/signals/mine/{signal_id('compiti')}"
    assert client.get(url).status_code == 404
    assert client.post(f"{url}/word", {"once": str(new_key()), "words": "Io."}).status_code == 404


def test_a_word_is_added_once(signed_in, acting_as):
    client, form = signed_in("scuola"), {"once": str(new_key()), "words": "Oggi era assente."}
    url = f"/signals/mine/{signal_id('pane_in_tasca')}/word"
    assert client.post(url, form).status_code == 302
    assert client.post(url, form).status_code == 302
    with acting_as("assistente"):
        assert SignalWord.objects.filter(words="Oggi era assente.").count() == 1
        assert Triage.objects.get(pk=signal_id("pane_in_tasca")).has_news


def test_an_empty_word_is_asked_for_again(signed_in):
    answer = signed_in("scuola").post(
        f"/signals/mine/{signal_id('compiti')}/word", {"once": str(new_key()), "words": ""}
    )
    assert answer.status_code == 422


def test_a_partner_opens_neither_inbox_nor_page(signed_in):
    client = signed_in("scuola")
    assert client.get("/signals/").status_code == 403
    assert client.get(f"/signals/{signal_id('compiti')}").status_code == 404
    assert client.get("/contacts/").status_code == 403
