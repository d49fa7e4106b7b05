"""How allauth behaves here: nobody signs up by themselves; people enter by invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Invitation only. How its mails leave is said above, by `messages`."""

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
