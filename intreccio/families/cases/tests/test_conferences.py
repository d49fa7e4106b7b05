"""Meetings about a family: prepared, held, decided; who may, what is refused, what others of the house hear."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.families.cases.actions import (
    add_decision,
    call_off_conference,
    edit_conference,
    plan_conference,
    void_decision,
    write_minutes,
)
from intreccio.families.cases.actions.conferences import Doer, Prepared, Told
from intreccio.families.cases.forms.conferences import lines_of
from intreccio.families.cases.models import Conference, ConferenceDecision, ConferenceSeat
from intreccio.families.cases.queries.conferences import conferences_of, decision_in, seats_of
from intreccio.families.cases.rules.conferences import (
    why_not_change,
    why_not_decide,
    why_not_hold,
    why_not_prepare,
    why_not_take_part,
    why_not_void,
)
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

D = today()
CASE = key_for("case", "marchetti")
GIULIA, CHIARA = key_for("membership", "assistente"), key_for("membership", "educatrice")
ELENA = key_for("person", "elena")
ASKED = (Doer(membership_id=GIULIA), Doer(person_id=ELENA), Doer(somebody="Prof. Neri"))


def after(days: int):
    return D + timedelta(days=days)


def prepared(**more):
    said = {
        "kind": "team",
        "day": after(3),
        "at": None,
        "place": "Sede",
        "agenda": ("I pomeriggi",),
        "asked": ASKED,
    }
    return Prepared(**said | more)


@pytest.fixture
def meeting(acting_as, case_of):
    """One to come, of the Marchetti family."""
    with acting_as("assistente") as by:
        return plan_conference(case_of("marchetti"), prepared(), by=by, today=D)


def held(meeting, by, **more):
    said = {"held_on": D, "minutes": "Va meglio.", "came": frozenset(), "others": ("La nonna",)} | more
    row = Conference.objects.select_related("case__household").get(pk=meeting.pk)
    write_minutes(row, Told(**said), version=row.version, by=by, today=D)
    return Conference.objects.select_related("case__household").get(pk=meeting.pk)


# The rules.


@pytest.mark.parametrize(
    ("more", "may"),
    [
        ({}, True),
        ({"day": after(-1)}, False),
        ({"agenda": 0}, False),
        ({"asked": 0}, False),
        ({"has_ended": True}, False),
    ],
)
def test_what_may_be_prepared(more, may):
    said = {"day": D, "today": D, "agenda": 1, "asked": 1, "has_ended": False} | more
    assert (why_not_prepare(**said) is None) == may


@pytest.mark.parametrize(
    ("more", "may"),
    [
        ({}, True),
        ({"held_on": after(1)}, False),
        ({"held_on": after(-99)}, False),
        ({"minutes": "  "}, False),
        ({"there": 0}, False),
    ],
)
def test_when_minutes_may_be_written(more, may):
    said = {"held_on": D, "today": D, "opened_on": after(-30), "minutes": "Due righe.", "there": 1} | more
    assert (why_not_hold(**said) is None) == may


@pytest.mark.parametrize(
    ("more", "may"),
    [
        ({}, True),
        ({"by_when": None}, True),
        ({"is_held": False}, False),
        ({"what": " "}, False),
        ({"by_when": after(-1)}, False),
    ],
)
def test_what_may_be_decided(more, may):
    said = {"is_held": True, "what": "Chiamare", "by_when": after(4), "held_on": D} | more
    assert (why_not_decide(**said) is None) == may


def test_what_is_over_stays_as_it_was():
    assert why_not_change(is_held=True)
    assert why_not_change(is_held=False) is None
    assert why_not_void(is_voided=True)
    assert why_not_void(is_voided=False) is None
    assert why_not_take_part(all_known=False)
    assert why_not_take_part(all_known=True) is None


def test_lines_are_what_was_written_without_what_is_empty_or_twice():
    assert lines_of(" La  scuola \n\nI pomeriggi\nLa scuola\n") == ("La scuola", "I pomeriggi")


# Prepared.


def test_plan_conference_asks_colleagues_family_and_others(acting_as, meeting):
    with acting_as("educatrice") as viewer:
        row = conferences_of(viewer, meeting.case).get(pk=meeting.pk)
        assert [seat.name for seat in seats_of(viewer, row)] == [
            "Giulia Serra",
            "Elena Marchetti",
            "Prof. Neri",
        ]
        event = Event.objects.get(kind="conference.planned", subject_id=meeting.pk)
        assert "Sede" not in str(event.codes)


@pytest.mark.parametrize(
    "doer", [Doer(membership_id=key_for("membership", "sara")), Doer(person_id=key_for("person", "haddad_1"))]
)
def test_nobody_is_asked_who_does_not_see_the_family_or_is_not_of_it(acting_as, case_of, doer):
    with acting_as("assistente") as by, pytest.raises(Refused) as no:
        plan_conference(case_of("marchetti"), prepared(asked=(doer,)), by=by, today=D)
    assert "scrivete il suo nome" in str(no.value.reason)


def test_edit_conference_changes_who_is_asked_and_deletes_nobody(acting_as, meeting):
    with acting_as("educatrice") as by:
        row = Conference.objects.select_related("case__household").get(pk=meeting.pk)
        edit_conference(
            row, prepared(asked=(Doer(membership_id=CHIARA),), place="Altrove"), version=1, by=by, today=D
        )
        assert [seat.name for seat in seats_of(by, row)] == ["Chiara Fontana"]
        assert ConferenceSeat.objects.filter(conference=row).count() == 4
        edit_conference(row, prepared(), version=2, by=by, today=D)
        assert [seat.name for seat in seats_of(by, row)] == ["Giulia Serra", "Elena Marchetti", "Prof. Neri"]
        with pytest.raises(Changed):
            edit_conference(row, prepared(place="Ancora"), version=1, by=by, today=D)


def test_call_off_conference_stays_readable(acting_as, meeting, signed_in):
    page = reverse("call_off_conference", args=[CASE, meeting.pk])
    assert (
        signed_in("assistente")
        .post(page, {"once": str(new_key()), "reason": "la scuola è chiusa"})
        .status_code
        == 302
    )
    text = signed_in("educatrice").get(reverse("conference_page", args=[CASE, meeting.pk])).content.decode()
    assert "la scuola è chiusa" in text
    with acting_as("assistente") as by:
        row = Conference.objects.select_related("case__household").get(pk=meeting.pk)
        for act in (
            lambda: call_off_conference(row, reason="di nuovo", by=by),
            lambda: held(meeting, by),
            lambda: edit_conference(row, prepared(), version=row.version, by=by, today=D),
        ):
            with pytest.raises(Refused):
                act()


def test_two_who_change_a_meeting_read_each_other(signed_in, meeting):
    client, page = signed_in("educatrice"), reverse("edit_conference", args=[CASE, meeting.pk])
    said = {
        "kind": "team",
        "day": after(4).isoformat(),
        "agenda": "La scuola",
        "others": "La pediatra",
        "version": "1",
    }
    assert client.post(page, {"once": str(new_key()), **said, "place": "In biblioteca"}).status_code == 302
    late = client.post(page, {"once": str(new_key()), **said, "place": "A casa loro"})
    text = late.content.decode()
    assert "In biblioteca" in text
    assert 'value="A casa loro"' in text
    again = {"once": str(new_key()), **said, "place": "A casa loro", "version": "2"}
    assert client.post(page, again).status_code == 302


# Held.


def test_write_minutes_says_who_came_and_can_be_corrected(acting_as, meeting):
    with acting_as("assistente") as by:
        seats = seats_of(by, meeting)
        row = held(meeting, by, came=frozenset({seats[0].id, seats[1].id}), others=("La zia",))
        came = {seat.name: seat.came for seat in seats_of(by, row)}
        assert came == {"Giulia Serra": True, "Elena Marchetti": True, "Prof. Neri": False, "La zia": True}
        row = held(row, by, minutes="Va molto meglio.")
        assert row.minutes == "Va molto meglio."
        told = [event.kind for event in Event.objects.filter(subject_id=meeting.pk).order_by("at")]
        assert told == ["conference.planned", "conference.held", "conference.minutes_edited"]
        with pytest.raises(Refused):
            edit_conference(row, prepared(), version=row.version, by=by, today=D)
        with pytest.raises(Changed):
            write_minutes(row, Told(D, "Altro.", others=("La zia",)), version=1, by=by, today=D)


def test_only_a_meeting_that_was_held_decides(acting_as, meeting):
    with acting_as("assistente") as by:
        row = Conference.objects.select_related("case__household").get(pk=meeting.pk)
        with pytest.raises(Refused) as no:
            add_decision(row, Doer(somebody="la nonna"), what="Chiamare", by=by, today=D)
        assert "Prima" in str(no.value.reason)
        made = {
            "conference": row,
            "household_id": row.household_id,
            "team_id": row.team_id,
            "what": "x",
            "somebody": "y",
        }
        with pytest.raises(ProgrammingError), transaction.atomic():
            ConferenceDecision.objects.create(**made)  # the database says so too


def test_a_decision_is_written_once(acting_as, meeting):
    with acting_as("assistente") as by:
        made = add_decision(
            held(meeting, by), Doer(membership_id=GIULIA), what="Chiamare", by_when=after(5), by=by, today=D
        )
        event = Event.objects.get(kind="conference.decided", subject_id=made.pk)
        assert event.codes["doer"] == "worker"
        with pytest.raises(ProgrammingError), transaction.atomic():
            ConferenceDecision.objects.filter(pk=made.pk).update(what="Altro")
        row = decision_in(meeting).get(pk=made.pk)
        void_decision(row, reason="era un'altra", by=by)
        assert ConferenceDecision.objects.get(pk=made.pk).void_reason == "era un'altra"
        with pytest.raises(Refused):
            void_decision(row, reason="ancora", by=by)


# By page.


def test_from_the_case_to_a_decision_by_page(signed_in, acting_as):
    client = signed_in("educatrice")
    assert "Prepara una riunione" in client.get(reverse("case_page", args=[CASE])).content.decode()
    answers = {
        "kind": "uvm", "day": D.isoformat(), "at": "15:30", "agenda": "La scuola\nI pomeriggi", "others": "La pediatra",
        "seats": [f"membership:{GIULIA}", f"person:{ELENA}"],
    }  # fmt: skip
    made = client.post(reverse("plan_conference", args=[CASE]), {"once": str(new_key()), **answers})
    assert made.status_code == 302
    page = made["Location"]
    text = client.get(page).content.decode()
    assert "Elena Marchetti" in text
    assert "Aggiungi una decisione" not in text
    with acting_as("educatrice") as viewer:
        row = Conference.objects.get(pk=page.rsplit("/", 1)[-1])
        seats = [str(seat.id) for seat in seats_of(viewer, row)]
    told = {"held_on": D.isoformat(), "came": seats, "minutes": "Ci siamo detti.", "version": "1"}
    assert client.post(f"{page}/minutes", {"once": str(new_key()), **told}).status_code == 302
    late = client.post(f"{page}/minutes", {"once": str(new_key()), **told, "minutes": "Altro."})
    assert "Nel frattempo qualcuno ha scritto" in late.content.decode()
    decided = {
        "what": "Una visita dal logopedista",
        "doer": f"person:{ELENA}",
        "by_when": after(9).isoformat(),
    }
    assert client.post(f"{page}/decisions/new", {"once": str(new_key()), **decided}).status_code == 302
    text = client.get(page).content.decode()
    assert "Una visita dal logopedista" in text
    assert "Elena Marchetti · entro" in text
    with acting_as("educatrice"):
        assert Reading.objects.filter(
            page="conference_page", household_id=key_for("household", "marchetti")
        ).exists()


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"day": after(-1).isoformat()}, "per oggi o per un giorno che viene"),
        ({"agenda": ""}, "Manca ancora"),
        ({"seats": []}, "almeno una persona"),
        ({"agenda": "x" * 201}, "più di 200 caratteri"),
    ],
)
def test_what_is_missing_is_said(signed_in, wrong, word):
    answers = {"kind": "team", "day": D.isoformat(), "agenda": "La scuola", "seats": [f"membership:{GIULIA}"]}
    answer = signed_in("assistente").post(
        reverse("plan_conference", args=[CASE]), {"once": str(new_key()), **answers, **wrong}
    )
    assert answer.status_code == 422
    assert word in answer.content.decode()


@pytest.mark.parametrize(
    ("account", "status"),
    [("davide", 404), ("sara", 404), ("comune", 404), ("admin", 404), ("consultorio", 200)],
)
def test_a_meeting_is_of_the_record(signed_in, account, status):
    """The health centre reads, because the record was opened to it; nobody else of the network does."""
    page = reverse("conference_page", args=[CASE, key_for("conference", "scuola")])
    answer = signed_in(account).get(page)
    assert answer.status_code == status
    assert "Era un errore" not in answer.content.decode()


def test_who_reads_does_not_prepare(acting_as, case_of):
    with acting_as("consultorio") as by, pytest.raises(NotAllowed):
        plan_conference(case_of("marchetti"), prepared(asked=(Doer(somebody="io"),)), by=by, today=D)


def test_a_meeting_is_found_under_its_own_family(signed_in):
    page = reverse("conference_page", args=[key_for("case", "haddad"), key_for("conference", "scuola")])
    assert signed_in("coordinatrice").get(page).status_code == 404
