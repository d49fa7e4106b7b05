"""Forms of a team's strategy."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, OnceForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.models import Team
from intreccio.parties.organisations.rules.strategy import why_not_due, why_not_look
from intreccio.parties.organisations.vocabulary import GoalStep

NO_NAMES = _("Mai il nome di una famiglia: qui legge chiunque lavora nella rete.")


class StrategyGoalForm(EditForm):
    """What a team wants to change. people: who could take care of it."""

    change = forms.CharField(label=_("Che cosa vogliamo cambiare"), help_text=NO_NAMES, max_length=200)
    why = forms.CharField(label=_("Perché"), max_length=600, widget=forms.Textarea(attrs={"rows": "3"}))
    due = forms.DateField(label=_("Entro quando"), widget=DayInput)
    sign = forms.CharField(
        label=_("Da che cosa lo vedremo"), max_length=600, widget=forms.Textarea(attrs={"rows": "3"})
    )
    indicator = forms.CharField(
        label=_("Quale numero dell'Osservatorio lo dice"),
        help_text=_("Come si chiama là, se ce n'è uno."),
        max_length=120,
        required=False,
    )
    carer = forms.ChoiceField(label=_("Chi se ne prende cura"))
    for_project = forms.BooleanField(required=False)

    def __init__(self, *args: Any, team: Team, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = team
        field_of(self, "carer", forms.ChoiceField).choices = [("", _("scegli una persona")), *people]
        if team.project is None:
            del self.fields["for_project"]
        else:
            self.fields["for_project"].label = _("Vale per tutto il progetto %s") % team.project.name
            self.fields["for_project"].help_text = _(
                "Lo vedono tra i loro obiettivi anche le altre équipe del progetto."
            )

    def clean(self) -> dict[str, Any]:
        """By a day that can be, or the one that it has."""
        said = super().clean() or self.cleaned_data
        if "due" in said:
            add_reasons(self, due=why_not_due(said["due"], today=today(), was=self.initial.get("due")))
        return said

    def said(self) -> dict[str, Any]:
        """The words of a goal."""
        said = {name: self.cleaned_data[name] for name in ("change", "why", "due", "sign", "indicator")}
        whole = self.team.project_id if self.cleaned_data.get("for_project") else None
        return {**said, "carer_id": UUID(self.cleaned_data["carer"]), "project_id": whole}


class LookForm(OnceForm):
    """Where a goal stands."""

    step = forms.ChoiceField(
        label=_("A che punto siamo"),
        choices=[(code, capfirst(label)) for code, label in GoalStep.choices],
        widget=TouchRadio,
    )
    words = forms.CharField(
        label=_("Che cosa vediamo"),
        help_text=_("Se lo lasciate, il perché. Mai il nome di una famiglia."),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": "4"}),
    )
    day = forms.DateField(label=_("Guardato il"), widget=DayInput, initial=today)

    def clean(self) -> dict[str, Any]:
        """On a day that can be."""
        said = super().clean() or self.cleaned_data
        if {"day", "words"} <= said.keys():
            add_reasons(self, day=why_not_look(said["day"], today=today(), words=said["words"]))
        return said


class ReasonForm(OnceForm):
    """Why something is annulled."""

    reason = forms.CharField(label=_("Perché"), max_length=200)
