"""What of the board is looked at; why a prompt is set aside, and until when; why it comes back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.attention import Prompt
from intreccio.families.cases.queries.board import NOBODY, Chosen
from intreccio.families.cases.queries.sources import kinds
from intreccio.families.cases.rules.attention import WITH_A_DAY, longest_aside, why_not_until
from intreccio.families.cases.vocabulary import AsideReason
from intreccio.ground.design.forms import DayInput, Form, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.models import Team


class AttentionFilter(Form):
    """Which team, whose families, which kind, and whether what was set aside. Codes only."""

    mark_optional = False
    team = forms.ChoiceField(label=_("Équipe"), required=False)
    who = forms.ChoiceField(label=_("Riferimento"), required=False)
    kind = forms.ChoiceField(label=_("Che cosa"), required=False)
    aside = forms.BooleanField(label=_("Ciò che è messo da parte"), required=False)

    def __init__(self, *args: Any, teams: list[Team], people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The first team is the one shown where none was chosen.
        field_of(self, "team", forms.ChoiceField).choices = [(str(one.pk), one.name) for one in teams]
        if len(teams) < 2:
            del self.fields["team"]
        everybody = [("", _("tutte le famiglie")), *people, (NOBODY, _("ancora nessuno per nome"))]
        field_of(self, "who", forms.ChoiceField).choices = everybody
        named = [(code, capfirst(str(label))) for code, label in kinds().items()]
        field_of(self, "kind", forms.ChoiceField).choices = [("", _("tutto")), *named]

    def chosen(self, after: str) -> Chosen:
        """What was asked for; a code that is not there asks for nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Chosen(said.get("kind", ""), said.get("who", ""), bool(said.get("aside")), after)


class SetAsideForm(OnceForm):
    """The reason, in words too, and until when."""

    reason = forms.ChoiceField(
        label=_("Perché si mette da parte"),
        choices=[(code, capfirst(label)) for code, label in AsideReason.choices],
        widget=TouchRadio,
    )
    words = forms.CharField(
        label=_("In poche parole"),
        help_text=_("Le legge chi lavora con la famiglia, e la famiglia se chiede di leggerle."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
    )
    until = forms.DateField(label=_("Torna il giorno"), required=False, widget=DayInput)

    def __init__(self, *args: Any, prompt: Prompt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prompt = prompt
        days = {"days": longest_aside(prompt.kind, limits=prompt.limits)}
        hint = _("Entro %(days)d giorni. Senza un giorno, torna quando succede qualcosa di nuovo.")
        if prompt.kind in WITH_A_DAY:
            hint = _("Entro %(days)d giorni: poi si guarda di nuovo.")
            self.fields["until"].required = True
            asked = why_not_until(kind=prompt.kind, until=None, today=today(), limits=prompt.limits)
            self.fields["until"].error_messages["required"] = str(asked)
        self.fields["until"].help_text = hint % days

    def clean_until(self) -> date | None:
        """A day to come, within what was agreed."""
        day: date | None = self.cleaned_data["until"]
        if reason := why_not_until(
            kind=self.prompt.kind, until=day, today=today(), limits=self.prompt.limits
        ):
            raise forms.ValidationError(str(reason))
        return day


class TakeBackForm(OnceForm):
    """Why it comes back."""

    reason = forms.CharField(label=_("Perché torna tra i richiami"), max_length=200)
