"""The forms of the door in our words: allauth's own, with plain labels and hints, and no placeholder to repeat them."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import missing

NOTHING = ""
E_MAIL = (_("E-mail"), NOTHING)
NOW = (_("La password di adesso"), NOTHING)
NEW = (
    _("La password nuova"),
    _("Almeno 8 caratteri, non solo cifre, non una parola comune. Una frase va benissimo."),
)
AGAIN = (_("Ancora la password nuova"), NOTHING)
OF_APPLICATION = (_("Codice dell'applicazione"), _("Le sei cifre che mostra adesso."))
OF_SECOND_STEP = (_("Codice"), _("Le sei cifre dell'applicazione, oppure un codice di riserva."))


class Plain(forms.Form):
    """`says`: label and hint of a field."""

    says: ClassVar[Mapping[str, tuple[Any, Any]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = self.says.get(name, (field.label or "", NOTHING))
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = missing(field)


class LoginForm(Plain, account.LoginForm):
    """Address and password. The way out for who has forgotten stands below, after the button."""

    says = {"login": E_MAIL, "password": (_("Password"), NOTHING)}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    """The password once more."""

    says = {"password": (_("La tua password"), NOTHING)}


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """Where the link goes."""

    says = {"email": E_MAIL}


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    """A new password, after the link."""

    says = {"password1": NEW, "password2": AGAIN}


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """From the old one to a new one."""

    says = {"oldpassword": NOW, "password1": NEW, "password2": AGAIN}


class SetPasswordForm(Plain, account.SetPasswordForm):
    """The first one."""

    says = {"password1": NEW, "password2": AGAIN}


class AuthenticateForm(Plain, second_step.AuthenticateForm):
    """The second step."""

    says = {"code": OF_SECOND_STEP}


class SecondReauthenticateForm(Plain, second_step.ReauthenticateForm):
    """The second step once more."""

    says = {"code": OF_SECOND_STEP}


class ActivateTOTPForm(Plain, totp.ActivateTOTPForm):
    """An application is connected."""

    says = {"code": OF_APPLICATION}


class AddWebAuthnForm(Plain, webauthn.AddWebAuthnForm):
    """A key is added."""

    says = {
        "passwordless": (
            _("Basta da sola, senza password"),
            _("Per entrare, il dispositivo chiede impronta, volto o PIN."),
        )
    }
