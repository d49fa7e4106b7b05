"""«Lo cancelliamo 24 mesi dopo»: the promise made to who writes on /segnala, kept every night."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from psycopg import sql

from intreccio.families.access.actions.contacts import link_contact, require_free
from intreccio.families.access.actions.erasing import ERASER, erase_old_signals
from intreccio.families.access.actions.triage import at_the_desk
from intreccio.families.access.models import Contact, Signal, SignalSender, SignalStep, SignalWord
from intreccio.families.access.tasks import erase_old_signals as job
from intreccio.families.access.tests.conftest import contact_id, signal_id, triage_of
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.models import Household

# Everything that says when something was written.
MOMENTS = {
    "access_signal": ("id", "received_at"),
    "access_signalstep": ("signal_id", "at"),
    "access_signalword": ("signal_id", "at"),
    "access_contact": ("signal_id", "at"),
}
DOPPIA, MONICA = signal_id("doppia"), contact_id("monica")


@pytest.fixture
def aged(keeper, today):
    """`aged("doppia", 1)`: all that was written about it is one day more than 24 months old."""
    begins = today - relativedelta(months=24)

    def age(key, days):
        for table, (column, moment) in MOMENTS.items():
            then = begins - timedelta(days=days)
            names = map(sql.Identifier, (table, moment, column))
            keeper.execute(
                sql.SQL("UPDATE {} SET {} = %s WHERE {} = %s").format(*names), [then, signal_id(key)]
            )

    return age


@pytest.fixture
def old_contact(keeper, today):
    """`old_contact("monica", 1)`: the conversation is one day more than 24 months old."""

    def age(key, days):
        then = today - relativedelta(months=24) - timedelta(days=days)
        keeper.execute("UPDATE access_contact SET at = %s WHERE id = %s", [then, contact_id(key)])

    return age


def everything(keeper):
    """Every row of the area, as it stands."""
    tables = ("signal", "signalsender", "triage", "signalstep", "signalword", "signalpass", "contact")
    names = (sql.Identifier(f"access_{table}") for table in tables)
    return [keeper.execute(sql.SQL("SELECT * FROM {} ORDER BY id").format(name)).fetchall() for name in names]


def test_a_day_before_nothing_happens(aged, old_contact, keeper, today):
    aged("doppia", -1)
    old_contact("monica", -1)
    before = everything(keeper)
    assert erase_old_signals(today) == (0, 0)
    assert everything(keeper) == before


def test_a_day_after_the_words_and_the_sender_are_gone_and_the_facts_stay(aged, signed_in, acting_as, today):
    aged("doppia", 1)
    assert erase_old_signals(today)[0] == 1
    with acting_as("assistente"):
        row = triage_of("doppia")
        signal = row.signal
        assert {signal.facts, signal.worry, signal.good, signal.children, signal.family} == {""}
        assert (signal.erased_on, signal.source, signal.municipality_code, row.state) == (
            today,
            14,
            "015189",
            "closed",
        )
        assert not SignalSender.objects.filter(signal=signal).exists()
        assert set(SignalWord.objects.filter(signal=signal).values_list("words", flat=True)) == {""}
        (step,) = SignalStep.objects.filter(signal=signal)
        assert (step.note, step.reason) == ("", "resolved")
    page = signed_in("assistente").get(f"/signals/{DOPPIA}").content.decode()
    assert "come promesso a chi scrive" in page
    assert "la situazione si è già risolta" in page
    assert "Qual è il" not in page
    assert "Presa in carico" not in page


def test_nobody_waits_any_more_for_a_word_that_cannot_reach_them(aged, acting_as, today):
    aged("libri", 1)
    assert erase_old_signals(today)[0] == 1
    with acting_as("assistente"):
        assert triage_of("libri").state == "closed"


def test_old_values_go_with_it(aged, keeper, today):
    keeper.execute("SELECT set_config('intreccio.house', 'keeper', false)")
    keeper.execute("UPDATE access_signal SET facts = 'Prima.' WHERE id = %s", [DOPPIA])
    keeper.execute("UPDATE access_signalsender SET name = 'Qualcuno' WHERE signal_id = %s", [DOPPIA])
    aged("doppia", 1)
    erase_old_signals(today)
    sender = key_for("sender", "doppia")
    left = keeper.execute(
        "SELECT count(*) FROM kernel_history WHERE row_id IN (%s, %s)", [DOPPIA, sender]
    ).fetchone()
    assert left == (0,)


def test_the_receipt_opens_nothing_any_more(aged, keeper, today):
    before = keeper.execute("SELECT receipt FROM access_signal WHERE id = %s", [DOPPIA]).fetchone()[0]
    aged("doppia", 1)
    erase_old_signals(today)
    with acting(House("public_form")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM signal_receipt(%s)", [before])
        assert cursor.fetchone() == (0,)


def test_the_night_after_it_is_the_same(aged, old_contact, keeper, today):
    aged("doppia", 1)
    old_contact("monica", 1)
    assert erase_old_signals(today) == (1, 1)
    first = everything(keeper)
    assert erase_old_signals(today) == (0, 0)
    assert everything(keeper) == first


def test_it_is_an_act_of_the_house_with_counts_only(aged, keeper, today):
    aged("doppia", 1)
    erase_old_signals(today)
    deeds = keeper.execute("SELECT house, codes FROM kernel_event WHERE kind = 'signals.erased'").fetchall()
    assert [(house, sorted(codes), codes["signals"]) for house, codes in deeds] == [
        ("eraser", ["signals", "since"], 1)
    ]


@pytest.mark.parametrize("key", ["disegni", "compiti"])
def test_what_led_to_a_family_is_kept_with_its_record(aged, acting_as, today, key):
    aged(key, 300)
    erase_old_signals(today)
    with acting_as("assistente"):
        signal = triage_of(key).signal
        assert "Nadia" in signal.facts
        assert SignalSender.objects.filter(signal=signal).exists()
        assert Contact.objects.get(pk=contact_id("elena")).given == "Elena"


def test_what_the_desk_still_works_on_is_kept(aged, acting_as, today):
    """To be read, or in somebody's hands: an old signal is not closed by a night's work."""
    aged("pane_in_tasca", 300)
    aged("logopedia", 300)
    assert erase_old_signals(today)[0] == 0


def test_a_later_word_begins_the_time_again(aged, keeper, today):
    aged("doppia", 300)
    keeper.execute("UPDATE access_signalword SET at = now() WHERE signal_id = %s", [DOPPIA])
    assert erase_old_signals(today)[0] == 0


def test_a_conversation_that_led_nowhere_keeps_its_needs_and_no_name(
    old_contact, signed_in, acting_as, today
):
    old_contact("monica", 1)
    assert erase_old_signals(today) == (0, 1)
    with acting_as("assistente") as viewer:
        contact = Contact.objects.get(pk=MONICA)
        assert (contact.who, contact.phone, contact.phone_digits, contact.birth_date, contact.words) == (
            "",
            "",
            "",
            None,
            "",
        )
        assert contact.needs == ["emergenze.alimentare", "emergenze.economico"]
        assert not History.objects.filter(row_id=MONICA).exists()
        with pytest.raises(Refused, match="erased"):
            require_free(contact)
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        with pytest.raises(Refused, match="erased"):
            link_contact(contact, household, by=viewer, version=contact.version)
    page = signed_in("assistente").get(f"/contacts/{MONICA}").content.decode()
    assert "Nome cancellato" in page
    assert "Scrivi la famiglia" not in page


def test_what_is_erased_is_not_taken_up_again(aged, acting_as, today):
    aged("doppia", 1)
    erase_old_signals(today)
    with acting_as("assistente") as viewer, pytest.raises(Refused, match="erased"):
        at_the_desk(triage_of("doppia"), viewer)


def test_the_job_of_every_night_does_it(aged, acting_as):
    aged("doppia", 1)
    job(0)
    with acting_as("assistente"):
        assert triage_of("doppia").signal.erased_on


@pytest.mark.parametrize("account", ["assistente", "coordinatrice", "admin"])
def test_nobody_else_erases(aged, acting_as, account):
    aged("doppia", 1)
    for actor in (acting_as(account), acting(House("jobs")), acting(House("public_form"))):
        with actor, connection.cursor() as cursor:
            cursor.execute("SELECT erase_old_signals(now() - interval '1 year', 10)")
            assert cursor.fetchone() == (0,)


def test_the_eraser_sees_nobody_and_erases_nothing_young(aged):
    with acting(ERASER), connection.cursor() as cursor:
        assert not Signal.objects.exists()
        assert not Contact.objects.exists()
        for kind in ("signals", "contacts"):
            cursor.execute(f"SELECT erase_old_{kind}(now(), 10)")
            assert cursor.fetchone() == (0,)
