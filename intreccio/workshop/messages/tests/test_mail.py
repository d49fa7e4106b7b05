"""Mails: queued with the act, sent by the job, listed without their words."""

import smtplib
import socket
from datetime import timedelta

import pytest
from django.core import mail as post
from django.db import connection, transaction
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.messages import letters, rules
from intreccio.workshop.messages.actions import mail as actions
from intreccio.workshop.messages.letters import Letter, add_letter
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.queries import mails
from intreccio.workshop.messages.tasks import resume_mails, send_mail
from intreccio.workshop.messages.vocabulary import Recipient

ABOUT = {"invitation": key_for("invitation", "dario")}


@pytest.fixture(autouse=True)
def _letter() -> None:
    """A letter of this test's own, and one that is never needed."""
    page = "workshop/messages/pages/password_reset.txt"
    for name, title, words in (("proof", "Una prova", {}), ("late", "Tardi", None), ("gone", "Andata", {})):
        add_letter(Letter(name, title, page, lambda _about, said=words: said, recipient=Recipient.WORKER))


@pytest.fixture
def queued(acting_as):
    with acting_as("comune"):
        return actions.queue_mail("proof", to="olga@example.org", about=ABOUT)


def row(mail):
    with acting(House("jobs")):
        return Mail.objects.get(pk=mail.pk)


def jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'send_mail'")
        return cursor.fetchone()[0]


def test_one_letter_to_several_is_two_statements_however_many_they_are(acting_as, counted):
    before, addresses = jobs(), [f"{name}@example.org" for name in ("olga", "piero", "rita")]
    with acting_as("comune"), counted() as queries:
        queued = actions.queue_mails("proof", to=addresses, about=ABOUT)
        assert actions.queue_mails("proof", to=[], about=ABOUT) == []
    assert [mail.to for mail in queued] == addresses
    assert jobs() == before + 3
    assert len([one for one in queries if "INSERT" in one["sql"] or "defer" in one["sql"]]) <= 2


def broken(monkeypatch, error, at="open"):
    """The post office does not answer, or breaks as it is handed the mail (`send_messages`)."""

    def fail(_self, *_messages):
        raise error

    monkeypatch.setattr(f"django.core.mail.backends.locmem.EmailBackend.{at}", fail)


def test_queue_mail_defers_in_the_same_transaction(acting_as):
    before = jobs()
    with acting_as("comune"), transaction.atomic():
        actions.queue_mail("proof", to="olga@example.org", about=ABOUT)
        assert jobs() == before + 1
        transaction.set_rollback(True)
    assert jobs() == before
    with acting(House("jobs")):
        assert not Mail.objects.exists()


def test_a_mail_keeps_ids_and_no_words(queued):
    assert row(queued).about == {"invitation": str(ABOUT["invitation"])}


def test_send_mail_once(queued):
    send_mail(str(queued.pk))
    send_mail(str(queued.pk))
    (letter,) = post.outbox
    assert (letter.subject, letter.to) == ("Una prova", ["olga@example.org"])
    sent = row(queued)
    assert sent.sent_at is not None
    assert sent.attempts == 1


@pytest.mark.parametrize(
    ("at", "error", "trouble", "again"),
    [
        ("open", ConnectionRefusedError(), "unreachable", True),
        ("open", TimeoutError(), "unreachable", True),
        ("open", smtplib.SMTPServerDisconnected(), "unreachable", True),
        ("open", smtplib.SMTPConnectError(421, b"later"), "unreachable", True),
        ("open", smtplib.SMTPAuthenticationError(535, b"no"), "sign_in", True),
        ("send_messages", smtplib.SMTPRecipientsRefused({}), "recipient", True),
        ("send_messages", smtplib.SMTPDataError(554, b"no"), "other", True),
        ("send_messages", smtplib.SMTPNotSupportedError(), "other", True),
        ("send_messages", smtplib.SMTPServerDisconnected(), "unsure", False),
        ("send_messages", TimeoutError(), "unsure", False),
    ],
)
def test_why_a_mail_has_not_left_is_kept_as_a_code(queued, monkeypatch, at, error, trouble, again):
    broken(monkeypatch, error, at)
    send_mail(str(queued.pk))
    failed = row(queued)
    assert (failed.trouble, failed.attempts, failed.sent_at) == (trouble, 1, None)
    assert (failed.try_at is not None) is again, "what the post may have taken is not repeated by itself"


