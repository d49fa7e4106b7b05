"""The shortest forms: a yes, and a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import OnceForm


class BeginForm(OnceForm):
    """Nothing but a yes."""


class ReasonForm(OnceForm):
    """Why something is annulled."""

    reason = forms.CharField(
        label=_("Perché"),
        help_text=_("Non si cancella niente: resta leggibile con il motivo."),
        max_length=200,
    )
