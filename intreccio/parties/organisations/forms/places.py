"""Many municipalities, by touch."""

from typing import Any

from django import forms

from intreccio.ground.design.forms import TouchBoxes
from intreccio.ground.territory.queries import district_municipalities


class DistrictField(forms.MultipleChoiceField):
    """Municipalities of the network's districts, by touch; its value is a list of ISTAT codes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=TouchBoxes(layout="line"), choices=district_choices, required=False, **kwargs)


def district_choices() -> list[tuple[str, str]]:
    """Code and name of each."""
    return list(district_municipalities().values_list("istat", "name"))
