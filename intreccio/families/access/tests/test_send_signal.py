"""/segnala: somebody without an account writes a worry."""

import re

import pytest
from django.test import Client

from intreccio.families.access.models import Signal, SignalSender, Triage
from intreccio.families.access.tests.conftest import worry
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Tally

URL = "/segnala"
FACTS = "Un bambino della prima arriva spesso senza giacca."


def receipt_in(answer):
    found = re.search(r"S(?:-[0-9A-Z]{4}){3}", answer.content.decode())
    return found.group() if found else ""


def arrived(acting_as, account="assistente", facts=FACTS):
    with acting_as(account):
        return list(Signal.objects.filter(facts=facts).select_related("sender", "triage"))


def test_the_numbers_to_call_come_before_the_form(passer_by):
    page = passer_by.get(URL).content.decode()
    assert page.index("tel:112") < page.index("tel:114") < page.index("<textarea")
    assert "codice fiscale non serve" in page


def test_a_worry_reaches_the_competent_desk_and_gives_a_receipt(passer_by, acting_as, today):
    answer = passer_by.post(URL, worry(name="Rosa Bianchi", reach="333 010 9988"))
    assert answer.status_code == 200
    assert receipt_in(answer)
    (signal,) = arrived(acting_as)
    assert signal.desk_id == key_for("team", "sportello_rozzano")
    assert (signal.source, signal.read_at, signal.sender.name) == (13, None, "Rosa Bianchi")
    assert (signal.triage.state, (signal.triage.due_on - today).days) == ("received", 5)
    assert not arrived(acting_as, "lucia")


def test_another_place_goes_to_the_default_desk(passer_by, acting_as):
    passer_by.post(URL, worry(municipality="altro"))
    (signal,) = arrived(acting_as, "coordinatrice")
    assert (signal.desk_id, signal.municipality_code) == (key_for("team", "sportello_rete"), "")


def test_danger_is_to_be_read_today_and_the_numbers_are_said_again(passer_by, acting_as, today):
    answer = passer_by.post(URL, worry(danger_now="on"))
    assert "tel:112" in answer.content.decode()
    (signal,) = arrived(acting_as)
    assert signal.triage.due_on == today


def test_a_second_tap_writes_nothing_and_shows_the_same_receipt(passer_by, acting_as):
    form = worry()
    first, second = passer_by.post(URL, form), passer_by.post(URL, form)
    assert receipt_in(first) == receipt_in(second) != ""
    assert len(arrived(acting_as)) == 1


def test_other_words_on_a_page_that_back_brought_again_are_another_signal(passer_by, acting_as):
    form = worry()
    first, second = passer_by.post(URL, form), passer_by.post(URL, {**form, "facts": "Un'altra cosa."})
    assert receipt_in(first) != receipt_in(second) != ""
    assert (len(arrived(acting_as)), len(arrived(acting_as, facts="Un'altra cosa."))) == (1, 1)


def test_what_was_written_stays_when_something_is_missing(passer_by, acting_as):
    answer = passer_by.post(URL, worry(voice="", worry="Ha freddo."))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert FACTS in page
    assert "Ha freddo." in page
    assert "scegli una risposta" in page
    assert not arrived(acting_as)


def test_a_program_that_fills_every_box_is_stopped_and_a_person_is_told(passer_by, acting_as):
    answer = passer_by.post(URL, worry(website="https://example.org"))
    assert answer.status_code == 422
    assert "va lasciata vuota" in answer.content.decode()
    assert FACTS in answer.content.decode()
    assert not arrived(acting_as)


def test_the_sixth_in_an_hour_waits_and_loses_nothing(passer_by, acting_as):
    for _ in range(5):
        assert passer_by.post(URL, worry()).status_code == 200
    answer = passer_by.post(URL, worry(facts="Il sesto."))
    assert answer.status_code == 429
    assert "Il sesto." in answer.content.decode()
    assert not arrived(acting_as, facts="Il sesto.")
    assert (
        Client(REMOTE_ADDR="203.0.113.10").post(URL, worry(facts="Un altro collegamento.")).status_code == 200
    )


def test_no_address_is_kept(passer_by, acting_as):
    passer_by.post(URL, worry())
    with acting_as("assistente"):
        assert not [row.bucket for row in Tally.objects.all() if "203.0.113" in row.bucket]


@pytest.mark.parametrize("trusted", [True, False])
def test_behind_a_proxy_the_nearest_one_is_believed(passer_by, settings, trusted):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if trusted else None
    answers = [
        passer_by.post(URL, worry(), headers={"x-forwarded-for": f"10.0.0.1, 198.51.100.{number}"})
        for number in range(6)
    ]
    assert (answers[-1].status_code == 200) is trusted


def test_without_a_name_there_is_an_empty_sender_that_nobody_can_fill(passer_by, acting_as):
    passer_by.post(URL, worry())
    (signal,) = arrived(acting_as)
    with acting_as("assistente"):
        assert SignalSender.objects.get(signal=signal).name == ""
        assert not SignalSender.objects.filter(signal=signal, membership_id__isnull=False).exists()


def test_somebody_signed_in_writes_here_as_anybody_else(signed_in, acting_as):
    assert signed_in("scuola").post(URL, worry()).status_code == 200
    assert not arrived(acting_as, "scuola")
    assert len(arrived(acting_as)) == 1


def test_a_form_from_elsewhere_is_refused(db):
    assert Client(enforce_csrf_checks=True).post(URL, worry()).status_code == 403


def test_the_notice_says_why_how_long_and_who(passer_by):
    assert 'href="/segnala/privacy"' in passer_by.get("/segnala/ricevuta").content.decode()
    page = passer_by.get("/segnala/privacy").content.decode()
    assert "2-sexies" in page
    assert "lettera e" in page
    assert "24 mesi" in page
    for reader in ("Chi lavora allo sportello", "équipe apre la storia della famiglia", "chi dirige l"):
        assert reader in page
    assert "Nessun altro ente" not in page


def test_a_signal_and_its_triage_share_their_id(passer_by, acting_as):
    passer_by.post(URL, worry())
    (signal,) = arrived(acting_as)
    with acting_as("assistente"):
        assert Triage.objects.get(signal=signal).pk == signal.pk


def test_who_has_no_account_finds_the_form_at_the_door(passer_by):
    assert 'href="/segnala"' in passer_by.get("/accounts/login/").content.decode()
