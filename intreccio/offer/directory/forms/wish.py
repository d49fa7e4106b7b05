"""What somebody looks for. Codes may stand in an address; words may name a person, so they only come by POST."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import Form, field_of
from intreccio.ground.needs.queries import Tree
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.queries import municipality_by_istat, network_municipalities
from intreccio.ground.territory.rules.distance import Point
from intreccio.offer.directory.rules.ages import months_of
from intreccio.offer.directory.rules.facts import Wish
from intreccio.offer.directory.rules.money import euro
from intreccio.offer.directory.rules.parsing import ISEE_BANDS, after_of, hinted_needs, wanted_words
from intreccio.offer.directory.vocabulary import Scope, Weekday


def isee_choices() -> list[tuple[str, Any]]:
    """The bands."""
    ends = [
        (code, _("fino a %s") % euro(up_to)) for code, (_above, up_to) in ISEE_BANDS.items() if code != "more"
    ]
    return [("", _("non detto")), *ends, ("more", _("più di 30.000 €"))]


class WishForm(Form):
    """Every field may be left empty. `forms/lists.py` draws it."""

    mark_optional = False

    words = forms.CharField(label=_("Che cosa cerchi"), required=False, max_length=120)
    place = MunicipalityField(label=_("In quale comune"))
    need = forms.ChoiceField(label=_("Bisogno"), required=False)
    age = forms.CharField(
        label=_("Età"), required=False, max_length=12, help_text=_("3 anni, oppure 18 mesi")
    )
    municipality = forms.CharField(label=_("Vicino a"), required=False, max_length=6, widget=forms.Select)
    scope = forms.ChoiceField(label=_("Fino a dove"), required=False, choices=Scope.choices)
    day = forms.TypedMultipleChoiceField(
        label=_("Quando"),
        required=False,
        coerce=int,
        choices=Weekday.choices,
    )
    isee = forms.ChoiceField(label=_("ISEE"), required=False, choices=isee_choices)
    room = forms.BooleanField(label=_("Solo con posto"), required=False)
    after = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, tree: Tree, by_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tree = tree
        self.by_words = by_words
        self.district = network_municipalities()
        self.town: Municipality | None = None
        codes = [
            (leaf.code, leaf.plain) for branch in (*tree.branches, *tree.further) for leaf in branch.leaves
        ]
        field_of(self, "need", forms.ChoiceField).choices = [("", ""), *codes]
        if not by_words:
            del self.fields["words"], self.fields["place"]

    def clean_age(self) -> tuple[int, int] | None:
        """Whole months, first and last."""
        text = self.cleaned_data["age"]
        if text and (said := months_of(text)) is None:
            raise ValidationError(_("un'età si scrive «3 anni» oppure «18 mesi»"))
        return said if text else None

    def clean_municipality(self) -> str:
        """A code of the list."""
        code: str = self.cleaned_data["municipality"]
        self.town = next((one for one in self.district if one.istat == code), None) or (
            municipality_by_istat(code) if code else None
        )
        if code and self.town is None:
            raise ValidationError(_("non è un comune dell'elenco"))
        return code

    def clean(self) -> dict[str, Any]:
        """A place typed by name wins over the one of the list."""
        if place := self.cleaned_data.get("place"):
            self.town = municipality_by_istat(place)
        return self.cleaned_data

    @cached_property
    def wish(self) -> Wish:
        """What was asked, as rules read it."""
        said = self.cleaned_data
        words = wanted_words(said.get("words", ""))
        leaves = [leaf for branch in self.tree.branches for leaf in branch.leaves]
        hints = (
            hinted_needs(words, [(leaf.code, f"{leaf.plain} {leaf.label}") for leaf in leaves])
            if not said["need"]
            else set()
        )
        return Wish(
            needs=frozenset({said["need"]} - {""}),
            hinted=frozenset(hints),
            words=tuple(words),
            ages=said["age"],
            municipality=self.town.istat if self.town else "",
            province=self.town.province_id if self.town else "",
            point=self.town.point if self.town else None,
            days=frozenset(said["day"]),
            isee=ISEE_BANDS.get(said["isee"]),
            room=said["room"],
            scope=said["scope"] or Scope.NEAR,
            names={
                leaf.code: leaf.plain
                for branch in (*self.tree.branches, *self.tree.further)
                for leaf in branch.leaves
            },
        )

    @property
    def after_key(self) -> tuple[int, Any] | None:
        """Where the page begins."""
        return after_of(self.cleaned_data.get("after", ""))

    @property
    def home(self) -> tuple[str, Point] | None:
        """Where one looks from, for the map."""
        return (self.town.name, self.town.point) if self.town and self.town.point else None
