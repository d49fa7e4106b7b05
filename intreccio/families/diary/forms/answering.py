"""Answering a request."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.diary.forms import capital
from intreccio.families.diary.vocabulary import LineDecline
from intreccio.ground.design.forms import OnceForm, TouchRadio


class AcceptForm(OnceForm):
    """A yes, and what the team should know."""

    answer = forms.CharField(
        label=_("Due parole all'équipe"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )


class DeclineForm(OnceForm):
    """A no, why, and what could be done instead."""

    reason = forms.ChoiceField(label=_("Perché"), choices=capital(LineDecline), widget=TouchRadio)
    answer = forms.CharField(
        label=_("Che cosa si può fare invece"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )
