"""What is asked to begin a child's path at school, to say who talks with it, and to end it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.models import SchoolPath
from intreccio.answers.school.queries.paths import Choice
from intreccio.ground.design.forms import DayInput, EditForm, OnceForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.running import why_not_end, why_not_zero


class BeginSchoolPathForm(OnceForm):
    """From which day, what happened, who talks with the school."""

    zero = forms.DateField(label=_("Da quale giorno si conta"), widget=DayInput)
    loss = forms.ChoiceField(label=_("Che cosa è successo"), widget=TouchRadio)
    contact = forms.ChoiceField(
        label=_("Chi parla con la scuola"), help_text=_("Una persona sola, che la famiglia conosce.")
    )

    def __init__(self, *args: Any, definition: Definition, contacts: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zero"].help_text = capfirst(definition["zero"]["label"])
        losses = [(each["code"], capfirst(each["label"])) for each in definition.get("losses", [])]
        if losses:
            field_of(self, "loss", forms.ChoiceField).choices = losses
        else:
            del self.fields["loss"]
        field_of(self, "contact", forms.ChoiceField).choices = contacts

    def clean(self) -> dict[str, Any]:
        """The same as the rule says, at its field."""
        said = super().clean() or {}
        if zero := said.get("zero"):
            add_reasons(self, zero=why_not_zero(zero, today=today()))
        return said


class _OpenPathForm(EditForm):
    """Of a path that goes on, as it was read."""

    def __init__(
        self, *args: Any, path: SchoolPath, initial: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"version": path.version, **(initial or {})}, **kwargs)
        self.begun = path.begun_on

    @property
    def read_at(self) -> int:
        """The version it was read at; 0 where the form carried none."""
        return int(self.cleaned_data["version"] or 0)


class EditSchoolPathForm(_OpenPathForm):
    """Who talks with the school from now on."""

    contact = forms.ChoiceField(
        label=_("Chi parla con la scuola"), help_text=_("Una persona sola, che la famiglia conosce.")
    )

    def __init__(self, *args: Any, path: SchoolPath, contacts: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, path=path, initial={"contact": str(path.contact_id)}, **kwargs)
        field_of(self, "contact", forms.ChoiceField).choices = contacts


class EndSchoolPathForm(_OpenPathForm):
    """When."""

    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if day := said.get("day"):
            add_reasons(self, day=why_not_end(day, begun=self.begun, today=today()))
        return said
