"""Municipalities in forms: one by its name, many by touch."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import TouchBoxes
from intreccio.ground.territory.queries import (
    district_municipalities,
    municipality_by_istat,
    municipality_named,
)

_WITH_PROVINCE = re.compile(r"^(?P<name>.+?)\s*\((?P<province>[^)]+)\)\s*$")


class MunicipalityField(forms.CharField):
    """A municipality, written as «Rozzano» or «San Teodoro (ME)»; its value is the ISTAT code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Comune"))
        kwargs.setdefault("required", False)
        kwargs.setdefault(
            "help_text", _("Se più comuni hanno lo stesso nome, con la sigla della provincia tra parentesi.")
        )
        super().__init__(max_length=110, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A code is shown by its name."""
        if isinstance(value, str) and re.fullmatch(r"\d{6}", value):
            found = municipality_by_istat(value)
            return str(found) if found else value
        return value

    def clean(self, value: Any) -> str:
        """From the name to the code."""
        text = str(super().clean(value) or "")
        if not text:
            return ""
        match = _WITH_PROVINCE.match(text)
        name, province = (match["name"], match["province"]) if match else (text, None)
        found = municipality_named(name, province)
        if found is None:
            raise ValidationError(
                _("Non troviamo questo comune, o ce n'è più d'uno: prova con la sigla della provincia")
            )
        return found.istat


class DistrictField(forms.MultipleChoiceField):
    """Municipalities of the network's districts, by touch; its value is a list of ISTAT codes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=TouchBoxes(layout="line"), choices=district_choices, required=False, **kwargs)


def district_choices() -> list[tuple[str, str]]:
    """Code and name of each."""
    return list(district_municipalities().values_list("istat", "name"))
