"""Forms of hats: inviting, changing role, ending, choosing."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.roles import ROLES
from intreccio.ground.design.forms import Explained, OnceForm, TouchRadio, field_of
from intreccio.parties.organisations.rules.memberships import why_not_handle, why_not_hold
from intreccio.parties.organisations.vocabulary import EndReason, MembershipKind


def roles_given_by(giver: str) -> list[tuple[str, Explained]]:
    """The roles that somebody with this role may give, each with what it is for."""
    given = (role for role in ROLES if why_not_handle(giver, role.code) is None)
    return [(role.code, Explained(str(role.label).capitalize(), role.purpose)) for role in given]


class InviteForm(OnceForm):
    """Somebody asked to join."""

    name = forms.CharField(label=_("Nome e cognome"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("Qui arriva il collegamento, che si apre una volta sola.")
    )
    kind = forms.ChoiceField(
        label=_("In che veste"), choices=MembershipKind.choices, widget=TouchRadio(layout="pairs")
    )
    role = forms.ChoiceField(label=_("Con quale ruolo"), widget=TouchRadio)

    def __init__(self, *args: Any, giver: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "role", forms.ChoiceField).choices = roles_given_by(giver)

    def clean(self) -> dict[str, Any]:
        """Who uses a service only takes part."""
        answers = super().clean() or self.cleaned_data
        if reason := why_not_hold(answers.get("kind", ""), answers.get("role", "")):
            self.add_error("role", str(reason))
        return answers


class ChangeRoleForm(OnceForm):
    """Another role from today."""

    role = forms.ChoiceField(label=_("Il ruolo nuovo"), widget=TouchRadio)

    def __init__(self, *args: Any, giver: str, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [choice for choice in roles_given_by(giver) if choice[0] != now]
        field_of(self, "role", forms.ChoiceField).choices = others


class EndMembershipForm(OnceForm):
    """Why a hat ends."""

    reason = forms.ChoiceField(
        label=_("Perché"),
        choices=[choice for choice in EndReason.choices if choice[0] != EndReason.ROLE_CHANGED],
        widget=TouchRadio,
    )


class HatForm(OnceForm):
    """The hat to wear."""

    membership = forms.UUIDField(widget=forms.HiddenInput)


class PasswordForm(OnceForm):
    """A password, twice."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("Almeno 8 caratteri, non solo cifre, non una parola comune. Una frase va benissimo."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Ancora la password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        """Both the same, and not too easy to guess."""
        answers = super().clean() or self.cleaned_data
        first, second = answers.get("password"), answers.get("again")
        if first and second and first != second:
            self.add_error("again", _("Le due password non sono uguali"))
        if first:
            try:
                validate_password(first, self.user)
            except ValidationError as error:
                self.add_error("password", error)
        return answers


class EnterForm(PasswordForm):
    """Somebody new: their name as colleagues will read it, and a password."""

    name = forms.CharField(
        label=_("Nome e cognome"), max_length=120, help_text=_("Lo leggono i colleghi della rete.")
    )
    field_order = ["name", "password", "again"]
