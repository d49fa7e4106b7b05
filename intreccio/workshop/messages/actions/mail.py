"""Mails: queued with the act that wants them, sent by a job, tried again by an administrator."""

import smtplib
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from procrastinate.contrib.django import app

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.workshop.messages import policies, rules
from intreccio.workshop.messages.letters import letter_named
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.vocabulary import FINAL, MailTrouble

JOBS = House("jobs")
TASK = "send_mail"


def queue_mail(letter: str, *, to: str, about: Mapping[str, UUID]) -> Mail:
    """Writes a mail and defers the job that sends it, in the caller's transaction. `about`: ids only."""
    return queue_mails(letter, to=[to], about=about)[0]


def queue_mails(letter: str, *, to: Iterable[str], about: Mapping[str, UUID]) -> list[Mail]:
    """The same letter to each of them; two statements, however many they are."""
    ids = {name: str(key) for name, key in about.items()}
    mails = [Mail(id=new_key(), to=each, letter=letter, about=ids, queued_at=now()) for each in to]
    if mails:
        Mail.objects.bulk_create(mails)
        _defer(*(mail.pk for mail in mails))
    return mails


def _defer(*mail_ids: UUID) -> None:
    each: list[dict[str, Any]] = [{"mail_id": str(key)} for key in mail_ids]
    app.configure_task(TASK, allow_unknown=True).batch_defer(*each)


def send(mail_id: UUID) -> str:
    """Draws and sends one mail as the house's `jobs`; answers a MailTrouble, or nothing when it has left.

    Twice sends one: the row is locked and says that it has left.
    """
    with acting(JOBS):
        mail = Mail.objects.select_for_update().filter(pk=mail_id, sent_at__isnull=True).first()
        if mail is None:
            return ""
        trouble = _try(mail)
        Mail.objects.filter(pk=mail.pk).update(
            attempts=mail.attempts + 1, trouble=trouble, sent_at=None if trouble else now()
        )
        return trouble


def _try(mail: Mail) -> str:
    letter = letter_named(mail.letter)
    if letter is None:
        return MailTrouble.UNKNOWN_LETTER
    words = letter.words(mail.about)
    if words is None:
        return MailTrouble.NOT_NEEDED
    body = render_to_string(letter.template, dict(words))
    try:
        EmailMessage(str(letter.title), body, to=[letter.to(mail.about) if letter.to else mail.to]).send()
    except smtplib.SMTPAuthenticationError:
        return MailTrouble.SIGN_IN
    except smtplib.SMTPRecipientsRefused:
        return MailTrouble.RECIPIENT
    except smtplib.SMTPResponseException:
        return MailTrouble.OTHER
    except (smtplib.SMTPException, OSError):
        return MailTrouble.UNREACHABLE
    return ""


@transaction.atomic
def retry_mail(mail: Mail, *, by: Viewer) -> None:
    """Puts a mail that has not left back in the queue. Raises Refused with the reason."""
    policies.retry_mail.require(by)
    reason = rules.why_not_retry(sent_at=mail.sent_at, trouble=mail.trouble, final=mail.trouble in FINAL)
    refuse_if(reason, code="mail_not_waiting")
    record("mail.retried", mail, by=by)
    # Who administers reads mails and cannot rewrite them: the address stays the one it was written to.
    with acting(JOBS):
        Mail.objects.filter(pk=mail.pk).update(trouble="", attempts=0, queued_at=now())
    _defer(mail.pk)
