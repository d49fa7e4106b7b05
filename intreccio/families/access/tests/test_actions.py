"""What people do, without the pages around it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.access.actions.contacts import Heard, answer_signal, create_contact, link_contact
from intreccio.families.access.actions.limits import TooMany, count_asking, count_sending
from intreccio.families.access.actions.links import begin_household, link_signal
from intreccio.families.access.actions.receive import (
    PUBLIC_FORM,
    From,
    Said,
    create_signal,
    digest_of,
    receipt_for,
    send_signal,
)
from intreccio.families.access.actions.triage import (
    Choice,
    at_the_desk,
    choose_first_step,
    follow,
    mark_read,
    record_deed,
    set_urgency,
)
from intreccio.families.access.actions.words import (
    add_my_word,
    add_word_by_receipt,
    mark_answers_read,
    reply_to_sender,
)
from intreccio.families.access.models import Contact, Signal, SignalWord, Triage
from intreccio.families.access.tests.conftest import ROZZANO, contact_id, signal_id, triage_of
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.models import Household, HouseholdMembership

SAID = Said(source=13, municipality_code=ROZZANO, facts="Un fatto di prova.", knows="no")
HEARD = Heard(channel="phone", minutes=5, needs=["abitare"], answers=["information"])
DESK = key_for("team", "sportello_rozzano")


def code():
    return receipt_for(new_key())


def test_send_signal_is_the_house_s_alone(db, today):
    with acting(PUBLIC_FORM):
        signal = send_signal(SAID, From(name="Rosa"), receipt=code(), today=today)
        assert not Signal.objects.filter(pk=signal.pk).exists()


def test_create_signal_is_not_for_everybody(acting_as, today):
    with acting_as("elio") as viewer, pytest.raises(NotAllowed):
        create_signal(SAID, From(), by=viewer, on_behalf=False, receipt=code(), today=today)


def test_where_no_desk_is_competent_it_says_whom_to_call(acting_as, today, monkeypatch):
    monkeypatch.setattr("intreccio.families.access.actions.receive.open_desks", lambda day: [])
    with acting_as("scuola") as viewer, pytest.raises(Refused) as no:
        create_signal(SAID, From(), by=viewer, on_behalf=False, receipt=code(), today=today)
    assert "112" in str(no.value.way_out)


def test_a_receipt_is_kept_as_a_digest(db):
    key = new_key()
    assert receipt_for(key) == receipt_for(key) != receipt_for(new_key())
    kept = digest_of(receipt_for(key)) or ""
    assert len(kept) == 64
    assert receipt_for(key) not in kept
    assert digest_of("niente") is None


def test_add_word_by_receipt_knows_only_receipts(db):
    with acting(PUBLIC_FORM):
        assert not add_word_by_receipt("0" * 64, "Una parola.")


def test_add_my_word_is_for_who_signalled(acting_as):
    with acting_as("consultorio") as viewer, pytest.raises(Refused):
        add_my_word(Signal(id=signal_id("compiti")), "Una parola.", by=viewer)
    with acting_as("scuola") as viewer:
        add_my_word(Signal(id=signal_id("compiti")), "Una parola.", by=viewer)
        assert SignalWord.objects.filter(words="Una parola.").exists()


def test_mark_answers_read_is_for_who_signalled(acting_as):
    with acting_as("assistente") as viewer:
        assert mark_answers_read(Signal(id=signal_id("compiti")), by=viewer) == 0
    with acting_as("scuola") as viewer:
        assert mark_answers_read(Signal(id=signal_id("compiti")), by=viewer) == 1
        assert mark_answers_read(Signal(id=signal_id("compiti")), by=viewer) == 0


def test_mark_read_is_once_and_only_at_the_desk(acting_as):
    with acting_as("educatrice") as viewer:
        assert not mark_read(triage_of("compiti"), by=viewer)
    with acting_as("assistente") as viewer:
        assert mark_read(triage_of("pane_in_tasca"), by=viewer)
        assert not mark_read(triage_of("pane_in_tasca"), by=viewer)
        mark_read(triage_of("cortile"), by=viewer)
        assert not triage_of("cortile").has_news


def test_at_the_desk_refuses_who_sees_it_through_the_family(acting_as):
    with acting_as("coordinatrice") as viewer:
        at_the_desk(triage_of("vicina"), viewer)
        with pytest.raises(Refused):
            at_the_desk(triage_of("compiti"), viewer)


def test_set_urgency_counts_from_the_day_it_arrived(acting_as, today):
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        set_urgency(row, "today", by=viewer, version=row.version)
        assert row.due_on == today - timedelta(days=4)
        with pytest.raises(Changed):
            set_urgency(row, "later", by=viewer, version=1)


def test_choose_first_step_takes_up_a_closed_signal(acting_as, today):
    with acting_as("assistente") as viewer:
        row = triage_of("doppia")
        with pytest.raises(Refused, match="step"):
            choose_first_step(row, Choice(step="point"), by=viewer, version=row.version, today=today)
        choose_first_step(row, Choice(step="ask"), by=viewer, version=row.version, today=today)
        assert row.state == "assessment"


def test_choose_first_step_gives_it_only_to_who_works_there(acting_as, today):
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        choice = Choice(step="meet", to=key_for("membership", "lucia"))
        with pytest.raises(Refused):
            choose_first_step(row, choice, by=viewer, version=row.version, today=today)


def test_reply_to_sender_does_not_close_what_is_closed(acting_as):
    with acting_as("assistente") as viewer, pytest.raises(Refused):
        reply_to_sender(triage_of("doppia"), "Ancora grazie.", by=viewer, closes=True)


def test_follow_writes_what_is_locked(acting_as):
    with acting_as("assistente") as viewer:
        row = triage_of("libri")
        follow(row, by=viewer, event="signal.answered", urgency="week")
        assert triage_of("libri").urgency == "week"


def test_record_deed_says_the_place_until_a_family_is_known(acting_as, monkeypatch):
    told = []
    monkeypatch.setattr(
        "intreccio.families.access.actions.triage.record", lambda *what, **said: told.append(said)
    )
    with acting_as("assistente") as viewer:
        record_deed("signal.read", triage_of("pane_in_tasca"), by=viewer)
    assert told[0]["codes"]["municipality"] == ROZZANO


def test_link_signal_is_once(acting_as):
    with acting_as("assistente") as viewer:
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        row = triage_of("pane_in_tasca")
        link_signal(row, household, by=viewer, version=row.version)
        assert Triage.objects.get(pk=row.pk).team_id == household.team_id
        with pytest.raises(Refused):
            link_signal(triage_of("pane_in_tasca"), household, by=viewer, version=row.version)


def test_answer_signal_leaves_a_closed_one_closed_and_ties_the_family(acting_as):
    with acting_as("assistente") as viewer:
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        answer_signal(triage_of("doppia"), "case", by=viewer, household=household)
        row = triage_of("doppia")
        assert (row.state, row.household_id) == ("closed", household.pk)
        answer_signal(triage_of("bottiglie"), "elsewhere", by=viewer)
        assert triage_of("bottiglie").state == "answered"


def test_create_contact_says_what_is_missing(acting_as, today):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused):
            create_contact(Heard("phone", 5, [], ["information"]), desk_id=DESK, by=viewer, today=today)
        with pytest.raises(Refused):
            create_contact(HEARD, desk_id=key_for("team", "sportello_opera"), by=viewer, today=today)
        assert create_contact(HEARD, desk_id=DESK, by=viewer, today=today).desk_id == DESK


def test_link_contact_stays_where_it_is(acting_as):
    with acting_as("assistente") as viewer:
        contact = Contact.objects.get(pk=contact_id("elena"))
        here = Household.objects.get(pk=key_for("household", "marchetti"))
        link_contact(contact, here, by=viewer, version=contact.version)
        with pytest.raises(Refused):
            link_contact(contact, Household(id=new_key()), by=viewer, version=contact.version)


def test_begin_household_writes_nobody_where_no_name_was_said(acting_as, today):
    with acting_as("assistente") as viewer:
        contact = Contact.objects.get(pk=contact_id("senza_nome"))
        household = begin_household(
            contact, name="Famiglia senza nome", team_id=DESK, by=viewer, version=contact.version, today=today
        )
        assert Contact.objects.get(pk=contact.pk).household_id == household.pk


@pytest.mark.parametrize(("said", "role"), [({}, "parent"), ({"role": "grandparent"}, "grandparent")])
def test_who_came_is_a_parent_unless_something_else_is_said(signed_in, acting_as, said, role):
    contact = contact_id("colloquio")
    answer = signed_in("assistente").post(
        reverse("begin_household", args=[contact]),
        {"once": uuid4(), "version": 1, "name": "Famiglia Bel", "team": DESK, **said},
    )
    assert answer.status_code == 302, answer.content.decode()[:500]
    with acting_as("assistente"):
        home = Contact.objects.get(pk=contact).household_id
        assert list(HouseholdMembership.objects.filter(household_id=home).values_list("role", flat=True)) == [
            role
        ]


@pytest.mark.parametrize(("count", "most"), [(count_sending, 5), (count_asking, 20)])
def test_a_connection_waits_after_so_many(db, today, count, most):
    with acting(PUBLIC_FORM):
        for _ in range(most):
            count("203.0.113.200", today)
        with pytest.raises(TooMany):
            count("203.0.113.200", today)
        count("203.0.113.201", today)
