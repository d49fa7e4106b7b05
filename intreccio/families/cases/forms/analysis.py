"""The preliminary analysis: beginning it, ending it without taking charge, annulling what was a mistake."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions import NewFamily, Reasons
from intreccio.families.cases.forms.motives import MotiveField, StepForm
from intreccio.families.cases.queries.starting import Start
from intreccio.families.cases.queries.teams import my_teams
from intreccio.families.cases.rules.stages import NOTHING
from intreccio.ground.design.forms import OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import tree


class OpenCaseForm(StepForm):
    """The preliminary analysis."""

    verb = "open_case"
    name = forms.CharField(
        label=_("Come la chiamiamo"), help_text=_("Per esempio: Famiglia Rossi Diallo."), max_length=160
    )
    team = forms.ChoiceField(label=_("Quale équipe comincia"), widget=TouchRadio)

    motive = MotiveField(label=_("Perché la cominciamo"))
    why = forms.CharField(
        label=_("In poche parole"),
        help_text=_("Come se la famiglia leggesse: può farlo."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )
    needs = NeedsField(label=_("Di che cosa c'è bisogno, per quanto si sa"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, start: Start, **kwargs: Any) -> None:
        first = {"needs": start.needs, "name": f"Famiglia {start.surname}".strip() if start.surname else ""}
        super().__init__(*args, stage=NOTHING, initial=first, **kwargs)
        field_of(self, "needs", NeedsField).plant(tree(viewer))
        if start.family is not None:
            del self.fields["name"], self.fields["team"]
        else:
            teams = [(str(one.pk), one.name) for one in my_teams(viewer)]
            field_of(self, "team", forms.ChoiceField).choices = teams

    @property
    def reasons(self) -> Reasons:
        """Why, as it was answered."""
        said = self.cleaned_data
        return Reasons(said["motive"], said["why"], said["needs"])

    @property
    def new_family(self) -> NewFamily | None:
        """The family to write, where there was none."""
        said = self.cleaned_data
        return NewFamily(said["name"], UUID(said["team"])) if "name" in self.fields else None


class EndPreliminaryForm(StepForm):
    """Why the family is not taken in charge, and what it was told."""

    verb = "end_preliminary"

    motive = MotiveField()
    words = forms.CharField(
        label=_("Che cosa abbiamo detto alla famiglia"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class VoidForm(OnceForm):
    """Why a case is annulled."""

    reason = forms.CharField(label=_("Perché non doveva esserci"), max_length=200)
