"""Forms of lines and hours."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, OnceForm, field_of
from intreccio.ground.kernel.clock import today
from intreccio.offer.funds.models import FundingLine
from intreccio.offer.funds.queries.lines import lines_for_hours
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.queries.network import of_the_network


class FundingLineForm(EditForm):
    """What a line says of itself."""

    name = forms.CharField(label=_("Nome"), max_length=160)
    code = forms.CharField(label=_("Codice"), help_text=_("Come la chiama il rendiconto."), max_length=24)
    funder = forms.ModelChoiceField(
        label=_("Chi finanzia"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("altri, scritti sotto"),
    )
    funder_words = forms.CharField(label=_("Se non è in elenco, chi"), max_length=160, required=False)
    purpose = forms.CharField(
        label=_("Per che cosa"), max_length=600, widget=forms.Textarea(attrs={"rows": "3"})
    )
    since = forms.DateField(label=_("Comincia"), widget=DayInput)
    until = forms.DateField(
        label=_("Finisce"),
        help_text=_("Il primo giorno in cui non c'è più."),
        widget=DayInput,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "funder", forms.ModelChoiceField).queryset = of_the_network()

    def clean(self) -> dict[str, Any]:
        """One funder, and an end after the beginning."""
        said = super().clean() or self.cleaned_data
        if bool(said.get("funder")) == bool(said.get("funder_words")):
            self.add_error("funder_words", _("Scegli un ente, oppure scrivi chi finanzia: uno dei due"))
        since, until = said.get("since"), said.get("until")
        if since and until and until <= since:
            self.add_error("until", _("La fine viene prima dell'inizio"))
        return said


class HoursField(forms.DecimalField):
    """Hours as people write them: «19», «7,5», «7.5»."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        """With a comma or a full stop."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class HoursForm(EditForm):
    """How many hours a week, and for how long."""

    hours = HoursField(
        label=_("Ore alla settimana"), min_value=Decimal("0.25"), max_digits=4, decimal_places=2
    )
    since = forms.DateField(label=_("Da"), widget=DayInput, initial=today)
    until = forms.DateField(
        label=_("Fino a"),
        help_text=_("Il primo giorno senza. Se lasci vuoto durano quanto la linea."),
        widget=DayInput,
        required=False,
    )


class AgreeHoursForm(HoursForm):
    """The same, on a line to be chosen."""

    line = forms.ChoiceField(label=_("Con quale linea di finanziamento"))
    field_order = ("line", "hours", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {str(line.pk): line for line in lines_for_hours(today())}
        field_of(self, "line", forms.ChoiceField).choices = [
            ("", _("scegli")),
            *((key, str(line)) for key, line in self.lines.items()),
        ]

    def chosen(self) -> FundingLine:
        """The line."""
        return self.lines[self.cleaned_data["line"]]


class ReasonForm(OnceForm):
    """Why something was a mistake."""

    reason = forms.CharField(label=_("Perché era un errore"), max_length=200)


def funder_id(said: dict[str, Any]) -> UUID | None:
    """The body that was chosen, if any."""
    return said["funder"].pk if said.get("funder") else None
