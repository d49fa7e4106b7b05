"""A forgotten password: the mail goes through the outbox, opens once, and is written down nowhere."""

import pytest
from allauth.account.adapter import get_adapter
from django.core import mail as post
from django.test import Client
from django.urls import reverse

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR, House
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.tasks import send_mail

PERSON, ADDRESS = key_for("user", "educatrice"), "educatrice@example.org"
NEW = "una-frase-lunga-e-mia"


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


def ask(client, address=ADDRESS):
    answer = client.post(reverse("account_reset_password"), {"email": address})
    assert answer["Location"] == reverse("account_reset_password_done")


def in_the_outbox():
    with acting(House("jobs")):
        return list(Mail.objects.all())


@pytest.fixture
def queued(client, db):
    ask(client)
    (mail,) = in_the_outbox()
    return mail


def link_in(letter):
    (found,) = (word for word in letter.body.split() if "/password/reset/key/" in word)
    return found


def choose(url):
    """Opens the link in a browser of its own and chooses; answers the status."""
    client = Client()
    page = client.get(url, follow=True)
    return client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW}).status_code


def test_the_outbox_holds_ids_and_no_address_that_opens(queued):
    assert (queued.letter, queued.to, queued.about) == ("password_reset", ADDRESS, {"user": str(PERSON)})
    assert not post.outbox  # the page itself speaks to no mail service


def test_it_leaves_once_and_its_link_opens_once(queued):
    send_mail(str(queued.pk))
    send_mail(str(queued.pk))
    (letter,) = post.outbox
    assert (letter.subject, letter.to) == ("Una password nuova per Intreccio", [ADDRESS])
    assert "Chiara" not in letter.body
    url = link_in(letter)
    assert choose(url) == 302
    signed_in = Client().post(reverse("account_login"), {"login": ADDRESS, "password": NEW})
    assert signed_in.status_code == 302
    assert choose(url) == 200  # «this link has been used»: no form, nothing changes


def test_it_begins_with_the_address_of_the_installation(queued, settings):
    settings.PUBLIC_ADDRESS = "https://rete.example.org"
    send_mail(str(queued.pk))
    assert link_in(post.outbox[0]).startswith("https://rete.example.org/accounts/password/reset/key/")


def test_a_mail_service_that_does_not_answer_keeps_it_for_later(queued, monkeypatch):
    def fail(_self):
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.backends.locmem.EmailBackend.open", fail)
        send_mail(str(queued.pk))
    send_mail(str(queued.pk))
    assert choose(link_in(post.outbox[0])) == 302


def test_whose_access_was_closed_meanwhile_is_sent_nothing(queued):
    with acting(DOOR):
        User.objects.filter(pk=PERSON).update(is_active=False)
    send_mail(str(queued.pk))
    assert [mail.trouble for mail in in_the_outbox()] == ["not_needed"]
    assert not post.outbox


def test_an_unknown_address_is_told_the_same_and_sent_nothing(client, db):
    ask(client, "nessuno@example.org")
    assert in_the_outbox() == []


def test_a_mail_of_allauth_that_nobody_has_written_here_fails_aloud(db):
    with pytest.raises(KeyError):
        get_adapter().send_mail("account/email/login_code", ADDRESS, {"user": User(email=ADDRESS)})


def test_administrators_see_that_it_left_and_no_word_of_it(signed_in, queued):
    text = signed_in("admin").get(reverse("mail_list")).content.decode()
    assert "Una password nuova per Intreccio" in text
    assert "/password/reset/key/" not in text
