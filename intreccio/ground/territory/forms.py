"""Places typed by their name."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.territory.queries import (
    birthplace_called,
    birthplace_named,
    municipality_by_istat,
    municipality_named,
)

_WITH_PROVINCE = re.compile(r"(?P<name>.+?)\s*\((?P<province>[^)]+)\)")


class PlaceField(forms.CharField):
    """The name is written and shown, the code is kept."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 110, "required": False, **kwargs})

    def find(self, name: str, province: str | None) -> str:
        """The code of this name; empty where none or several are called so."""
        raise NotImplementedError

    def clean(self, value: Any) -> str:
        """From the name to the code."""
        text = str(super().clean(value) or "")
        if not text:
            return ""
        said = _WITH_PROVINCE.fullmatch(text)
        code = self.find(said["name"], said["province"]) if said else self.find(text, None)
        if not code:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return code


class MunicipalityField(PlaceField):
    """«Rozzano», «San Teodoro (ME)»; its value is the ISTAT code."""

    default_error_messages = {
        "unknown": _(
            "Non troviamo questo comune, o più comuni si chiamano così: prova con la sigla, «San Teodoro (ME)»"
        )
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Comune"), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """A code is shown by its name."""
        if isinstance(value, str) and re.fullmatch(r"\d{6}", value):
            return str(municipality_by_istat(value) or value)
        return value

    def find(self, name: str, province: str | None) -> str:
        """Among those that exist today."""
        found = municipality_named(name, province)
        return found.istat if found else ""


class BirthplaceField(PlaceField):
    """«Rozzano», «Marocco», or the code as papers write it; its value is the code of the land registry."""

    default_error_messages = {
        "unknown": _(
            "Non troviamo questo luogo: scrivi il comune, «Pavia», o il paese, «Marocco». Va bene anche il codice, «H501»"
        )
    }

    def prepare_value(self, value: Any) -> Any:
        """A code is shown by its name."""
        return birthplace_called(value) if isinstance(value, str) else value

    def find(self, name: str, province: str | None) -> str:
        """In Italy, or a country."""
        return birthplace_named(name, province)
