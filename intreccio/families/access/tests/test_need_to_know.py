"""What the database itself shows of signals and contacts, whoever asks."""

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from intreccio.families.access.models import Contact, Signal, SignalSender, SignalStep, SignalWord, Triage
from intreccio.families.access.tests.conftest import contact_id, signal_id
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.viewer import House

TABLES = (Signal, SignalSender, Triage, SignalStep, SignalWord, Contact)


@pytest.mark.parametrize("account", ["admin", "elio"])
@pytest.mark.parametrize("table", TABLES)
def test_who_works_with_no_family_finds_nothing(acting_as, account, table):
    with acting_as(account):
        assert not table.objects.exists()


def test_a_desk_finds_its_own_signals_and_no_other(acting_as):
    with acting_as("lucia"):
        desks = set(Signal.objects.values_list("desk_id", flat=True))
        assert desks == {key_for("team", "sportello_opera")}
        assert not Contact.objects.filter(desk_id=key_for("team", "sportello_rozzano")).exists()


def test_the_team_of_the_family_finds_the_signal_and_never_who_sent_it(acting_as):
    with acting_as("educatrice"):
        assert Signal.objects.filter(pk=signal_id("compiti")).exists()
        assert Triage.objects.filter(pk=signal_id("compiti")).exists()
        assert SignalStep.objects.filter(signal_id=signal_id("compiti")).exists()
        assert not SignalSender.objects.filter(signal_id=signal_id("compiti")).exists()
        assert Contact.objects.filter(pk=contact_id("elena")).exists()
        # Of what is about nobody yet, at whatever desk, nothing but what she signalled herself.
        assert not Triage.objects.filter(household=None).exists()
        assert not Contact.objects.filter(household=None).exists()
        theirs = SignalSender.objects.exclude(membership_id=key_for("membership", "educatrice"))
        assert not theirs.exists()


def test_a_lead_reads_signals_and_never_who_sent_them(acting_as):
    with acting_as("comune"):
        assert Signal.objects.filter(pk=signal_id("assenze")).exists()
        assert not SignalSender.objects.exists()


def test_who_signalled_finds_what_they_wrote_and_no_triage(acting_as):
    with acting_as("scuola"):
        assert set(Signal.objects.values_list("id", flat=True)) == {
            signal_id("pane_in_tasca"),
            signal_id("compiti"),
        }
        assert SignalSender.objects.count() == 2
        assert SignalWord.objects.exists()
        assert not Triage.objects.exists()
        assert not SignalStep.objects.exists()
        assert not Contact.objects.exists()


def test_the_public_form_reads_nothing_back(db):
    with acting(House("public_form")):
        assert not any(table.objects.exists() for table in TABLES)


def test_a_known_id_does_not_open_a_signal(acting_as):
    theirs, mine = signal_id("assenze"), key_for("team", "sportello_rozzano")
    with acting_as("assistente") as viewer:
        with pytest.raises(IntegrityError), transaction.atomic():
            Triage(id=theirs, signal_id=theirs, desk_id=mine, due_on="2026-01-01").save(force_insert=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            SignalSender(
                signal_id=theirs,
                desk_id=key_for("team", "sportello_opera"),
                membership_id=viewer.membership_id,
            ).save(force_insert=True)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Contact.objects.filter(pk=contact_id("senza_nome")).update(signal_id=theirs)
        assert not Signal.objects.filter(pk=theirs).exists()


def test_nobody_writes_in_another_s_name(acting_as):
    with acting_as("scuola"), pytest.raises(ProgrammingError), transaction.atomic():
        SignalSender(
            id=new_key(),
            signal_id=signal_id("cortile"),
            desk_id=key_for("team", "sportello_rozzano"),
            membership_id=key_for("membership", "consultorio"),
        ).save(force_insert=True)


def test_old_values_are_read_by_who_reads_the_row(acting_as):
    row = signal_id("cortile")
    with acting_as("assistente"):
        Triage.objects.filter(pk=row).update(urgency="week")
        assert History.objects.filter(row_id=row, table_name="access_triage").exists()
        with acting_as("lucia"):
            assert not History.objects.filter(row_id=row).exists()
