"""The six principles of a project that several bodies do together: read by everybody at work, answered by who leads it."""

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
from intreccio.parties.organisations.actions.principles import check_project_principles
from intreccio.parties.organisations.models import Project, ProjectPrinciples
from intreccio.parties.organisations.panels import dated
from intreccio.workshop.instruments.actions import Filled
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.definition import items_of

EDITION, PROJECT = "sei-principi-progetto-1", key_for("project", "fili")
PAGE = reverse("check_project_principles", args=[PROJECT])


def filled():
    instrument = Instrument.objects.get(pk=EDITION)
    codes = [item["code"] for item in items_of(instrument.definition)]
    return Filled(instrument, dict.fromkeys(codes, 2), dict.fromkeys(codes, "lo facciamo"))


def of_principles(viewer):
    """Lines of Oggi that ask to look again."""
    return [line for line in dated(viewer, 9) if line.group == "I sei principi"]


@pytest.mark.parametrize(
    ("account", "may"), [("coordinatrice", True), ("admin", True), ("educatrice", False), ("scuola", False)]
)
def test_everybody_reads_and_who_leads_the_project_answers(signed_in, acting_as, account, may):
    client = signed_in(account)
    text = unescape(client.get(PAGE).content.decode())
    assert "Il consultorio viene, ma non decide" in text
    assert "L'accordo non è ancora firmato" in text
    assert ("Salva le risposte" in text) == may
    with acting_as("coordinatrice"):
        told = filled()
    said = {f"answer-{code}": "2" for code in told.answers} | {
        f"words-{code}": "lo facciamo" for code in told.answers
    }
    assert client.post(PAGE, {**said, "once": str(new_key())}).status_code == (302 if may else 403)
    if may:
        assert "Non manca niente" in client.get(PAGE).content.decode()


def test_check_project_principles(acting_as):
    heard = []
    hear("project.principles_checked")(lambda event, _actor: heard.append(event))
    with acting_as("coordinatrice") as by:
        project = Project.objects.get(pk=PROJECT)
        row = check_project_principles(project, filled(), by=by, today=today())
        assert row.by_id == by.membership_id
    assert [(event.codes["missing"], event.subject_id) for event in heard] == [([], PROJECT)]
    with acting_as("comune") as by, pytest.raises(NotAllowed):
        check_project_principles(project, filled(), by=by, today=today())


def test_the_database_says_the_same(acting_as):
    with acting_as("comune") as by, pytest.raises(ProgrammingError), transaction.atomic():
        ProjectPrinciples(
            project_id=PROJECT,
            instrument_id=EDITION,
            answers={},
            words={},
            day=today(),
            by_id=by.membership_id,
        ).save(force_insert=True)
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        ProjectPrinciples.objects.update(words={})


def test_the_page_of_the_project_leads_there(signed_in):
    assert PAGE in signed_in("scuola").get(reverse("project_page", args=[PROJECT])).content.decode()


def test_on_the_day_agreed_who_said_they_would_remember_finds_it_in_oggi(acting_as):
    day = today()
    with acting_as("coordinatrice") as by:
        project = Project.objects.get(pk=PROJECT)
        told = replace(filled(), again_on=day, again_by=key_for("membership", "educatrice"))
        check_project_principles(project, told, by=by, today=day - timedelta(days=9))
        assert not of_principles(by)
    with acting_as("educatrice") as viewer:
        (line,) = of_principles(viewer)
        assert line.url == PAGE
        assert "da riguardare" in str(line.why)
    with acting_as("coordinatrice") as by:
        check_project_principles(project, filled(), by=by, today=day)
    with acting_as("educatrice") as viewer:
        assert not of_principles(viewer), "answered anew"
