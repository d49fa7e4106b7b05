"""Why a step is taken: asked by every step."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.rules.stages import transition
from intreccio.ground.design.forms import OnceForm, TouchRadio, field_of


def motives(verb: str, stage: str) -> list[tuple[str, Any]]:
    """The motives that the transition table allows for a step."""
    row = transition(verb, stage)
    return [(motive.value, capfirst(motive.label)) for motive in row.motives] if row else []


class MotiveField(forms.ChoiceField):
    """One motive, by touch."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Perché"), "widget": TouchRadio(layout="pairs"), **kwargs})

    def allow(self, verb: str, stage: str) -> None:
        """Offers what the transition table allows for this step."""
        self.choices = motives(verb, stage)


class StepForm(OnceForm):
    """A form whose `motive` fits the verb and the stage it starts from."""

    verb = ""

    def __init__(self, *args: Any, stage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "motive", MotiveField).allow(self.verb, stage)
