"""Forms of the institutional agenda."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.forms.strategy import NO_NAMES
from intreccio.parties.organisations.models import Appointment, Organisation
from intreccio.parties.organisations.queries.network import of_the_network
from intreccio.parties.organisations.rules.agenda import (
    why_not_conclude,
    why_not_day,
    why_not_follow,
    why_not_rearrange,
    why_not_with,
)


class AppointmentForm(EditForm):
    """When, with whom, about what. row: the appointment that is corrected or moved."""

    marks = dict.fromkeys(("body", "whom"), _("ne basta uno"))

    day = forms.DateField(label=_("Giorno"), widget=DayInput)
    hour = forms.TimeField(label=_("Ora"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    body = forms.ModelChoiceField(
        label=_("Con quale ente"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("un altro, scritto sotto"),
    )
    whom = forms.CharField(
        label=_("Con chi"),
        help_text=_("La persona o l'ufficio; oppure l'ente, se non è in elenco."),
        max_length=160,
        required=False,
    )
    place = forms.CharField(
        label=_("Dove"),
        help_text=_("Un luogo, o il collegamento per vedersi a distanza."),
        max_length=160,
        required=False,
    )
    about = forms.CharField(label=_("Di che cosa si parla"), help_text=NO_NAMES, max_length=300)

    def __init__(self, *args: Any, row: Appointment | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        field_of(self, "body", forms.ModelChoiceField).queryset = of_the_network()

    def clean(self) -> dict[str, Any]:
        """With somebody, on a day that can be."""
        said = super().clean() or self.cleaned_data
        if "whom" in said:
            add_reasons(self, whom=why_not_with(body=bool(said.get("body")), whom=said["whom"]))
        if "day" in said:
            add_reasons(self, day=self._why_not(said["day"]))
        return said

    def _why_not(self, day: date) -> str | None:
        row = self.row
        if row is None:
            return why_not_day(day, today=today())
        return why_not_rearrange(
            day, was=row.day, told=bool(row.agreed), step=row.next_step, on=row.next_on, today=today()
        )

    def said(self) -> dict[str, Any]:
        """The words of an appointment."""
        said = {name: self.cleaned_data[name] for name in ("day", "hour", "whom", "place", "about")}
        body = self.cleaned_data["body"]
        return {**said, "body_id": body.pk if body else None}


class ConcludeForm(EditForm):
    """What was agreed, and what follows."""

    agreed = forms.CharField(
        label=_("Che cosa si è concordato"),
        help_text=_("Se non si è tenuto, scrivi perché. Mai il nome di una famiglia."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "5"}),
    )
    next_step = forms.CharField(label=_("Il passo che segue"), max_length=300, required=False)
    next_on = forms.DateField(
        label=_("Entro quando"),
        help_text=_("Quel giorno lo trovi in Oggi."),
        widget=DayInput,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.day = kwargs.pop("day")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """It has been; and a step has its day."""
        said = super().clean() or self.cleaned_data
        if "agreed" in said:
            add_reasons(self, agreed=why_not_conclude(self.day, today=today(), agreed=said["agreed"]))
        if {"next_step", "next_on"} <= said.keys():
            was = self.initial.get("next_on")
            reason = why_not_follow(said["next_step"], said["next_on"], day=self.day, was=was, today=today())
            add_reasons(self, next_on=reason)
        return said

    def said(self) -> dict[str, Any]:
        """The words of what was agreed."""
        return {name: self.cleaned_data[name] for name in ("agreed", "next_step", "next_on")}