@pytest.mark.parametrize(("letter", "trouble"), [("late", "not_needed"), ("gone", "unknown_letter")])
def test_what_is_no_longer_needed_is_not_tried_again(acting_as, letter, trouble):
    with acting_as("comune"):
        mail = actions.queue_mail(letter, to="olga@example.org", about={})
    letters._letters.pop("gone")
    send_mail(str(mail.pk))
    assert row(mail).trouble == trouble
    assert not post.outbox


@pytest.mark.parametrize("account", ["comune", "coordinatrice", "educatrice", "scuola", "elio"])
def test_mails_are_listed_for_administrators_only(signed_in, acting_as, queued, account):
    assert signed_in(account).get(reverse("mail_list")).status_code == 403
    assert (
        signed_in(account).post(reverse("retry_mail", args=[queued.pk]), {"once": new_key()}).status_code
        == 403
    )
    with acting_as(account) as viewer:
        assert not Mail.objects.exists()
        with pytest.raises(NotAllowed):
            actions.retry_mail(queued, by=viewer)


def test_mail_list(signed_in, queued, monkeypatch):
    client = signed_in("admin")
    assert "In coda" in client.get(reverse("mail_list")).content.decode()
    broken(monkeypatch, ConnectionRefusedError())
    for _try in range(rules.TRIES):
        send_mail(str(queued.pk))
    text = client.get(reverse("mail_list") + "?show=unsent").content.decode()
    assert "olga@example.org" in text
    assert "Il servizio di posta non risponde" in text
    assert "Fermo" in text
    monkeypatch.undo()
    send_mail(str(queued.pk))
    assert "olga@example.org" not in client.get(reverse("mail_list") + "?show=unsent").content.decode()
    assert "olga@example.org" in client.get(reverse("mail_list") + "?after=nonsense").content.decode()


def test_retry_mail(signed_in, queued, monkeypatch):
    client, url, answers = (
        signed_in("admin"),
        reverse("retry_mail", args=[queued.pk]),
        {"once": str(new_key())},
    )
    assert client.post(url, {"once": str(new_key())}).status_code == 409  # it waits for its turn already
    with monkeypatch.context() as patched:
        broken(patched, ConnectionRefusedError())
        send_mail(str(queued.pk))
    before = jobs()
    for _tap in range(2):
        assert client.post(url, answers).status_code == 302
    assert jobs() == before + 1
    assert (row(queued).trouble, row(queued).attempts) == ("", 0)
    send_mail(str(queued.pk))
    assert client.post(url, {"once": str(new_key())}).status_code == 409
    lost = client.post(url, {})
    assert lost.status_code == 409
    assert "premi di nuovo «Riprova»" in lost.content.decode()
    assert client.get(url).status_code == 405
    assert client.post(reverse("retry_mail", args=[new_key()]), answers).status_code == 404


def test_who_administers_reads_mails_and_cannot_rewrite_them(acting_as, queued):
    with acting_as("admin") as viewer:
        assert Mail.objects.filter(pk=queued.pk).update(to="altrove@example.org") == 0
        lines, more = mails(viewer, unsent=False, after=None)
        assert ([line.title for line in lines], more) == (["Una prova"], None)


@pytest.mark.parametrize(
    ("sent", "trouble", "final", "may"),
    [
        (True, "", False, False),
        (False, "", False, False),
        (False, "unreachable", False, True),
        (False, "not_needed", True, False),
    ],
)
def test_why_not_retry(sent, trouble, final, may, today):
    reason = rules.why_not_retry(sent_at=now() if sent else None, trouble=trouble, final=final)
    assert (reason is None) is may


