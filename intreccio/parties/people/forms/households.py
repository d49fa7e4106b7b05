"""A household: new, and as it is."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Form, TouchBoxes, TouchRadio, field_of
from intreccio.parties.people.forms.places import PlaceForm
from intreccio.parties.people.models import Household
from intreccio.parties.people.vocabulary import SPOKEN


class HouseholdForm(PlaceForm):
    """Name and place."""

    name = forms.CharField(label=_("Come la chiamiamo"), max_length=160)
    field_order: tuple[str, ...] = ("name", "municipality_code", "elsewhere")

    def __init__(self, *args: Any, row: Household | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        if row is not None and row.is_protected:  # where they live is written with the protected address
            del self.fields["municipality_code"], self.fields["elsewhere"]


class NewHouseholdForm(HouseholdForm):
    """The same, with the team that will answer for it, and what is said of languages at the first contact."""

    name = forms.CharField(
        label=_("Come la chiamiamo"),
        max_length=160,
        required=False,
        help_text=_("Se resta vuoto: «Famiglia» e il cognome della prima persona."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Lingue parlate in casa"),
        help_text=_("Di chi sono si scrive dopo, con calma."),
        choices=list(SPOKEN.items()),
        required=False,
        widget=TouchBoxes(layout="line"),
    )
    needs_mediator = forms.BooleanField(label=_("Serve un mediatore o una mediatrice"), required=False)
    team_id = forms.ChoiceField(label=_("Chi risponde"), widget=TouchRadio)
    field_order = ("team_id", "name", "municipality_code", "elsewhere", "languages", "needs_mediator")

    def __init__(self, *args: Any, teams: list[tuple[UUID, str]], **kwargs: Any) -> None:
        if len(teams) == 1:
            kwargs["initial"] = {"team_id": str(teams[0][0]), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        field_of(self, "team_id", forms.ChoiceField).choices = [(str(pk), name) for pk, name in teams]

    def clean_team_id(self) -> UUID:
        """As the action wants it."""
        return UUID(self.cleaned_data["team_id"])


class KnownForm(Form):
    """What the hint against writing a family twice looks at."""

    surname = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    birth_date = forms.DateField(label=_("Nascita"), widget=DayInput, required=False)
    fiscal_code = forms.CharField(label=_("Codice fiscale"), max_length=24, required=False)
