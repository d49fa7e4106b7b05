"""signals/new: somebody who has signed in writes a worry."""

import re

import pytest

from intreccio.families.access.models import Signal
from intreccio.families.access.tests.conftest import worry
from intreccio.ground.kernel.keys import key_for

URL = "/signals/new"
CODE = re.compile(r"S-\w{4}-\w{4}-\w{4}")


def said(**more):
    form = worry(source="13", relation="sua insegnante", **more)
    del form["voice"]
    return form


def test_a_partner_writes_in_their_own_name_with_the_source_already_filled(signed_in, acting_as):
    client = signed_in("scuola")
    page = client.get(URL).content.decode()
    assert '<option value="13" selected>' in page
    assert "Ornella Riva" in page
    answer = client.post(URL, said())
    with acting_as("scuola"):
        signal = Signal.objects.select_related("sender").get(facts__startswith="Un bambino della prima")
        assert signal.sender.membership_id == key_for("membership", "scuola")
        assert (signal.sender.name, signal.written_by) == ("", None)
    assert answer["Location"] == f"/signals/mine/{signal.pk}"


def test_the_desk_writes_for_who_telephoned(signed_in, acting_as):
    answer = signed_in("assistente").post(URL, said(name="Rosa Bianchi", reach="333 010 9988"))
    with acting_as("assistente"):
        signal = Signal.objects.select_related("sender").get(facts__startswith="Un bambino della prima")
        assert (signal.sender.name, signal.sender.membership_id) == ("Rosa Bianchi", None)
        assert signal.written_by == key_for("membership", "assistente")
    assert f'href="/signals/{signal.pk}"' in answer.content.decode()


def test_the_receipt_is_drawn_once_and_travels_in_no_cookie_and_no_address(signed_in, passer_by):
    client = signed_in("assistente")
    answer = client.post(URL, said())
    page = answer.content.decode()
    code = CODE.search(page)[0]
    assert answer.status_code == 200
    assert "la mostriamo solo adesso" in page
    assert "Se si perde" in page
    assert code not in str(answer.headers) + str(answer.cookies)
    assert "no-store" in answer["Cache-Control"]
    assert "Ricevuta" in passer_by.post("/segnala/ricevuta", {"code": code}).content.decode()
    assert code not in client.get("/signals/").content.decode()


def test_a_reload_draws_the_same_receipt_and_writes_nothing(signed_in, acting_as):
    client, form = signed_in("assistente"), said()
    first, again = (CODE.search(client.post(URL, form).content.decode())[0] for _ in range(2))
    assert first == again
    with acting_as("assistente"):
        assert Signal.objects.filter(facts__startswith="Un bambino della prima").count() == 1


def test_what_is_another_desk_s_goes_there_and_is_not_shown_here(signed_in, acting_as):
    client = signed_in("assistente")
    page = client.post(URL, said(municipality="015159")).content.decode()
    assert CODE.search(page)
    assert "/signals/" in page
    with acting_as("assistente"):
        assert not Signal.objects.filter(facts__startswith="Un bambino della prima").exists()
    with acting_as("lucia"):
        assert Signal.objects.filter(facts__startswith="Un bambino della prima").exists()


def test_a_second_tap_writes_nothing(signed_in, acting_as):
    client, form = signed_in("scuola"), said()
    assert client.post(URL, form)["Location"] == client.post(URL, form)["Location"]
    with acting_as("scuola"):
        assert Signal.objects.filter(facts__startswith="Un bambino della prima").count() == 1


def test_what_was_written_stays(signed_in):
    answer = signed_in("scuola").post(URL, said(municipality=""))
    assert answer.status_code == 422
    assert "arriva spesso senza giacca" in answer.content.decode()


@pytest.mark.parametrize("account", ["admin", "elio"])
def test_who_works_with_no_family_is_told_so(signed_in, account):
    assert signed_in(account).get(URL).status_code == 403


def test_a_stranger_signs_in_first(client, db):
    assert client.get(URL).status_code == 302
