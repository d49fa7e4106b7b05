"""What did not leave is tried again, with growing waits, by itself; and all together, by who administers."""

from datetime import timedelta

import pytest
from django.core import mail as post
from django.urls import reverse

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.workshop.messages import rules
from intreccio.workshop.messages.actions import mail as actions
from intreccio.workshop.messages.letters import Letter, add_letter
from intreccio.workshop.messages.tasks import resume_mails, send_mail
from intreccio.workshop.messages.tests.test_mail import ABOUT, broken, jobs, row
from intreccio.workshop.messages.vocabulary import Recipient

PAGE = "workshop/messages/pages/password_reset.txt"


@pytest.fixture(autouse=True)
def _letters():
    for name, words in (("proof", {}), ("late", None)):
        letter = Letter(name, "Una prova", PAGE, lambda _about, said=words: said, recipient=Recipient.WORKER)
        add_letter(letter)


@pytest.fixture
def queued(acting_as):
    with acting_as("comune"):
        return actions.queue_mail("proof", to="olga@example.org", about=ABOUT)


def later(gone, monkeypatch, step=timedelta(minutes=1)):
    """The house's clock goes on, and `resume_mails` has its turn every minute."""
    moment, end = now(), now() + gone
    with monkeypatch.context() as clock:
        while moment < end:
            moment += step
            for place in ("actions.mail", "tasks"):
                clock.setattr(f"intreccio.workshop.messages.{place}.now", lambda at=moment: at)
            resume_mails(0)


def test_where_the_post_never_said_whether_it_took_it_only_somebody_tries_again(
    signed_in, queued, monkeypatch
):
    with monkeypatch.context() as patched:
        broken(patched, TimeoutError(), "send_messages")
        send_mail(str(queued.pk))
    send_mail(str(queued.pk))  # its job, where it had been taken up before
    later(timedelta(hours=9), monkeypatch)
    assert post.outbox == []
    client = signed_in("admin")
    text = client.get(reverse("mail_list")).content.decode()
    assert "Fermo" in text
    assert "Riprova adesso" in text
    assert "Riprova tutti" not in text
    assert client.post(reverse("retry_mails"), {"once": str(new_key())}).status_code == 409
    assert client.post(reverse("retry_mail", args=[queued.pk]), {"once": str(new_key())}).status_code == 302
    send_mail(str(queued.pk))
    assert len(post.outbox) == 1


def test_what_breaks_after_the_post_has_taken_it_changes_nothing(queued, monkeypatch):
    broken(monkeypatch, TimeoutError(), "close")
    send_mail(str(queued.pk))
    assert row(queued).sent_at is not None
    assert len(post.outbox) == 1


def test_an_outage_of_an_evening_stops_no_mail(queued, monkeypatch):
    with monkeypatch.context() as patched:
        broken(patched, ConnectionRefusedError())
        send_mail(str(queued.pk))
        later(timedelta(hours=6), patched)
        assert 8 < row(queued).attempts < rules.TRIES, "with growing waits"
    later(timedelta(hours=7, minutes=30), monkeypatch)
    assert len(post.outbox) == 1


def test_after_some_hours_it_waits_for_somebody(queued, monkeypatch):
    broken(monkeypatch, ConnectionRefusedError())
    send_mail(str(queued.pk))
    later(timedelta(hours=10), monkeypatch, timedelta(minutes=5))
    stopped = row(queued)
    assert (stopped.attempts, stopped.try_at) == (rules.TRIES, None)


def test_it_is_not_tried_any_more_when_what_it_is_about_is_over(queued, monkeypatch):
    with monkeypatch.context() as patched:
        broken(patched, ConnectionRefusedError())
        send_mail(str(queued.pk))
    add_letter(Letter("proof", "Una prova", PAGE, lambda _about: None, recipient=Recipient.WORKER))
    later(timedelta(minutes=5), monkeypatch)
    assert (row(queued).trouble, row(queued).try_at, post.outbox) == ("not_needed", None, [])


def test_waits_grow_from_a_minute_to_an_hour_and_end_within_a_night():
    waits = [rules.wait_after(tries) for tries in range(1, rules.TRIES)]
    minutes = [wait.total_seconds() / 60 for wait in waits]
    assert minutes[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(minutes[7:]) == {60}
    assert timedelta(hours=4) < sum(waits, timedelta()) < timedelta(hours=12)
    assert rules.wait_after(rules.TRIES) is None


def test_retry_mails_puts_all_back_once_and_says_how_many(signed_in, acting_as, monkeypatch):
    with acting_as("comune"):
        mails = actions.queue_mails("proof", to=["a@example.org", "b@example.org"], about=ABOUT)
        waits = actions.queue_mail("proof", to="c@example.org", about=ABOUT)
        over = actions.queue_mail("late", to="d@example.org", about={})
    with monkeypatch.context() as patched:
        broken(patched, ConnectionRefusedError())
        for mail in mails:
            send_mail(str(mail.pk))
        send_mail(str(over.pk))
    client, url, pressed = signed_in("admin"), reverse("retry_mails"), {"once": str(new_key())}
    assert "Riprova tutti" in client.get(reverse("mail_list")).content.decode()
    before, told = jobs(), []
    monkeypatch.setattr(actions, "record_many", lambda events, by: told.extend(events))
    done = client.post(url, pressed, follow=True)
    assert "Fatto: 2 messaggi ripartono tra poco." in done.content.decode()
    assert "Riprova tutti" not in done.content.decode()
    assert client.post(url, pressed).status_code == 302
    assert jobs() == before + 2, "the second tap queues nothing"
    assert client.post(url, {"once": str(new_key())}).status_code == 409
    assert client.post(url, {}).status_code == 409
    assert [(row(mail).trouble, row(mail).attempts) for mail in (*mails, waits)] == [("", 0)] * 3
    assert row(over).trouble == "not_needed"
    assert [event.subject_id for event in told] == [mail.pk for mail in mails]


@pytest.mark.parametrize("account", ["comune", "coordinatrice", "educatrice", "scuola", "elio"])
def test_only_who_administers_tries_them_all_again(signed_in, acting_as, queued, account):
    assert signed_in(account).post(reverse("retry_mails"), {"once": str(new_key())}).status_code == 403
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.retry_mails(by=viewer)
