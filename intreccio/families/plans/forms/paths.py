"""What is asked to begin a path, to go along it, to end it."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.vocabulary import PathEnd
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.running import why_not_end, why_not_zero


class PathForm(RowForm):
    """From which day one counts, for whom, what happened, who keeps in touch."""

    keyed: ClassVar = frozenset({"person", "contact"})

    zero = forms.DateField(label=_("Da quale giorno si conta"), widget=DayInput)
    loss = forms.ChoiceField(label=_("Che cosa è successo"), widget=TouchRadio)
    person = forms.ChoiceField(label=_("Di chi si parla"), required=False)
    contact = forms.ChoiceField(
        label=_("Chi tiene i contatti"),
        help_text=_("Una persona sola: la famiglia sa chi chiamare, e non ripete la sua storia."),
    )

    def __init__(
        self, *args: Any, definition: Definition, persons: list[Choice], contacts: list[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zero"].help_text = capfirst(definition["zero"]["label"])
        field_of(self, "person", forms.ChoiceField).choices = [("", _("tutta la famiglia")), *persons]
        field_of(self, "contact", forms.ChoiceField).choices = contacts
        losses = [(each["code"], capfirst(each["label"])) for each in definition.get("losses", [])]
        if losses:
            field_of(self, "loss", forms.ChoiceField).choices = losses
        else:
            del self.fields["loss"]

    def clean(self) -> dict[str, Any]:
        """The same as the rule says, at its field."""
        said = super().clean() or {}
        if zero := said.get("zero"):
            add_reasons(self, zero=why_not_zero(zero, today=today()))
        return said


class AsReadForm(EditForm):
    """Nothing but a yes, to the path as it was read."""

    def __init__(self, *args: Any, path: FamilyPath, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": path.version}, **kwargs)

    @property
    def read_at(self) -> int:
        """The version it was read at; 0 where the form carried none."""
        return int(self.cleaned_data["version"] or 0)


class SilenceForm(AsReadForm):
    """What the family asks; said by the form as it was read, whatever somebody else has written meanwhile."""

    silent = forms.ChoiceField(choices=[("yes", ""), ("no", "")], widget=forms.HiddenInput)

    def __init__(self, *args: Any, path: FamilyPath, **kwargs: Any) -> None:
        super().__init__(*args, path=path, **kwargs)
        self.initial["silent"] = "no" if path.silent_since else "yes"


class EndPathForm(AsReadForm):
    """Why and when it ended."""

    why = forms.ChoiceField(
        label=_("Perché finisce"),
        choices=[(one.value, capfirst(one.label)) for one in PathEnd],
        widget=TouchRadio,
    )
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, path: FamilyPath, **kwargs: Any) -> None:
        super().__init__(*args, path=path, **kwargs)
        self.begun = path.begun_on
        if path.stilled_on:
            self.initial["why"] = PathEnd.LOSS

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if day := said.get("day"):
            add_reasons(self, day=why_not_end(day, begun=self.begun, today=today()))
        return said
