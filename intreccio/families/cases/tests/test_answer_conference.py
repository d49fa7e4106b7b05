"""Who is asked to a meeting says whether they come, with words; the team writes it for who has no access; guests say it too."""

import re
from datetime import time, timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.cases.actions import (
    answer_conference,
    call_off_conference,
    edit_conference,
    plan_conference,
    write_minutes,
)
from intreccio.families.cases.actions.conferences import Doer, Told
from intreccio.families.cases.models import Conference, ConferenceSeat
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.cases.queries.conferences import seats_of
from intreccio.families.cases.queries.minutes import words_of
from intreccio.families.cases.rules.conferences import why_not_answer
from intreccio.families.cases.tests.test_conferences import CHIARA, ELENA, GIULIA, D, after, prepared
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

GUEST = "consultorio"
OUTSIDE = key_for("membership", GUEST)
ASKED = (
    Doer(membership_id=GIULIA), Doer(membership_id=CHIARA), Doer(membership_id=OUTSIDE), Doer(person_id=ELENA),
    Doer(somebody="Prof. Neri"),
)  # fmt: skip


@pytest.fixture
def meeting(acting_as, case_of):
    """One to come, of the Marchetti family, to which somebody of another body is asked."""
    with acting_as("assistente") as by:
        assert OUTSIDE in {one.membership.pk for one in candidates(case_of("marchetti"), D)}
        return plan_conference(case_of("marchetti"), prepared(asked=ASKED), by=by, today=D)


def seat(meeting, **who):
    rows = ConferenceSeat.objects.select_related("conference__case__household")
    return rows.get(conference_id=meeting.pk, **who)


def says(viewer, row, answer="comes", words="", version=None):
    answer_conference(row, answer=answer, words=words, version=version or row.version, by=viewer, today=D)


def again(meeting):
    return Conference.objects.select_related("case__household").get(pk=meeting.pk)


def address(meeting, row):
    return reverse("answer_conference", args=[meeting.case_id, meeting.pk, row.pk])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"answer": ""}, "Scegliete se viene"),
        ({"is_asked": False}, "Non è più tra chi è invitato"),
        ({"is_held": True}, "si legge nel verbale"),
    ],
)
def test_who_is_asked_answers_until_it_is_held(more, words):
    reason = why_not_answer(**{"answer": "not", "is_asked": True, "is_held": False} | more)
    assert words in str(reason) if words else reason is None


def test_answer_conference_says_it_of_oneself_with_words_and_everybody_reads_who_comes(
    meeting, acting_as, signed_in
):
    with acting_as("educatrice"):
        mine = seat(meeting, membership_id=CHIARA)
    client = signed_in("educatrice")
    page = reverse("conference_page", args=[meeting.case_id, meeting.pk])
    assert address(meeting, mine) in client.get(page).content.decode()
    body = {"once": str(new_key()), "version": 1, "answer": "cannot", "words": "Ho il turno"}
    assert client.post(address(meeting, mine), body)["Location"] == page
    text = unescape(signed_in("coordinatrice").get(page).content.decode())
    assert "quel giorno non può</span>" in text
    assert '<p class="i-small">«Ho il turno»</p>' in text, "words may be long, and a tag stands on one line"
    assert "Hanno detto che vengono: 0 di 5. Senza risposta: 4." in text
    with acting_as("educatrice"):
        act = Event.objects.filter(kind="conference.answered").latest("at")
        assert (act.codes["answer"], act.codes["own"]) == ("cannot", True)
        assert "turno" not in str(act.codes)


def test_the_team_writes_it_for_the_family_and_for_who_has_no_access(meeting, acting_as):
    with acting_as("assistente") as viewer:
        says(viewer, seat(meeting, person_id=ELENA))
        says(viewer, seat(meeting, somebody="Prof. Neri"), "not", "manda una relazione")
        said = {one.name: one.said for one in seats_of(viewer, again(meeting))}
        assert said["Prof. Neri"] == "non viene: «manda una relazione»"
        assert "viene" in said.values()


