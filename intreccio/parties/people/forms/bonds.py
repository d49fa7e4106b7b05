"""What holds a family to the world outside, in a form."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.actions.bonds import Bonded
from intreccio.parties.people.forms.rows import RowForm, still_of
from intreccio.parties.people.rules.bonds import why_not_bond
from intreccio.parties.people.vocabulary import BondFlow, BondQuality, Sphere


class BondForm(RowForm):
    """To whom or to what, and how it is: as the family tells it."""

    keyed: ClassVar = frozenset({"person"})

    to = forms.CharField(
        label=_("Con chi o con che cosa"),
        max_length=80,
        help_text=_("Per esempio: «la zia Rita», «l'oratorio», «il pediatra»."),
    )
    person = forms.ChoiceField(label=_("Di chi è il legame"), required=False)
    sphere = forms.ChoiceField(label=_("In quale mondo"), choices=Sphere.choices)
    quality = forms.ChoiceField(
        label=_("Com'è"),
        choices=BondQuality.choices,
        initial=BondQuality.ORDINARY,
        widget=TouchRadio(layout="line"),
    )
    flow = forms.ChoiceField(
        label=_("La famiglia"),
        choices=BondFlow.choices,
        initial=BondFlow.BOTH,
        widget=TouchRadio(layout="line"),
    )
    said_by = forms.CharField(label=_("Chi lo dice"), max_length=80, required=False)
    since = forms.DateField(label=_("Da quando"), widget=DayInput, required=False)
    until = forms.DateField(label=_("Non è più così da"), widget=DayInput, required=False)
    field_order = ("to", "person", "sphere", "quality", "flow", "said_by", "since", "until")

    def __init__(self, *args: Any, persons: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("Tutta la casa")),
            *still_of(kwargs.get("row"), ((str(key), name) for key, name in persons)),
        ]
        field_of(self, "person", forms.ChoiceField).choices = choices

    def clean(self) -> dict[str, Any]:
        """First and last day go together."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if reason := why_not_bond(since=said.get("since"), until=said.get("until"), today=today()):
            self.add_error("until" if said.get("until") else "since", str(reason))
        return said

    def bonded(self) -> Bonded:
        """What the action wants."""
        said = self.values()
        person = said.pop("person")
        return Bonded(person_id=UUID(person) if person else None, **said)
