"""Who is heard, what is read together."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.actions.voices import Speaker
from intreccio.families.assessments.queries.look import Look, who_could_speak
from intreccio.families.assessments.rules.hearing import why_not_hear
from intreccio.families.assessments.vocabulary import Moment
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm


class BeginForm(OnceForm):
    """Which moment: said by the page, so that two who begin at once mean the same one."""

    moment = forms.ChoiceField(choices=Moment.choices, widget=forms.HiddenInput)


class SpeakerForm(OnceForm):
    """Who is heard, and when."""

    who = forms.ChoiceField(label=_("Chi ascoltiamo"), widget=TouchRadio(layout="pairs"))
    heard_on = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, look: Look, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begun_on = look.assessment.begun_on
        choices = [(code, capfirst(label)) for code, label in who_could_speak(look)]
        field_of(self, "who", forms.ChoiceField).choices = choices

    def clean_heard_on(self) -> date:
        """From a month before the beginning, because people are heard when they are met, to today."""
        day: date = self.cleaned_data["heard_on"]
        if reason := why_not_hear(heard_on=day, begun_on=self.begun_on, today=today()):
            raise forms.ValidationError(str(reason))
        return day

    @property
    def speaker(self) -> Speaker:
        """The voice, and the person where it has a name."""
        voice, _separator, person = self.cleaned_data["who"].partition(":")
        return Speaker(voice, UUID(person) if person else None)


class ReadTogetherForm(RowForm):
    """What family and team read in it."""

    read_together = forms.CharField(
        label=_("Che cosa leggiamo insieme"),
        help_text=_("Dove siamo d'accordo, dove vediamo diversamente, da che cosa si può cominciare."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
    )


class CloseForm(OnceForm):
    """Nothing is asked: the page says what closing means."""


class VoidForm(OnceForm):
    """Why it was a mistake."""

    reason = forms.CharField(label=_("Perché non doveva esserci"), max_length=200)
