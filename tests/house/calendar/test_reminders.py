"""Reminders: each once, of what still stands, to who still wants and may."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.core import mail as post
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from intreccio.families.cases.actions import answer_conference, call_off_conference, edit_conference
from intreccio.families.cases.models import Conference, ConferenceSeat
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.viewer import House
from intreccio.parties.organisations.queries.weeks import reach
from intreccio.workshop.calendar.actions.reminders import (
    choose_reminders,
    erase_old_reminders,
    queue_reminders,
)
from intreccio.workshop.calendar.models import Reminder
from intreccio.workshop.calendar.queries.sources import sources
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail
from tests.house.calendar.conftest import hat, prepared

JOBS = House("jobs")


@pytest.fixture
def afternoon(today):
    """Three in the afternoon of today, in Rome."""
    return timezone.make_aware(datetime.combine(today, time(15)))


@pytest.fixture(autouse=True)
def _nothing_before(db, afternoon, monkeypatch):
    """What the district itself has for these days is reminded first; then it is three in the afternoon."""
    queue_reminders(afternoon)
    for place in ("panels.now", "panels.today"):
        stop = (lambda: afternoon) if place.endswith("now") else afternoon.date
        monkeypatch.setattr(f"intreccio.workshop.calendar.{place}", stop)


def mails_of(account):
    """What is queued for somebody about meetings planned here."""
    with acting(JOBS):
        rows = Reminder.objects.filter(membership_id=hat(account), mail_id__isnull=False)
        keys = [row.mail_id for row in rows if row.entry_id in _ours]
        return list(Mail.objects.filter(pk__in=keys).order_by("pk"))


_ours: set = set()


@pytest.fixture
def meets(plans):
    """As `plans`, and remembered."""

    def plan(*args, **more):
        row = plans(*args, **more)
        _ours.add(row.pk)
        return row

    yield plan
    _ours.clear()


def test_who_is_asked_is_reminded_the_afternoon_before_and_once(meets, tomorrow, afternoon):
    meets(tomorrow, time(9), "educatrice", "psicologa")
    assert queue_reminders(afternoon - timedelta(hours=2)) == 0
    assert queue_reminders(afternoon) == 2
    assert queue_reminders(afternoon) == 0
    (mail,) = mails_of("educatrice")
    assert (mail.to, mail.letter) == ("educatrice@example.org", "reminder")


def test_the_letter_says_what_and_which_day_and_nothing_else(meets, tomorrow, afternoon):
    row = meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    (mail,) = mails_of("educatrice")
    assert send(mail.pk) == ""
    (letter,) = post.outbox
    assert "Domani hai una riunione." in letter.body
    assert reverse("my_calendar") in letter.body
    for said in (
        "Marchetti",
        "Sala grande",
        "pomeriggi",
        "9:00",
        "Chiara",
        str(row.pk),
        str(row.household_id),
    ):
        assert said not in letter.body + letter.subject, said


def test_what_was_moved_is_reminded_on_its_new_day_and_not_on_the_old(
    meets, acting_as, tomorrow, afternoon, today
):
    row = meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    with acting_as("assistente") as by:
        edit_conference(
            Conference.objects.select_related("case__household").get(pk=row.pk),
            prepared(tomorrow, time(11), "educatrice"), version=1, by=by, today=today,
        )  # fmt: skip
    assert queue_reminders(afternoon) == 1
    before, after = mails_of("educatrice")
    assert send(before.pk) == "not_needed"
    assert send(after.pk) == ""


def test_what_was_moved_away_and_came_back_is_reminded(meets, acting_as, tomorrow, afternoon, today):
    """Its mail had found that it was not needed: it is, after all, and leaves once."""
    row = meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    (mail,) = mails_of("educatrice")

    def moves(day, version):
        with acting_as("assistente") as by:
            edit_conference(
                Conference.objects.select_related("case__household").get(pk=row.pk),
                prepared(day, time(9), "educatrice"), version=version, by=by, today=today,
            )  # fmt: skip

    moves(tomorrow + timedelta(days=7), 1)
    assert send(mail.pk) == "not_needed"
    assert queue_reminders(afternoon) == 0
    moves(tomorrow, 2)
    assert queue_reminders(afternoon) == 1
    assert queue_reminders(afternoon) == 0
    assert send(mail.pk) == ""
    assert queue_reminders(afternoon) == 0
    assert len(post.outbox) == 1


def test_what_was_called_off_is_not_reminded(meets, acting_as, tomorrow, afternoon):
    row = meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    with acting_as("assistente") as by:
        call_off_conference(row, reason="Non serve", by=by)
    (mail,) = mails_of("educatrice")
    assert send(mail.pk) == "not_needed"
    assert post.outbox == []


def test_who_said_no_is_not_reminded(meets, acting_as, tomorrow, afternoon, today):
    row = meets(tomorrow, time(9), "educatrice")
    with acting_as("educatrice") as by:
        seat = ConferenceSeat.objects.select_related("conference__case__household").get(conference=row)
        answer_conference(seat, answer="cannot", words="", version=seat.version, by=by, today=today)
    assert queue_reminders(afternoon) == 0


def test_what_has_begun_is_reminded_no_more(meets, tomorrow, afternoon, monkeypatch):
    meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    (mail,) = mails_of("educatrice")
    late = afternoon + timedelta(days=1)
    monkeypatch.setattr("intreccio.workshop.calendar.panels.now", lambda: late)
    assert send(mail.pk) == "not_needed"


def test_a_morning_that_was_missed_is_made_good_with_the_right_word(meets, today, afternoon, monkeypatch):
    meets(today, time(18), "educatrice")
    assert queue_reminders(afternoon) == 1
    (mail,) = mails_of("educatrice")
    assert send(mail.pk) == ""
    assert "Oggi hai una riunione." in post.outbox[0].body


def test_who_wants_none_gets_none_and_may_change_their_mind(meets, acting_as, tomorrow, afternoon):
    with acting_as("educatrice") as viewer:
        choose_reminders(False, by=viewer)
        choose_reminders(False, by=viewer)
    meets(tomorrow, time(9), "educatrice", "psicologa")
    queue_reminders(afternoon)
    assert mails_of("educatrice") == []
    assert len(mails_of("psicologa")) == 1
    with acting_as("educatrice") as viewer:
        choose_reminders(True, by=viewer)
    meets(tomorrow, time(15), "educatrice", family="cattaneo")
    queue_reminders(afternoon)
    assert len(mails_of("educatrice")) == 1


def test_who_has_left_is_not_written_to(meets, tomorrow, afternoon):
    from intreccio.ground.accounts.models import User
    from intreccio.ground.kernel.viewer import DOOR

    meets(tomorrow, time(9), "educatrice")
    with acting(DOOR):
        User.objects.filter(pk=key_for("user", "educatrice")).update(is_active=False)
    queue_reminders(afternoon)
    assert mails_of("educatrice") == []


@pytest.mark.parametrize("how", ["wants none", "has left"])
def test_whoever_leaves_or_says_no_while_the_mail_waits_gets_none(meets, acting_as, tomorrow, afternoon, how):
    from intreccio.ground.accounts.models import User
    from intreccio.ground.kernel.viewer import DOOR

    meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    (mail,) = mails_of("educatrice")
    if how == "has left":
        with acting(DOOR):
            User.objects.filter(pk=key_for("user", "educatrice")).update(is_active=False)
    else:
        with acting_as("educatrice") as viewer:
            choose_reminders(False, by=viewer)
    assert send(mail.pk) == "not_needed"
    assert post.outbox == []
    assert queue_reminders(afternoon) == 0, "nor is it found to be needed after all"


def test_the_job_is_told_when_and_of_whom_nothing(meets, acting_as, tomorrow, afternoon):
    meets(tomorrow, time(9), "educatrice")
    asked = {"since": tomorrow, "until": tomorrow, "only": None}
    for actor in ("coordinatrice", "admin"):
        with acting_as(actor), connection.cursor() as cursor:
            for source in sources():
                if source.due:
                    cursor.execute(source.due, asked)
                    assert cursor.fetchall() == [], f"{source.code} answers {actor}"
    with acting_as("admin"):
        assert reach([hat("educatrice")]) == {}
    with acting(JOBS):
        assert not Conference.objects.exists()


def test_what_is_agreed_for_a_day_is_reminded_to_who_answers_for_it(
    acting_as, keeper_sql, tomorrow, afternoon
):
    keeper_sql(tomorrow)
    assert queue_reminders(afternoon) >= 1
    with acting(JOBS):
        assert Reminder.objects.filter(
            kind="review", entry_id=key_for("case", "marchetti"), day=tomorrow
        ).exists()


@pytest.fixture
def keeper_sql(acting_as):
    """The review of the Marchetti family is agreed for a day."""
    from intreccio.families.cases.models import Case

    def agree(day):
        with acting_as("assistente"):
            assert Case.objects.filter(pk=key_for("case", "marchetti")).update(review_on=day)

    return agree


def test_nobody_reads_what_was_reminded_but_the_job(meets, acting_as, tomorrow, afternoon):
    meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    for account in ("educatrice", "coordinatrice", "admin"):
        with acting_as(account):
            assert not Reminder.objects.exists()


def test_who_administers_sees_reminders_among_mails_and_sends_them_again(
    meets, tomorrow, afternoon, signed_in, monkeypatch
):
    meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    (mail,) = mails_of("educatrice")
    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.backends.locmem.EmailBackend.open", _broken)
        assert send(mail.pk) == "unreachable"
    client = signed_in("admin")
    page = client.get(reverse("mail_list")).content.decode()
    assert "Un promemoria per il tuo calendario" in page
    assert "educatrice@example.org" in page
    assert client.post(reverse("retry_mail", args=[mail.pk]), {"once": str(new_key())}).status_code == 302
    assert send(mail.pk) == ""


def _broken(_self):
    raise ConnectionRefusedError


def test_a_year_after_they_are_erased(meets, tomorrow, afternoon, today):
    meets(tomorrow, time(9), "educatrice")
    queue_reminders(afternoon)
    assert erase_old_reminders(today) == 0
    assert erase_old_reminders(today + timedelta(days=800)) == 0, (
        "what is not old is out of the eraser's sight"
    )
    with acting(JOBS):
        Reminder(
            kind="meeting", entry_id=new_key(), membership_id=new_key(), day=today - timedelta(days=600)
        ).save(force_insert=True)
    assert erase_old_reminders(today) == 1


def test_choose_reminders_from_the_profile(signed_in):
    client, url = signed_in("educatrice"), reverse("choose_reminders")
    assert url in client.get(reverse("profile_page")).content.decode()
    assert client.get(url).status_code == 200
    assert client.post(url, {"once": str(new_key()), "wanted": "no"}).status_code == 302
    assert re.search(r'value="no"[^>]*checked', client.get(url).content.decode())
    assert client.post(url, {"once": str(new_key())}).status_code == 422
