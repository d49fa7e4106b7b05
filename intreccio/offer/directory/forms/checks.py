"""Short forms: still so, how much room, something is missing here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import EditForm, OnceForm, TouchRadio, field_of
from intreccio.ground.needs.queries import Tree
from intreccio.ground.needs.vocabulary import UnmetReason
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.offer.directory.rules.room import why_not_update_room
from intreccio.offer.directory.vocabulary import VerificationMethod

METHODS = [
    (method.value, method.label) for method in VerificationMethod if method != VerificationMethod.SOURCE
]


class VerifyForm(OnceForm):
    """How somebody came to know."""

    method = forms.ChoiceField(label=_("Come lo sai"), choices=METHODS, initial=VerificationMethod.PHONE)


class RoomForm(EditForm):
    """Places as of today."""

    mark_optional = False

    places_free = forms.IntegerField(
        label=_("Posti liberi oggi"),
        required=False,
        min_value=0,
        max_value=9999,
        help_text=_("vuoto: non si sa"),
    )
    places_total = forms.IntegerField(label=_("Posti in tutto"), required=False, min_value=0, max_value=9999)
    waiting = forms.CharField(
        label=_("Lista d'attesa"), required=False, max_length=120, help_text=_("per esempio: 3 settimane")
    )

    def clean(self) -> dict[str, Any]:
        """The rule says it here too, beside the field."""
        said = super().clean() or self.cleaned_data
        if reason := why_not_update_room(free=said.get("places_free"), total=said.get("places_total")):
            self.add_error("places_free", str(reason))
        return said


class MissingForm(OnceForm):
    """What is missing, where, and why nothing that is there will do. Nobody's name."""

    need = forms.ChoiceField(label=_("Che cosa manca"))
    municipality = MunicipalityField(label=_("Dove"))
    reason = forms.ChoiceField(
        label=_("Perché"), choices=UnmetReason.choices, widget=TouchRadio, initial=UnmetReason.NO_SERVICE
    )

    def __init__(self, *args: Any, tree: Tree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        branches = [
            (branch.label, [(leaf.code, leaf.plain) for leaf in branch.leaves]) for branch in tree.branches
        ]
        field_of(self, "need", forms.ChoiceField).choices = [("", _("scegli")), *branches]
