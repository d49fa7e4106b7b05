"""Mails: queued with the act that wants them, sent by a job, tried again by an administrator."""

import logging
import smtplib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import OperationalError, transaction
from django.template.loader import render_to_string
from procrastinate.contrib.django import app

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import event_of, record, record_many
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.workshop.messages import policies, rules
from intreccio.workshop.messages.actions.reaching import require_may_reach, why_not_reach
from intreccio.workshop.messages.letters import Letter, letter_named
from intreccio.workshop.messages.models import Mail
from intreccio.workshop.messages.vocabulary import AGAIN, FINAL, MailTrouble, Recipient

logger = logging.getLogger(__name__)
JOBS = House("jobs")
TASK = "send_mail"


def queue_mail(letter: str, *, to: str, about: Mapping[str, UUID]) -> Mail:
    """Writes a mail and defers the job that sends it, in the caller's transaction. `about`: ids only."""
    return queue_mails(letter, to=[to], about=about)[0]


def queue_mails(letter: str, *, to: Iterable[str], about: Mapping[str, UUID]) -> list[Mail]:
    """The same letter to each of them; two statements, however many they are."""
    return queue_each(letter, [(each, about) for each in to])


def queue_each(letter: str, said: Sequence[tuple[str, Mapping[str, UUID]]]) -> list[Mail]:
    """The same letter to each, about something else each time; two statements.

    Raises LookupError for a letter that nobody registered, and Refused where one is for a family that asked for silence.
    """
    if (known := letter_named(letter)) is None:
        raise LookupError(letter)
    if known.recipient == Recipient.FAMILY:
        for key in {about["household"] for _to, about in said}:
            require_may_reach(key)
    moment = now()
    mails = [
        Mail(
            id=new_key(), to=to, letter=letter, about={n: str(k) for n, k in about.items()}, queued_at=moment,
            try_at=moment + rules.AT_ONCE,
        )
        for to, about in said
    ]  # fmt: skip
    if mails:
        Mail.objects.bulk_create(mails)
        _defer(*(mail.pk for mail in mails))
    return mails


def queue_again(mail_ids: Iterable[UUID]) -> int:
    """Those of them that were found not needed are, after all; answers how many. As the house's `jobs`, in the caller's transaction."""
    rows = Mail.objects.filter(pk__in=list(mail_ids), sent_at__isnull=True, trouble=MailTrouble.NOT_NEEDED)
    again = list(rows.select_for_update().values_list("pk", flat=True))
    _put_back(again)
    return len(again)


def _put_back(mail_ids: Sequence[UUID]) -> None:
    """As new: tried at once, and taken up again where that job is lost."""
    moment = now()
    rows = Mail.objects.filter(pk__in=mail_ids, sent_at__isnull=True)
    rows.update(trouble="", attempts=0, queued_at=moment, try_at=moment + rules.AT_ONCE)
    if mail_ids:
        _defer(*mail_ids)


def _defer(*mail_ids: UUID) -> None:
    each: list[dict[str, Any]] = [{"mail_id": str(key)} for key in mail_ids]
    app.configure_task(TASK, allow_unknown=True).batch_defer(*each)


def send(mail_id: UUID) -> str:
    """Draws and sends one mail as the house's `jobs`; answers a MailTrouble, or nothing when it has left.

    Twice sends one: the row is locked and says that it has left, or that nobody knows. Who holds it is sending it: nobody waits for
    them. A worker that is killed after the post has taken it and before the row says so sends it once more, under the same Message-ID.
    """
    with acting(JOBS):
        waits = Mail.objects.filter(pk=mail_id, sent_at__isnull=True, trouble__in=["", *AGAIN])
        mail = waits.select_for_update(skip_locked=True).first()
        if mail is None:
            return ""
        trouble, tries = _try(mail), mail.attempts + 1
        wait, moment = rules.wait_after(tries) if trouble in AGAIN else None, now()
        Mail.objects.filter(pk=mail.pk).update(
            attempts=tries,
            trouble=trouble,
            sent_at=None if trouble else moment,
            try_at=wait and moment + wait,
        )
        return trouble


