"""A contact with a family: which day, how, with whom, in a line."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.conferences import Heard
from intreccio.families.cases.vocabulary import CONTACTS
from intreccio.ground.design.forms import DayInput, OnceForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today


class MeetFamilyForm(OnceForm):
    """Four short answers."""

    day = forms.DateField(label=_("Giorno"), widget=DayInput, initial=today)
    kind = forms.ChoiceField(
        label=_("Come"),
        choices=[(kind.value, capfirst(kind.label)) for kind in CONTACTS],
        widget=TouchRadio(layout="pairs"),
    )
    persons = forms.MultipleChoiceField(label=_("Con chi"), widget=TouchBoxes(layout="pairs"))
    words = forms.CharField(
        label=_("Che cosa ci siamo detti"),
        help_text=_("Una riga, con le parole della famiglia dove si può."),
        max_length=200,
    )

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(key), name) for key, name in people.items()]
        field_of(self, "persons", forms.MultipleChoiceField).choices = choices

    def clean_day(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["day"]
        if day > today():
            raise forms.ValidationError(_("Si scrive quando vi siete sentiti: la data è nel futuro"))
        return day

    @property
    def heard(self) -> Heard:
        """As the action takes it."""
        said = self.cleaned_data
        return Heard(said["kind"], said["day"], tuple(map(UUID, said["persons"])), said["words"])
