"""The minutes on paper, and the mail to whom is asked to a meeting."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.cases.actions import (
    add_decision,
    answer_conference,
    call_off_conference,
    edit_conference,
    plan_conference,
    void_decision,
)
from intreccio.families.cases.actions.conferences import Doer
from intreccio.families.cases.actions.inviting import INVITED, invited_to, write_to
from intreccio.families.cases.models import Conference
from intreccio.families.cases.tests.test_conferences import (
    ASKED,
    CASE,
    CHIARA,
    ELENA,
    GIULIA,
    D,
    after,
    held,
    prepared,
)
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.tasks import send_mail


@pytest.fixture
def meeting(acting_as, case_of):
    """One to come, of the Marchetti family, written by Giulia who is asked herself."""
    with acting_as("assistente") as by:
        return plan_conference(case_of("marchetti"), prepared(), by=by, today=D)


def paper(client, meeting):
    return client.get(reverse("print_conference", args=[CASE, meeting.pk]))


def test_print_conference_says_who_was_there_what_was_said_and_decided(acting_as, signed_in, meeting):
    with acting_as("assistente") as by:
        row = held(meeting, by)
        elena = Doer(person_id=ELENA)
        add_decision(row, elena, what="Chiede alla scuola", by_when=after(7), by=by, today=D)
        wrong = add_decision(row, elena, what="Scritta due volte", by=by, today=D)
        void_decision(wrong, reason="doppia", by=by)
    answer = paper(signed_in("educatrice"), meeting)
    assert answer["Content-Disposition"] == 'attachment; filename="verbale.pdf"'
    reader = PdfReader(BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "I pomeriggi",
        "Va meglio.",
        "La nonna",
        "Chiede alla scuola",
        "Elena",
        "entro il",
        "Riserve",
        "Prof. Neri",
    ):
        assert words in text, words
    assert "Scritta due volte" not in text
    assert reader.trailer["/Root"]["/Lang"] == "it"
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="print_conference").exists()


def test_minutes_that_are_not_there_are_not_printed(signed_in, meeting):
    client = signed_in("educatrice")
    page = reverse("conference_page", args=[CASE, meeting.pk])
    assert paper(client, meeting).status_code == 404
    assert "Stampa il verbale" not in client.get(page).content.decode()


def test_the_page_of_a_meeting_that_was_held_leads_to_its_paper(acting_as, signed_in, meeting):
    with acting_as("assistente") as by:
        held(meeting, by)
    page = signed_in("educatrice").get(reverse("conference_page", args=[CASE, meeting.pk])).content.decode()
    assert reverse("print_conference", args=[CASE, meeting.pk]) in page


def letters(name):
    with acting(House("jobs")):
        return list(Mail.objects.filter(letter=name).order_by("pk"))


def changed(meeting, by, **more):
    row = Conference.objects.select_related("case__household", "case__team").get(pk=meeting.pk)
    edit_conference(row, prepared(**more), version=row.version, by=by, today=D)


def test_who_is_asked_is_written_to_without_a_word_of_the_family(acting_as, meeting, mailoutbox):
    assert letters("conference_invited") == [], (
        "who writes, the family and who has no account are not written to"
    )
    with acting_as("assistente") as by:
        changed(meeting, by, asked=(*ASKED, Doer(membership_id=CHIARA)))
    (mail,) = letters("conference_invited")
    assert mail.to == "educatrice@example.org"
    send_mail(str(mail.pk))
    (letter,) = mailoutbox
    assert reverse("conference_page", args=[CASE, meeting.pk]) in letter.body
    for words in ("Marchetti", "Elena", "Sede", "pomeriggi"):
        assert words not in letter.subject + letter.body


def test_write_to_leaves_out_who_writes_and_invited_to_who_has_no_account(acting_as, meeting):
    with acting_as("assistente") as by:
        assert invited_to(meeting) == {GIULIA}
        write_to(INVITED, meeting, {GIULIA}, by=by)
    assert letters(INVITED) == []


def test_another_day_is_told_another_place_is_not(acting_as, meeting):
    chiara = (*ASKED, Doer(membership_id=CHIARA))
    with acting_as("assistente") as by:
        changed(meeting, by, asked=chiara)
        changed(meeting, by, asked=chiara, place="Altrove")
    assert letters("conference_moved") == []
    with acting_as("assistente") as by:
        changed(meeting, by, asked=chiara, day=D + timedelta(days=9))
    assert [mail.to for mail in letters("conference_moved")] == ["educatrice@example.org"]
    assert len(letters("conference_invited")) == 1


def fresh(meeting):
    return Conference.objects.select_related("case__household", "case__team").get(pk=meeting.pk)


WITH_CHIARA = (*ASKED, Doer(membership_id=CHIARA))


def called_off(meeting, by):
    call_off_conference(fresh(meeting), reason="Non serve", by=by)


def asked_no_more(meeting, by):
    changed(meeting, by)


def held_already(meeting, by):
    held(meeting, by)


@pytest.mark.parametrize("meanwhile", [called_off, asked_no_more, held_already])
def test_an_invitation_that_waits_does_not_leave_for_what_will_not_be(
    acting_as, meeting, mailoutbox, meanwhile
):
    with acting_as("assistente") as by:
        changed(meeting, by, asked=WITH_CHIARA)
        changed(meeting, by, asked=WITH_CHIARA, day=D + timedelta(days=9))
        meanwhile(meeting, by)
    for mail in (*letters("conference_invited"), *letters("conference_moved")):
        assert send(mail.pk) == "not_needed", mail.letter
    assert mailoutbox == []


def test_whoever_has_said_no_meanwhile_is_not_invited_any_more(acting_as, meeting, mailoutbox):
    with acting_as("assistente") as by:
        changed(meeting, by, asked=WITH_CHIARA)
    with acting_as("educatrice") as by:
        seat = fresh(meeting).seats.get(membership_id=CHIARA)
        answer_conference(seat, answer="cannot", words="", version=seat.version, by=by, today=D)
    (mail,) = letters("conference_invited")
    assert send(mail.pk) == "not_needed"
    assert mailoutbox == []


def test_an_invitation_leaves_for_a_meeting_that_moved(acting_as, meeting, mailoutbox):
    """It says no day: the page that it leads to says the one that holds."""
    with acting_as("assistente") as by:
        changed(meeting, by, asked=WITH_CHIARA)
        changed(meeting, by, asked=WITH_CHIARA, day=D + timedelta(days=9))
    (mail,) = letters("conference_invited")
    assert send(mail.pk) == ""
    assert len(mailoutbox) == 1
