"""Municipalities and addresses."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.parties.people.forms.rows import Both, RowForm
from intreccio.parties.people.queries.places import district_places


class PlaceForm(RowForm):
    """A municipality of the district by list, any other by name."""

    helpers = frozenset({"elsewhere"})

    municipality_code = forms.ChoiceField(label=_("Comune"), required=False)
    elsewhere = MunicipalityField(
        label=_("Un altro comune"),
        help_text=_("Solo se non è nell'elenco: per esempio «Pavia», oppure «San Teodoro (ME)»."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Words]] = [("", _("Scegli dall'elenco"))]
        choices += district_places().items()
        written = self.initial.get("municipality_code")
        if written and written not in dict(choices):
            choices += [(code, place.name) for code, place in municipalities_by_istat([written]).items()]
        field_of(self, "municipality_code", forms.ChoiceField).choices = choices

    def clean(self) -> dict[str, Any]:
        """What was named by hand comes before the list."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("elsewhere"):
            cleaned["municipality_code"] = cleaned["elsewhere"]
        return cleaned


class AddressForm(PlaceForm):
    """Where a household lives."""

    line = forms.CharField(label=_("Via e numero"), max_length=200)
    postal_code = forms.RegexField(
        r"^\d{5}$", label=_("CAP"), required=False, error_messages={"invalid": _("Il CAP ha cinque cifre")}
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    field_order: tuple[str, ...] = ("line", "postal_code", "municipality_code", "elsewhere", "since")


class NextAddressForm(AddressForm):
    """Another home: the form carries the one that it ends, and at which version it was read."""

    helpers = AddressForm.helpers | {"standing"}
    standing = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ends: Any = None, **kwargs: Any) -> None:
        if ends is not None:
            carried = {"standing": ends.pk, "version": ends.version}
            kwargs["initial"] = {**kwargs.get("initial", {}), **carried}
        super().__init__(*args, **kwargs)

    def values(self) -> dict[str, Any]:
        """What was filled in, and which address it ends."""
        return {**super().values(), "standing": (self.cleaned_data["standing"], self.read_at)}

    def show_both(self, row: Any) -> list[Both]:
        """The address that stands by now; sending again ends that one knowingly."""
        both = super().show_both(row)
        if isinstance(self.data, MultiValueDict):
            self.data[self.add_prefix("standing")] = str(row.pk)
        return both


class ProtectedAddressForm(NextAddressForm):
    """Where somebody lives who must not be found."""

    reason = forms.CharField(
        label=_("Perché va protetto"),
        max_length=200,
        help_text=_("Lo legge solo chi lavora nell'équipe. Ogni apertura viene scritta."),
    )
    field_order = (*AddressForm.field_order, "reason")
