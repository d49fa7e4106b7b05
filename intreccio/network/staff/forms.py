"""What is asked of who begins a path for themselves, and of whom they name."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import (
    DayInput,
    EditForm,
    OnceForm,
    TouchBoxes,
    TouchRadio,
    add_reasons,
    field_of,
)
from intreccio.ground.kernel.clock import today
from intreccio.network.staff.models import WorkerPath
from intreccio.network.staff.queries import Choice
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.running import why_not_end, why_not_zero


def readers_field(**more: Any) -> forms.MultipleChoiceField:
    """Any number of colleagues."""
    return forms.MultipleChoiceField(
        label=_("Chi vuoi vicino"),
        help_text=_(
            "Solo loro lo leggono, anche ciò che scrivono gli altri che scegli, e solo finché lo vuoi tu."
            " Nessun altro sa che c'è, nemmeno chi coordina o dirige."
        ),
        widget=TouchBoxes,
        **more,
    )


class BeginWorkerPathForm(OnceForm):
    """From which day, what happened, whom one wants near."""

    zero = forms.DateField(label=_("Da quale giorno si conta"), widget=DayInput)
    loss = forms.ChoiceField(label=_("Che cosa è successo"), widget=TouchRadio)
    readers = readers_field(required=False)

    def __init__(self, *args: Any, definition: Definition, people: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zero"].help_text = capfirst(definition["zero"]["label"])
        field_of(self, "readers", forms.MultipleChoiceField).choices = people
        losses = [(each["code"], capfirst(each["label"])) for each in definition.get("losses", [])]
        if losses:
            field_of(self, "loss", forms.ChoiceField).choices = losses
        else:
            del self.fields["loss"]
        if not people:
            del self.fields["readers"]

    def clean(self) -> dict[str, Any]:
        """The same as the rule says, at its field."""
        said = super().clean() or {}
        if zero := said.get("zero"):
            add_reasons(self, zero=why_not_zero(zero, today=today()))
        return said


class NameReadersForm(OnceForm):
    """Whom one wants near, from now on."""

    readers = readers_field()

    def __init__(self, *args: Any, people: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "readers", forms.MultipleChoiceField).choices = people


class EndWorkerPathForm(EditForm):
    """When; nobody asks why."""

    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, path: WorkerPath, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": path.version}, **kwargs)
        self.begun = path.begun_on

    @property
    def read_at(self) -> int:
        """The version it was read at; 0 where the form carried none."""
        return int(self.cleaned_data["version"] or 0)

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if day := said.get("day"):
            add_reasons(self, day=why_not_end(day, begun=self.begun, today=today()))
        return said


class TakeOffForm(OnceForm):
    """Nothing but a yes."""
