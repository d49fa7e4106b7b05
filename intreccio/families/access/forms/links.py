"""Which family this is about: by its short code, or after a surname and a birth date."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, Form
from intreccio.parties.people.models import Household


class LinkForm(EditForm):
    """The short code of a family that the viewer can see."""

    prefix = "link"
    code = forms.CharField(
        label=_("Codice della famiglia"),
        help_text=_("Sta in cima alla sua pagina, per esempio VSM-2026-0142."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        """Only a family in sight can be named."""
        code = self.cleaned_data["code"].strip().upper()
        household = Household.objects.filter(code=code, voided_at=None).first()
        if household is None:
            raise ValidationError(_("Tra le famiglie che puoi vedere non c'è questo codice."))
        self.household = household
        return str(code)


class KnownForm(Form):
    """Is this family known already?"""

    prefix = "known"
    mark_optional = False
    surname = forms.CharField(
        label=_("Cognome"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = forms.DateField(label=_("Data di nascita"), widget=DayInput, required=False)
    fiscal_code = forms.CharField(
        label=_("Oppure codice fiscale"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Either both of the first two, or the third."""
        data: dict[str, Any] = self.cleaned_data
        if (
            not data.get("fiscal_code")
            and not (data.get("surname") and data.get("birth_date"))
            and not self.errors
        ):
            raise ValidationError(_("Servono cognome e data di nascita, oppure il codice fiscale."))
        return data