def test_a_guest_of_another_body_says_it_of_themselves_and_of_nobody_else(meeting, acting_as, signed_in):
    """`require_answerer`, and the policy with its trigger."""
    with acting_as(GUEST) as viewer:
        own = seat(meeting, membership_id=OUTSIDE)
        says(viewer, own, "comes", "Arrivo alle undici")
        with pytest.raises(NotAllowed):
            says(viewer, seat(meeting, membership_id=CHIARA))
        for changed in (
            {"came": True}, {"is_asked": False}, {"somebody": "altri", "membership": None}, {"answered_by_id": CHIARA},
            {"answered_by_id": None}, {"version": 99},
        ):  # fmt: skip
            with pytest.raises(DatabaseError, match="a guest says"), transaction.atomic():
                ConferenceSeat.objects.filter(pk=own.pk).update(**changed)
        assert ConferenceSeat.objects.filter(membership_id=CHIARA).update(answer="not", answered_on=D) == 0
    client = signed_in(GUEST)
    assert client.get(address(meeting, own)).status_code == 200
    page = client.get(reverse("conference_page", args=[meeting.case_id, meeting.pk])).content.decode()
    assert address(meeting, own) in page
    assert page.count("/answer") == 1


def test_somebody_wrote_first_and_both_are_seen(meeting, acting_as, signed_in):
    with acting_as("assistente") as viewer:
        mine = seat(meeting, membership_id=CHIARA)
        says(viewer, mine, "comes", "Arrivo alle undici")
        with pytest.raises(Changed):
            says(viewer, mine, "not", version=1)
    body = {
        "once": str(new_key()),
        "version": 1,
        "answer": "cannot",
        "words": "Ho udienza: sentite la maestra",
    }
    client = signed_in("educatrice")
    page = client.post(address(meeting, mine), body)
    text = unescape(page.content.decode())
    assert page.status_code == 409
    assert "Nel frattempo qualcuno ha già risposto" in text
    assert "viene: «Arrivo alle undici»" in text
    assert 'value="Ho udienza: sentite la maestra"' in text
    with acting_as("educatrice"):
        assert seat(meeting, membership_id=CHIARA).answer == "comes"
    again_sent = {**body, "once": re.findall(r'name="once" value="([^"]+)"', text)[0], "version": 2}
    assert 'name="version" value="2"' in text
    assert client.post(address(meeting, mine), again_sent).status_code == 302
    with acting_as("educatrice"):
        assert seat(meeting, membership_id=CHIARA).answer_words == "Ho udienza: sentite la maestra"


def test_where_the_day_has_changed_meanwhile_the_words_stay_and_the_new_day_is_read(
    meeting, acting_as, signed_in
):
    with acting_as("assistente") as viewer:
        mine = seat(meeting, membership_id=CHIARA)
        says(viewer, mine, "comes")
        row = again(meeting)
        other = prepared(asked=ASKED, day=after(9), at=time(10, 45))
        edit_conference(row, other, version=row.version, by=viewer, today=D)
    body = {"once": str(new_key()), "version": 2, "answer": "not", "words": "Sono via"}
    text = unescape(signed_in("educatrice").post(address(meeting, mine), body).content.decode())
    assert "sono cambiati" in text
    assert "10:45" in text
    assert 'value="Sono via"' in text


def test_who_had_not_answered_yet_says_nothing_of_a_day_that_was_not_read(meeting, acting_as, signed_in):
    """The page was opened while it was for another day: what is sent from it is no answer for the new one."""
    with acting_as("assistente") as viewer:
        mine = seat(meeting, membership_id=CHIARA)
        row = again(meeting)
        other = prepared(asked=ASKED, day=after(9), at=time(10, 45))
        edit_conference(row, other, version=row.version, by=viewer, today=D)
    body = {"once": str(new_key()), "version": mine.version, "answer": "comes", "words": "Ci sono"}
    page = signed_in("educatrice").post(address(meeting, mine), body)
    text = unescape(page.content.decode())
    assert page.status_code == 409
    assert "sono cambiati" in text
    assert "10:45" in text
    assert 'value="Ci sono"' in text
    with acting_as("educatrice"):
        assert seat(meeting, membership_id=CHIARA).answer == ""


