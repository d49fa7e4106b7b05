"""One more place of a service."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.territory.forms import MunicipalityField


class PlaceForm(OnceForm):
    """Where."""

    name = forms.CharField(label=_("Nome del luogo"), required=False, max_length=160)
    address = forms.CharField(label=_("Indirizzo"), max_length=200)
    postal_code = forms.RegexField(r"^\d{5}$", label=_("CAP"), required=False, max_length=5)
    municipality = MunicipalityField(required=True)

    @property
    def place(self) -> dict[str, Any]:
        """The columns of the place."""
        said = {name: self.cleaned_data[name] for name in ("name", "address", "postal_code")}
        return {**said, "municipality_code": self.cleaned_data["municipality"]}
