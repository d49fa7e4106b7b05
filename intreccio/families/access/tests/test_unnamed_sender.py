"""Who signalled is named in `SignalSender` alone: no other row that anybody reads bears their hat or their name."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db.models import Q

from conftest import viewer_named
from intreccio.families.access.actions.erasing import erase_old_signals
from intreccio.families.access.actions.links import link_signal
from intreccio.families.access.actions.passing import Onward, pass_on_signal
from intreccio.families.access.actions.receive import From, Said, create_signal, receipt_for, record_unnamed
from intreccio.families.access.actions.triage import mark_read, set_urgency
from intreccio.families.access.actions.words import add_my_word
from intreccio.families.access.models import Signal, SignalSender, SignalWord, Triage
from intreccio.families.access.tests.conftest import ROZZANO
from intreccio.ground.kernel import events
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, History
from intreccio.parties.people.models import Household

ACCOUNTS = (
    "coordinatrice", "assistente", "educatrice", "psicologa", "scuola", "comune", "admin", "davide", "lucia", "sara",
    "tommaso", "consultorio", "elio",
)  # fmt: skip
OPERA_DESK = key_for("team", "sportello_opera")


def signalled(today):
    """A signal of the school, with a further word."""
    school = viewer_named("scuola")
    with acting(school):
        said = Said(source=13, municipality_code=ROZZANO, facts="Un fatto di prova.", knows="no")
        sender = From(membership_id=school.membership_id)
        receipt = receipt_for(new_key())
        signal = create_signal(said, sender, by=school, on_behalf=False, receipt=receipt, today=today)
        add_my_word(signal, "Ancora una cosa.", by=school)
    return signal.pk


def at_desk(account, signal_id, act):
    with acting(viewer_named(account)):
        act(Triage.objects.select_related("signal").get(signal_id=signal_id), viewer_named(account))


def of_the_family(triage, viewer):
    mark_read(triage, by=viewer)
    triage.refresh_from_db()
    family = Household.objects.get(pk=key_for("household", "marchetti"))
    link_signal(triage, family, by=viewer, version=triage.version)


def onward(triage, viewer, today):
    mark_read(triage, by=viewer)
    triage.refresh_from_db()
    set_urgency(triage, "today", by=viewer, version=triage.version)
    triage.refresh_from_db()
    gone = Onward(to=OPERA_DESK, reason="place")
    pass_on_signal(triage, gone, by=viewer, version=triage.version, today=today)


def names_of_the_sender(signal_id, school):
    """Rows about the signal, in sight of the actor, that bear who sent it."""
    words = set(SignalWord.objects.filter(signal_id=signal_id).values_list("id", flat=True))
    senders = set(SignalSender.objects.filter(signal_id=signal_id).values_list("id", flat=True))
    theirs = Q(membership_id=school.membership_id) | Q(user_id=school.user_id)
    about = Q(subject_id__in=[signal_id, *words]) | Q(codes__signal=str(signal_id))
    return {
        "words": SignalWord.objects.filter(signal_id=signal_id, by=school.membership_id).count(),
        "old values": History.objects.filter(theirs, row_id__in=[signal_id, *words, *senders]).count(),
        "events": Event.objects.filter(about & theirs).count(),
    }


@pytest.mark.parametrize("happens", ["is the family's", "has gone on"])
def test_no_row_in_sight_bears_who_signalled(db, today, happens):
    signal_id, school = signalled(today), viewer_named("scuola")
    at_desk(
        "assistente", signal_id, of_the_family if "family" in happens else lambda t, v: onward(t, v, today)
    )
    with acting(school):
        add_my_word(Signal.objects.get(pk=signal_id), "E un'altra.", by=school)
    readers = set()
    for account in ACCOUNTS:
        with acting(viewer_named(account)):
            if SignalWord.objects.filter(signal_id=signal_id).exists():
                readers.add(account)
            if account == "scuola" or not SignalSender.objects.filter(signal_id=signal_id).exists():
                assert set(names_of_the_sender(signal_id, school).values()) == {0}, account
    assert {"scuola", "educatrice" if "family" in happens else "lucia"} <= readers


@pytest.mark.parametrize("account", ACCOUNTS)
def test_in_the_district_too(db, account):
    with acting(viewer_named("assistente")):
        sent = dict(SignalSender.objects.exclude(membership=None).values_list("signal_id", "membership_id"))
    assert sent
    with acting(viewer_named(account)):
        known = set(SignalSender.objects.values_list("signal_id", flat=True))
        words = SignalWord.objects.filter(from_desk=False).exclude(signal_id__in=known)
        assert not words.exclude(by=None).exists()
        for signal_id, hat in sent.items():
            if signal_id not in known:
                assert not History.objects.filter(row_id=signal_id, membership_id=hat).exists()
                assert not Event.objects.filter(subject_id=signal_id, membership_id=hat).exists()


def test_the_mark_of_news_is_the_house_s(db, today):
    signal_id = signalled(today)
    with acting(viewer_named("assistente")):
        (old,) = History.objects.filter(row_id=signal_id, table_name="access_triage")
        assert (old.user_id, old.membership_id, old.house, list(old.old)) == (
            None,
            None,
            "signaller",
            ["has_news"],
        )


def test_who_writes_a_word_is_still_who_acts_afterwards(db, today):
    school = viewer_named("scuola")
    signal_id = signalled(today)
    with acting(school):
        add_my_word(Signal.objects.get(pk=signal_id), "Ancora.", by=school)
        assert Signal.objects.filter(pk=signal_id).exists()


@pytest.mark.parametrize("happens", ["is read", "has gone on"])
def test_the_sender_reads_no_old_values(db, today, happens):
    signal_id = signalled(today)
    at_desk("assistente", signal_id, lambda triage, viewer: mark_read(triage, by=viewer))
    with acting(viewer_named("assistente")):
        assert History.objects.filter(row_id=signal_id, table_name="access_signal").exists()
    if happens == "has gone on":
        at_desk("assistente", signal_id, lambda triage, viewer: onward(triage, viewer, today))
    with acting(viewer_named("scuola")):
        assert Signal.objects.filter(pk=signal_id).exists()
        assert not History.objects.filter(demand__in=("access", "sender")).exists()


def test_the_next_desk_reads_no_old_values_of_the_one_before(db, today):
    signal_id = signalled(today)
    at_desk("assistente", signal_id, lambda triage, viewer: onward(triage, viewer, today))
    with acting(viewer_named("lucia")):
        sender = SignalSender.objects.get(signal_id=signal_id)
        assert not History.objects.filter(row_id__in=[signal_id, sender.pk]).exists()
    at_desk("lucia", signal_id, lambda triage, viewer: mark_read(triage, by=viewer))
    with acting(viewer_named("lucia")):
        assert [old.table_name for old in History.objects.filter(row_id=signal_id)] == ["access_triage"]


def test_erased_nothing_says_who_signalled(committed, keeper, today):
    signal_id, school = signalled(today), viewer_named("scuola")
    words = [
        row[0] for row in keeper.execute("SELECT id FROM access_signalword WHERE signal_id = %s", [signal_id])
    ]
    then = today - relativedelta(months=24) - timedelta(days=1)
    keeper.execute(
        "UPDATE access_triage SET state = 'closed', has_news = false WHERE signal_id = %s", [signal_id]
    )
    keeper.execute("UPDATE access_signal SET received_at = %s WHERE id = %s", [then, signal_id])
    keeper.execute("UPDATE access_signalword SET at = %s WHERE signal_id = %s", [then, signal_id])
    erase_old_signals(today)
    (erased_on,) = keeper.execute("SELECT erased_on FROM access_signal WHERE id = %s", [signal_id]).fetchone()
    assert erased_on == today
    theirs = [school.membership_id, school.user_id]
    for found in (
        keeper.execute("SELECT FROM access_signalsender WHERE signal_id = %s", [signal_id]),
        keeper.execute("SELECT FROM access_signalword WHERE signal_id = %s AND by IS NOT NULL", [signal_id]),
        keeper.execute(
            "SELECT FROM kernel_event WHERE (subject_id = ANY (%s) OR codes ->> 'signal' = %s)"
            " AND (membership_id = ANY (%s) OR user_id = ANY (%s))",
            [[signal_id, *words], str(signal_id), theirs, theirs],
        ),
        keeper.execute(
            "SELECT FROM kernel_history WHERE row_id = %s AND membership_id = ANY (%s)", [signal_id, theirs]
        ),
    ):
        assert found.fetchall() == []
    events = keeper.execute(
        "SELECT kind, house FROM kernel_event WHERE subject_id = %s", [signal_id]
    ).fetchall()
    assert ("signal.received", "signaller") in events


def test_record_unnamed_bears_the_house_alone(db, today, monkeypatch):
    heard = []
    monkeypatch.setitem(events._listeners, "signal.received", [lambda event, _by: heard.append(event)])
    signal_id = signalled(today)
    with acting(viewer_named("scuola")):
        record_unnamed("signal.received", Signal(id=signal_id), codes={})
    assert [(deed.subject_id, deed.house) for deed in heard] == [(signal_id, "signaller")] * 2
    assert {hat for deed in heard for hat in (deed.membership_id, deed.user_id, deed.organisation_id)} == {
        None
    }
