"""The shortest forms: a yes, and a reason."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.vocabulary import YesGone
from intreccio.ground.design.forms import OnceForm, TouchRadio


class BeginForm(OnceForm):
    """Nothing but a yes."""


class ReasonForm(OnceForm):
    """Why something is annulled."""

    reason = forms.CharField(
        label=_("Perché"),
        help_text=_("Non si cancella niente: resta leggibile con il motivo."),
        max_length=200,
    )


GONE = [(one.value, capfirst(one.label)) for one in YesGone]


class VoidYesForm(ReasonForm):
    """The same of a yes: whether it was ever said makes all the difference to whose it is."""

    field_order = ("gone", "reason")
    gone = forms.ChoiceField(label=_("Che cosa è successo"), choices=GONE, widget=TouchRadio)
