"""What worries in a note goes to the desk, without typing twice, and nothing beside the note says so."""

import pytest
from django.urls import reverse

from intreccio.families.access.actions.receive import receipt_for
from intreccio.families.access.models import Signal
from intreccio.families.diary.actions import Worry, signal_from_note, write_visit_note
from intreccio.families.diary.actions.ledger import first_minutes, minutes_of
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, noted, spent, visit_note_of
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed

OLD = key_for("visit_note", "marchetti_1")


def test_a_note_becomes_a_signal_for_the_desk_of_the_familys_municipality(acting_as):
    with acting_as("educatrice") as viewer:
        note = visit_note_of(OLD)
        before = Event.objects.filter(subject_id=note.pk).count()
        worry = Worry(facts="Tre mattine senza scuola.", knows="yes", worry="Dorme poco.")
        made = signal_from_note(
            note, worry, relation="lavora con loro", receipt=receipt_for(new_key()), by=viewer, today=D
        )
        assert Event.objects.filter(subject_id=note.pk).count() == before
        assert visit_note_of(OLD).text == note.text
    with acting_as("assistente"):
        signal = Signal.objects.get(pk=made.pk)
        assert (signal.facts, signal.municipality_code) == (
            worry.facts,
            note.case.household.municipality_code,
        )
        assert note.case.household.code in signal.family


def test_whoever_cannot_signal_makes_no_signal_of_a_note(acting_as):
    with acting_as("educatrice") as viewer:
        note = visit_note_of(OLD)
    with acting_as("admin") as viewer, pytest.raises(NotAllowed):
        signal_from_note(note, Worry(facts="x", knows="no"), relation="", receipt="x", by=viewer, today=D)


def test_the_page_begins_with_the_words_of_the_note(signed_in, acting_as):
    client, page = signed_in("educatrice"), reverse("signal_from_note", args=[OLD])
    with acting_as("educatrice"):
        words = visit_note_of(OLD).text
    assert words[:40] in client.get(page).content.decode().replace("&#x27;", "'").replace("&quot;", '"')
    assert client.post(page, {"once": str(new_key()), "facts": ""}).status_code == 422
    sent = client.post(page, {"once": str(new_key()), "facts": "Tre mattine.", "knows": "no"})
    assert (sent.status_code, sent["Location"]) == (
        302,
        reverse("diary_page", args=[key_for("case", "marchetti")]),
    )


def test_first_minutes_are_those_of_whoever_writes(acting_as):
    with acting_as("educatrice") as viewer:
        note = write_visit_note(case_of("marchetti"), noted(), spent(0, 0), by=viewer, today=D)
        first_minutes(note, spent(30, 5).by_line, by=viewer)
        assert minutes_of(note) == spent(30, 5).by_line
