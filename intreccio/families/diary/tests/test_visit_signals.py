"""A note becomes a signal for the desk: in the words that whoever wrote it chooses, and nothing beside."""

import pytest

from intreccio.families.access.models import Signal, SignalSender, Triage
from intreccio.families.diary import actions
from intreccio.families.diary.actions.signalling import Worry, signal_from_note
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import WORDS, D, noted, spent, visit_note_of
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed

FACTS = "Da due settimane la bambina arriva a scuola senza merenda."


def send(note, viewer, **more):
    worry = Worry(**{"facts": FACTS, "knows": "yes_agrees"} | more)
    return signal_from_note(note, worry, relation="educatrice", receipt="prova-nota", by=viewer, today=D)


@pytest.fixture
def note(acting_as):
    """For whoever wrote it and for the reference alone."""
    with acting_as("psicologa") as viewer:
        said = noted(audience="reference")
        return visit_note_of(
            actions.write_visit_note(case_of("marchetti"), said, spent(), by=viewer, today=D).pk
        )


def test_signal_from_note_goes_to_the_desk_of_the_family_s_municipality(acting_as, note):
    with acting_as("psicologa") as viewer:
        signal = send(note, viewer)
    with acting_as("assistente"):
        triage = Triage.objects.select_related("signal").get(signal_id=signal.pk)
        assert triage.desk_id == key_for("team", "sportello_rozzano")
        assert triage.signal.facts == FACTS
        assert SignalSender.objects.get(signal_id=signal.pk).name == "Irene Costa"
    for account in ("davide", "sara", "scuola", "admin"):
        with acting_as(account):
            assert not Signal.objects.filter(pk=signal.pk).exists(), account


def test_of_the_note_goes_what_was_chosen_and_not_a_word_more(acting_as, note):
    with acting_as("psicologa") as viewer:
        signal = send(note, viewer)
        stored = Signal.objects.filter(pk=signal.pk).values().get()
        assert WORDS not in str(stored)
        assert str(note.pk) not in str(stored)
        events = Event.objects.filter(kind__startswith="signal.", subject_id=signal.pk)
        assert not [each for each in events if FACTS in str(each.codes) or str(note.pk) in str(each.codes)]
        assert visit_note_of(note.pk).version == note.version, "nothing is written beside the note"


def test_signal_from_note_is_for_who_works_with_families(acting_as, note):
    with acting_as("comune") as viewer, pytest.raises(NotAllowed):
        send(note, viewer)
