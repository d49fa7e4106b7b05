"""Who is heard, what a child says, what is read together."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.actions import ChildSaid
from intreccio.families.assessments.actions.voices import Speaker
from intreccio.families.assessments.queries.look import Look, who_could_speak
from intreccio.families.assessments.rules.hearing import why_not_hear, why_not_write_words
from intreccio.families.assessments.vocabulary import Heard, Moment, NotHeard
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


class ChildWordsForm(RowForm):
    """A child's own words; or why there are none."""

    mark_optional = False
    heard = forms.ChoiceField(
        label=_("Come lo ha detto"),
        choices=[(each.value, capfirst(each.label)) for each in Heard],
        widget=TouchRadio(layout="pairs"),
    )
    words = forms.CharField(
        label=_("Le sue parole, come le ha dette"),
        help_text=_("Anche poche. Se ha disegnato o giocato, che cosa si vedeva."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    not_heard = forms.ChoiceField(
        label=_("Se non ci sono parole, perché"),
        choices=[(each.value, capfirst(each.label)) for each in NotHeard],
        widget=TouchRadio(layout="pairs"),
        required=False,
    )
    not_heard_words = forms.CharField(
        label=_("Se il motivo è un altro, quale"), max_length=300, required=False
    )
    heard_on = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def clean(self) -> dict[str, Any]:
        """Words where somebody was heard, a reason where nobody was."""
        cleaned = super().clean() or {}
        heard = cleaned.get("heard")
        if heard == Heard.NOT_YET and not cleaned.get("not_heard"):
            self.add_error("not_heard", _("Scegli perché non ci sono ancora parole"))
        if heard == Heard.NOT_YET and self._other_reason_is_missing(cleaned):
            self.add_error("not_heard_words", _("Scrivi il motivo, in poche parole"))
        if heard and heard != Heard.NOT_YET and not cleaned.get("words", "").strip():
            self.add_error("words", _("Scrivi che cosa ha detto, anche in due parole"))
        day = cleaned.get("heard_on")
        if day and (reason := why_not_write_words(heard_on=day, today=today())):
            self.add_error("heard_on", str(reason))
        return cleaned

    def _other_reason_is_missing(self, cleaned: dict[str, Any]) -> bool:
        return cleaned.get("not_heard") == NotHeard.OTHER and not cleaned.get("not_heard_words", "").strip()

    @property
    def said(self) -> ChildSaid:
        """As it was told."""
        return ChildSaid(**self.values())


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