def test_refused_is_a_word_for_people(queued, acting_as):
    with acting_as("admin") as viewer, pytest.raises(Refused) as refused:
        actions.retry_mail(queued, by=viewer)
    assert "già in coda" in str(refused.value.reason)


def test_a_mail_is_known_by_the_same_word_however_many_times_it_leaves(queued, monkeypatch):
    """Killed between the post and the row, it leaves once more: whoever receives it twice sees that it is one."""
    with monkeypatch.context() as patched:
        patched.setattr(actions, "now", _stop)
        with pytest.raises(KeyboardInterrupt):
            send_mail(str(queued.pk))
    send_mail(str(queued.pk))
    first, second = (letter.extra_headers["Message-ID"] for letter in post.outbox)
    assert first == second == str(post.outbox[0].message()["Message-ID"])
    assert str(queued.pk) not in first
    assert queued.pk.hex not in first


def _stop():
    raise KeyboardInterrupt


def test_two_mails_are_known_by_two_words(acting_as):
    with acting_as("comune"):
        mails = actions.queue_mails("proof", to=["a@example.org", "b@example.org"], about=ABOUT)
    for mail in mails:
        send_mail(str(mail.pk))
    assert len({letter.extra_headers["Message-ID"] for letter in post.outbox}) == 2


def aged(mail, **more):
    with acting(House("jobs")):
        Mail.objects.filter(pk=mail.pk).update(**more)


@pytest.mark.parametrize(("minutes", "leaves"), [(0, False), (2, True)])
def test_resume_mails_takes_up_what_a_killed_worker_left(queued, monkeypatch, minutes, leaves):
    """At first its own job is about to send it; a minute later that job is lost."""
    moment = now() + timedelta(minutes=minutes)
    monkeypatch.setattr("intreccio.workshop.messages.tasks.now", lambda: moment)
    assert (queued.pk in actions.to_try_now(moment)) is leaves
    resume_mails(0)
    assert (row(queued).sent_at is not None) is leaves
    assert len(post.outbox) == leaves


def test_one_that_cannot_be_written_is_said_and_holds_nobody_back(acting_as, signed_in):
    """Its words break, with a database error too: the others leave, and it waits for somebody on the page."""

    def breaks(_about):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    page = "workshop/messages/pages/password_reset.txt"
    add_letter(Letter("breaks", "Rotta", page, breaks, recipient=Recipient.WORKER))
    with acting_as("comune"):
        first = actions.queue_mail("breaks", to="olga@example.org", about={})
        second = actions.queue_mail("proof", to="rita@example.org", about=ABOUT)
    for mail in (first, second):
        aged(mail, try_at=now())
    resume_mails(0)
    assert [letter.to for letter in post.outbox] == [["rita@example.org"]]
    assert (row(first).trouble, row(first).attempts) == ("broken", 1)
    url = reverse("retry_mail", args=[first.pk])
    assert signed_in("admin").post(url, {"once": str(new_key())}).status_code == 302


def test_a_post_that_takes_the_call_and_says_nothing_is_not_waited_for_long(queued, settings):
    """One worker sends everything: it does not stand still before a mute post office."""
    assert 0 < settings.EMAIL_TIMEOUT <= 60
    settings.EMAIL_TIMEOUT = 0.2
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with socket.create_server(("127.0.0.1", 0)) as mute:
        settings.EMAIL_HOST, settings.EMAIL_PORT = mute.getsockname()
        assert actions.send(queued.pk) == "unreachable"


def test_a_letter_that_nobody_registered_is_not_queued(acting_as):
    with acting_as("comune"), pytest.raises(LookupError):
        actions.queue_mail("unheard_of", to="olga@example.org", about={})


def test_where_the_post_does_not_answer_the_others_wait(acting_as, monkeypatch):
    with acting_as("comune"):
        mails = actions.queue_mails("proof", to=["a@example.org", "b@example.org"], about=ABOUT)
    for mail in mails:
        aged(mail, try_at=now())
    broken(monkeypatch, ConnectionRefusedError())
    resume_mails(0)
    assert sorted(row(mail).attempts for mail in mails) == [0, 1]
