"""Forms of bodies, sites and projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.parties.organisations.vocabulary import OrganisationKind, Standing


class SaidForm(EditForm):
    """A form whose answers, but for keys, are the words of an action."""

    def said(self) -> dict[str, Any]:
        """What was answered."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"once", "version"}}


class OrganisationForm(SaidForm):
    """A body."""

    name = forms.CharField(label=_("Nome"), max_length=160)
    kind = forms.ChoiceField(label=_("Che cos'è"), choices=OrganisationKind.choices, widget=forms.Select)
    standing = forms.ChoiceField(label=_("Rispetto alla rete"), choices=Standing.choices, widget=TouchRadio)
    municipality_code = MunicipalityField()
    fiscal_code = forms.CharField(label=_("Codice fiscale dell'ente"), max_length=16, required=False)
    phone = forms.CharField(label=_("Telefono"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.URLField(label=_("Sito"), required=False, assume_scheme="https")
    about = forms.CharField(
        label=_("Che cosa fa, in due righe"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "4"}),
    )

    def __init__(self, *args: Any, fixed_standing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fixed_standing:
            del self.fields["standing"]


class SiteForm(SaidForm):
    """A place where a body works."""

    name = forms.CharField(label=_("Nome"), max_length=160, help_text=_("Come la chiamano le persone."))
    address = forms.CharField(label=_("Via e numero"), max_length=200, required=False)
    postal_code = forms.RegexField(
        r"^\d{5}$", label=_("CAP"), required=False, error_messages={"invalid": _("Il CAP ha cinque cifre")}
    )
    municipality_code = MunicipalityField()


class ProjectForm(SaidForm):
    """Something done together for a time."""

    name = forms.CharField(label=_("Nome"), max_length=160)
    starts = forms.DateField(label=_("Comincia"), widget=DayInput)
    ends = forms.DateField(label=_("Finisce"), widget=DayInput, required=False)
    about = forms.CharField(
        label=_("Che cosa vuole fare"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "4"}),
    )

    def clean(self) -> dict[str, Any]:
        """An end before the beginning is said at its field."""
        answers = super().clean() or self.cleaned_data
        starts, ends = answers.get("starts"), answers.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("La fine viene prima dell'inizio"))
        return answers
