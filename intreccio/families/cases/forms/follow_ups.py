"""What was agreed for after the closing: heard, or moved."""

from datetime import date
from typing import Any, Self

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import CaseFollowUp
from intreccio.families.cases.rules.closing import why_not_move
from intreccio.families.cases.vocabulary import HowItGoes
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio
from intreccio.ground.kernel.clock import today


class FollowUpForm(EditForm):
    """An answer about one follow-up, with the version it was read at."""

    def __init__(self, *args: Any, follow_up: CaseFollowUp, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": follow_up.version}, **kwargs)
        self.fields["version"].required = True

    def over(self, now: CaseFollowUp) -> Self:
        """The same answer, read over the follow-up as it stands now."""
        return type(self)(self.sent_over(now.version), follow_up=now)


class RecordFollowUpForm(FollowUpForm):
    """How the family is, in its own words."""

    outcome = forms.ChoiceField(
        label=_("Come va"),
        choices=[(code, capfirst(label)) for code, label in HowItGoes.choices],
        widget=TouchRadio,
    )
    words = forms.CharField(
        label=_("Che cosa abbiamo sentito"),
        help_text=_("Con le parole della famiglia, dove si può."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


class MoveFollowUpForm(FollowUpForm):
    """Another day, and why."""

    due_on = forms.DateField(label=_("A quale giorno"), widget=DayInput)
    reason = forms.CharField(label=_("Perché"), max_length=200)

    def clean_due_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["due_on"]
        if reason := why_not_move(due_on=day, today=today()):
            raise forms.ValidationError(str(reason))
        return day