def _try(mail: Mail) -> str:
    letter = letter_named(mail.letter)
    if letter is None:
        return MailTrouble.UNKNOWN_LETTER
    try:
        with transaction.atomic():  # what breaks as it is written takes nothing else with it
            return _write(mail, letter)
    except OperationalError:
        raise  # the database is gone: the mail stays in the queue, and `resume_mails` finds it there
    except Exception:
        logger.exception("mail %s", mail.pk)
        return MailTrouble.BROKEN


def _write(mail: Mail, letter: Letter) -> str:
    if letter.recipient == Recipient.FAMILY and why_not_reach(UUID(mail.about["household"])):
        return MailTrouble.SILENCE
    words = letter.words(mail.about)
    return MailTrouble.NOT_NEEDED if words is None else _post(mail, letter, words)


def _post(mail: Mail, letter: Letter, words: Mapping[str, Any]) -> str:
    body, host = render_to_string(letter.template, dict(words)), urlsplit(settings.PUBLIC_ADDRESS).hostname
    headers = {"Message-ID": rules.message_id_of(mail.pk, settings.SECRET_KEY, host or "localhost")}
    to = [letter.to(mail.about) if letter.to else mail.to]
    return _hand_over(EmailMessage(str(letter.title), body, to=to, headers=headers))


def _hand_over(message: EmailMessage) -> str:
    """To the post. It has taken it as it says so: what breaks afterwards changes nothing, and where it never says, nobody knows."""
    office = message.connection = get_connection()
    try:
        office.open()
    except smtplib.SMTPAuthenticationError:
        return MailTrouble.SIGN_IN
    except (smtplib.SMTPException, OSError):
        return MailTrouble.UNREACHABLE
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused:
        return MailTrouble.RECIPIENT
    except (smtplib.SMTPResponseException, smtplib.SMTPNotSupportedError):
        return MailTrouble.OTHER
    except (smtplib.SMTPException, OSError):
        return MailTrouble.UNSURE
    finally:
        with suppress(smtplib.SMTPException, OSError):
            office.close()
    return ""


def to_try_now(moment: datetime) -> list[UUID]:
    """Mails whose next try has come; of those not tried yet, whose job ended with its worker."""
    with acting(JOBS):
        rows = Mail.objects.filter(sent_at__isnull=True, try_at__lte=moment).order_by("try_at", "pk")
        return list(rows.values_list("pk", flat=True)[: rules.MOST_AGAIN])


@transaction.atomic
def retry_mail(mail: Mail, *, by: Viewer) -> None:
    """Puts a mail that has not left back in the queue. Raises Refused with the reason."""
    policies.retry_mail.require(by)
    reason = rules.why_not_retry(sent_at=mail.sent_at, trouble=mail.trouble, final=mail.trouble in FINAL)
    refuse_if(reason, code="mail_not_waiting")
    record("mail.retried", mail, by=by)
    # Who administers reads mails and cannot rewrite them: the address stays the one it was written to.
    with acting(JOBS):
        _put_back([mail.pk])


@transaction.atomic
def retry_mails(*, by: Viewer) -> int:
    """Puts back in the queue all that surely have not left and still could; answers how many. Raises Refused where there are none."""
    policies.retry_mail.require(by)
    with acting(JOBS):
        rows = Mail.objects.filter(sent_at__isnull=True, trouble__in=AGAIN).order_by("pk")
        mails = list(rows.select_for_update(skip_locked=True))
        _put_back([mail.pk for mail in mails])
    refuse_if(rules.why_not_retry_all(len(mails)), code="mail_not_waiting")
    record_many([event_of("mail.retried", mail, by=by) for mail in mails], by=by)
    return len(mails)
