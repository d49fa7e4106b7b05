"""How allauth behaves here: nobody signs up by themselves; people enter by invitation."""

import logging
import smtplib
from functools import partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest

log = logging.getLogger(__name__)
# Mails of allauth that say it in our words.
OURS = {"account/email/password_reset_key": "ground/accounts/pages/password_reset"}


class AccountAdapter(DefaultAccountAdapter):
    """Invitation only; mails leave after the commit, so that what rolls back has told nobody."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed: `organisations.accept_invitation` makes users."""
        del request
        return False

    def format_email_subject(self, subject: str) -> str:
        """Without the host's name in brackets."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Draws the mail now and sends it after the commit."""
        message = self.render_mail(OURS.get(template_prefix, template_prefix), email, context)
        transaction.on_commit(partial(deliver, message))


def deliver(message: EmailMessage) -> None:
    """Sends; a mail service that does not answer is logged by its kind, without addresses, and breaks no page."""
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        log.error("mail of allauth not sent: %s", type(error).__name__)
