"""The preliminary analysis: beginning it, ending it without taking charge, annulling what was a mistake."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.forms.motives import MotiveField, StepForm
from intreccio.families.cases.rules.stages import NOTHING
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import tree


class OpenCaseForm(StepForm):
    """The preliminary analysis."""

    verb = "open_case"

    motive = MotiveField(label=_("Perché la cominciamo"))
    why = forms.CharField(
        label=_("In poche parole"),
        help_text=_("Come se la famiglia leggesse: può farlo."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )
    needs = NeedsField(label=_("Di che cosa c'è bisogno, per quanto si sa"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, stage=NOTHING, **kwargs)
        field = self.fields["needs"]
        if isinstance(field, NeedsField):
            field.plant(tree(viewer))


class EndPreliminaryForm(StepForm):
    """Why the family is not taken in charge, and what it was told."""

    verb = "end_preliminary"

    motive = MotiveField()
    words = forms.CharField(
        label=_("Che cosa abbiamo detto alla famiglia"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class VoidForm(OnceForm):
    """Why a case is annulled."""

    reason = forms.CharField(label=_("Perché non doveva esserci"), max_length=200)
