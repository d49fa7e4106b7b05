"""The six principles of a service: read by everybody at work, answered by who writes the service."""

from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.offer.directory.actions.principles import check_service_principles
from intreccio.offer.directory.models import Service, ServicePrinciples
from intreccio.offer.directory.panels import principles_again
from intreccio.workshop.instruments.actions import Filled
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.definition import items_of

EDITION, SERVICE = "sei-principi-servizio-1", key_for("service", "italiano_per_mamme")
PAGE = reverse("check_service_principles", args=[SERVICE])


def filled():
    instrument = Instrument.objects.get(pk=EDITION)
    codes = [item["code"] for item in items_of(instrument.definition)]
    return Filled(instrument, dict.fromkeys(codes, 1), dict.fromkeys(codes, "ci pensiamo"))


def body():
    told = filled()
    said = {f"answer-{code}": str(value) for code, value in told.answers.items()}
    return said | {f"words-{code}": words for code, words in told.words.items()} | {"once": str(new_key())}


@pytest.mark.parametrize(
    ("account", "may"), [("coordinatrice", True), ("admin", True), ("educatrice", False), ("scuola", False)]
)
def test_everybody_reads_and_who_writes_the_service_answers(signed_in, acting_as, account, may):
    client = signed_in(account)
    text = unescape(client.get(PAGE).content.decode())
    assert "Da fuori arriva solo chi ha l'auto" in text
    assert ("Salva le risposte" in text) == may
    with acting_as("coordinatrice"):
        sent = body()
    assert client.post(PAGE, sent).status_code == (302 if may else 403)


def test_the_former_answers_stay_to_be_read(signed_in, acting_as):
    with acting_as("coordinatrice"):
        sent = body()
    client = signed_in("coordinatrice")
    client.post(PAGE, sent)
    text = unescape(client.get(PAGE).content.decode())
    assert text.count("Da fuori arriva solo chi ha l'auto") >= 1
    assert "Le altre volte" in text
    assert "Manca:" in text


def test_check_service_principles(acting_as):
    heard = []
    hear("service.principles_checked")(lambda event, _actor: heard.append(event))
    with acting_as("coordinatrice") as by:
        service = Service.objects.select_related("organisation").get(pk=SERVICE)
        row = check_service_principles(service, filled(), by=by, today=today())
        assert row.by_id == by.membership_id
    assert [(len(event.codes["missing"]), event.subject_id) for event in heard] == [(6, SERVICE)]
    with acting_as("assistente") as by, pytest.raises(NotAllowed):
        check_service_principles(service, filled(), by=by, today=today())


def test_the_database_says_the_same(acting_as):
    with acting_as("assistente") as by:
        row = ServicePrinciples(
            service_id=SERVICE,
            instrument_id=EDITION,
            answers={},
            words={},
            day=today(),
            by_id=by.membership_id,
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save(force_insert=True)
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        ServicePrinciples.objects.update(words={})


def test_the_page_of_the_service_leads_there(signed_in):
    assert PAGE in signed_in("scuola").get(reverse("service_page", args=[SERVICE])).content.decode()


def test_on_the_day_agreed_who_said_they_would_remember_finds_it_in_oggi(acting_as):
    day = today()
    with acting_as("coordinatrice") as by:
        service = Service.objects.select_related("organisation").get(pk=SERVICE)
        told = replace(filled(), again_on=day, again_by=key_for("membership", "educatrice"))
        check_service_principles(service, told, by=by, today=day - timedelta(days=9))
        assert not principles_again(by, 9)
    with acting_as("educatrice") as viewer:
        before = principles_again(viewer, 9)
    with acting_as("coordinatrice") as by:
        told = replace(
            filled(), again_on=day + timedelta(days=1), again_by=key_for("membership", "educatrice")
        )
        check_service_principles(service, told, by=by, today=day)
    with acting_as("educatrice") as viewer:
        assert [line.url for line in before] == [PAGE]
        assert not principles_again(viewer, 9), "answered anew"