def test_who_is_asked_again_has_not_answered_yet(meeting, acting_as):
    with acting_as("assistente") as viewer:
        says(viewer, seat(meeting, membership_id=CHIARA), "comes", "Arrivo alle undici")
        for asked in (ASKED[:1], ASKED):
            row = again(meeting)
            edit_conference(row, prepared(asked=asked), version=row.version, by=viewer, today=D)
        assert (seat(meeting, membership_id=CHIARA).is_asked, seat(meeting, membership_id=CHIARA).answer) == (
            True,
            "",
        )


def test_another_day_asks_again_and_another_place_does_not(meeting, acting_as):
    """`forget_answers`."""
    with acting_as("assistente") as viewer:
        says(viewer, seat(meeting, membership_id=CHIARA))
        row = again(meeting)
        edit_conference(row, prepared(asked=ASKED, place="Altrove"), version=row.version, by=viewer, today=D)
        assert seat(meeting, membership_id=CHIARA).answer == "comes"
        row = again(meeting)
        other = prepared(asked=ASKED, day=after(9), at=time(10))
        edit_conference(row, other, version=row.version, by=viewer, today=D)
        assert seat(meeting, membership_id=CHIARA).answer == ""


def test_what_is_over_or_called_off_is_answered_no_more_and_the_minutes_know_what_was_said(
    meeting, acting_as, signed_in
):
    with acting_as("assistente") as viewer:
        chiara, elena = seat(meeting, membership_id=CHIARA), seat(meeting, person_id=ELENA)
        says(viewer, chiara, "cannot", "Ho il turno")
        says(viewer, elena)
    form = (
        signed_in("assistente")
        .get(reverse("write_minutes", args=[meeting.case_id, meeting.pk]))
        .content.decode()
    )
    ticked = [part for part in form.split("<input") if 'name="came"' in part and "checked" in part]
    assert [str(elena.pk) in part for part in ticked] == [True], (
        "who said yes is there until somebody says otherwise"
    )
    with acting_as("assistente") as viewer:
        row = again(meeting)
        told = Told(D, "Va meglio.", frozenset({elena.pk}), ())
        write_minutes(row, told, version=row.version, by=viewer, today=D)
        missing = " ".join(words_of(viewer, again(meeting), D)["missing"])
        assert "(quel giorno non può)" in missing
        assert "turno" not in missing, "the words are for who sees the meeting: everybody signs the paper"
        with pytest.raises(Refused, match="cannot_answer"):
            says(viewer, seat(meeting, membership_id=CHIARA))
    assert signed_in("educatrice").get(address(meeting, chiara)).status_code == 409


def test_a_meeting_that_is_not_held_any_more_is_not_answered(meeting, acting_as):
    with acting_as("assistente") as viewer:
        call_off_conference(again(meeting), reason="sono via", by=viewer)
        with pytest.raises(Refused, match="voided"):
            says(viewer, seat(meeting, membership_id=CHIARA))


def test_an_answer_has_a_day_and_words_have_an_answer(meeting, acting_as):
    with acting_as("assistente"):
        row = ConferenceSeat.objects.filter(conference=meeting, membership_id=CHIARA)
        for wrong in ({"answer": "comes"}, {"answer_words": "boh"}, {"answer": "maybe", "answered_on": D}):
            with pytest.raises(DatabaseError), transaction.atomic():
                row.update(**wrong)
        assert row.update(answer="comes", answered_on=D - timedelta(days=1)) == 1
