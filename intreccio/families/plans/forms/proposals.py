"""What a meeting proposed: for which goal it is taken up, or why it is left aside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import ActionProposal, Goal
from intreccio.ground.design.forms import EditForm, TouchRadio, field_of


class TakeUpForm(EditForm):
    """For which goal of the version in preparation."""

    goal = forms.ChoiceField(label=_("Per quale obiettivo"), widget=TouchRadio)

    def __init__(self, *args: Any, proposal: ActionProposal, goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": proposal.version}, **kwargs)
        self.goals = {str(goal.pk): goal for goal in goals}
        field_of(self, "goal", forms.ChoiceField).choices = [
            (key, goal.title) for key, goal in self.goals.items()
        ]

    @property
    def chosen(self) -> Goal:
        """The goal."""
        return self.goals[self.cleaned_data["goal"]]


class LeaveForm(EditForm):
    """Why not, for who decided it."""

    reason = forms.CharField(
        label=_("Perché"),
        help_text=_("Chi l'ha deciso lo leggerà nella pagina della riunione."),
        max_length=200,
    )

    def __init__(self, *args: Any, proposal: ActionProposal, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": proposal.version}, **kwargs)
