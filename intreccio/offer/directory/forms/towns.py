"""A municipality typed by its name."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.queries import municipality_by_istat, municipality_named

_WITH_PROVINCE = re.compile(r"(?P<name>.+?)\s*\((?P<province>[^)]+)\)")


class TownField(forms.CharField):
    """«Rozzano», «San Teodoro (ME)»; its value is the municipality, or None. A code is shown by its name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 110, "required": False, "label": _("Comune"), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """A code is shown by its name."""
        if isinstance(value, str) and re.fullmatch(r"\d{6}", value):
            return str(municipality_by_istat(value) or value)
        return value

    def clean(self, value: Any) -> Municipality | None:
        """From the name to the municipality."""
        text = str(super().clean(value) or "")
        if not text:
            return None
        said = _WITH_PROVINCE.fullmatch(text)
        found = municipality_named(said["name"], said["province"]) if said else municipality_named(text)
        if found is None:
            raise ValidationError(
                _(
                    "Non troviamo questo comune, o più comuni si chiamano così: prova con la sigla, «San Teodoro (ME)»"
                )
            )
        return found
