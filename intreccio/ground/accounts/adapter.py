"""How allauth behaves here: nobody signs up by themselves; people enter by invitation."""

import logging
import smtplib
from functools import partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)
# Mails of allauth that say it in our words.
OURS = {"account/email/password_reset_key": "ground/accounts/pages/password_reset"}


class AccountAdapter(DefaultAccountAdapter):
    """Invitation only; mails leave after the commit, so that what rolls back has told nobody."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("L'indirizzo e la password non vanno insieme: controlla tutti e due."),
        "enter_current_password": _("Non è la password di adesso"),
        "incorrect_password": _("Non è la tua password"),
        "too_many_login_attempts": _("Troppe prove di seguito: aspetta qualche minuto, poi riprova."),
        "rate_limited": _("Troppe richieste di seguito: aspetta qualche minuto, poi riprova."),
    }

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


class SecondStepAdapter(DefaultMFAAdapter):
    """The words of the second step."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Questo codice non va: forse è scaduto, prova con quello che vedi adesso."),
    }

    def generate_authenticator_name(
        self, user: AbstractBaseUser, type: Authenticator.Type
    ) -> str:  # allauth calls it so
        """How a key is called until its owner says better."""
        others = Authenticator.objects.filter(user=user, type=type).exists()
        return gettext("Un'altra chiave") if others else gettext("La mia chiave")


def deliver(message: EmailMessage) -> None:
    """Sends; a mail service that does not answer is logged by its kind, without addresses, and breaks no page."""
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        log.error("mail of allauth not sent: %s", type(error).__name__)
