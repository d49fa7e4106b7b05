"""Writing a service: words first, conditions and hours folded below."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import EditForm, EuroField, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.languages import LANGUAGES
from intreccio.ground.kernel.refused import Words
from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import Tree
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.ground.territory.queries import district_municipalities, municipalities_by_istat
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.rules.ages import months_of
from intreccio.offer.directory.rules.hours import BadHours, Hours, hours_of
from intreccio.offer.directory.vocabulary import Cost, Isee, Residence, Status, Weekday
from intreccio.parties.organisations.models import Organisation

PLACE = ("place_name", "place_address", "place_postal_code", "place_municipality")
OWN = (
    "name", "description", "status", "need_codes", "eligibility", "residence", "residence_codes", "isee", "isee_limit", "cost",
    "cost_words", "languages", "how_to_enter", "what_to_bring", "accessibility", "website", "email", "phone",
)  # fmt: skip


def _text(label: Any, rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class ServiceForm(EditForm):
    """A service and its first place. Verifying is another gesture: saving says nothing about still being so."""

    marks: ClassVar[Mapping[str, Words]] = {
        "residence_codes": _("se solo alcuni"),
        "isee_limit": _("se c'è un limite"),
        **{f"hours_{day.value}": "" for day in Weekday},
    }

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Ente"), empty_label=None)
    name = forms.CharField(label=_("Come si chiama"), max_length=200)
    description = _text(_("Che cosa offre, in due frasi"), max_length=10_000)
    need_codes = NeedsField(label=_("A quali bisogni risponde"), required=False, further=True)
    age_from = forms.CharField(
        label=_("Dall'età"), required=False, max_length=12, help_text=_("3 anni, oppure 12 mesi; 0 per tutte")
    )
    age_to = forms.CharField(
        label=_("Fino all'età, compresa"),
        required=False,
        max_length=12,
        help_text=_("10 anni, oppure 35 mesi"),
    )
    eligibility = _text(_("A chi è rivolto, in parole"), max_length=5_000)
    how_to_enter = _text(_("Come si entra"), help_text=_("Un passo per riga"), max_length=5_000)
    what_to_bring = _text(_("Che cosa serve"), rows=2, max_length=2_000)
    status = forms.ChoiceField(
        label=_("Stato"), choices=Status.choices, widget=TouchRadio, initial=Status.ACTIVE
    )

    residence = forms.ChoiceField(
        label=_("Residenza"), choices=Residence.choices, widget=TouchRadio, initial=Residence.UNKNOWN
    )
    residence_codes = forms.MultipleChoiceField(
        label=_("Quali comuni"), required=False, widget=TouchBoxes(layout="line")
    )
    isee = forms.ChoiceField(label=_("ISEE"), choices=Isee.choices, widget=TouchRadio, initial=Isee.UNKNOWN)
    isee_limit = EuroField(label=_("Fino a quanti euro"), required=False)
    cost = forms.ChoiceField(
        label=_("Quanto costa"), choices=Cost.choices, widget=TouchRadio, initial=Cost.UNKNOWN
    )
    cost_words = forms.CharField(label=_("Costo, in parole"), required=False, max_length=300)
    languages = forms.MultipleChoiceField(
        label=_("Lingue"), required=False, choices=list(LANGUAGES.items()), widget=TouchBoxes(layout="line")
    )

    place_name = forms.CharField(label=_("Nome del posto"), required=False, max_length=160)
    place_address = forms.CharField(label=_("Indirizzo"), required=False, max_length=200)
    place_postal_code = forms.RegexField(r"^\d{5}$", label=_("CAP"), required=False, max_length=5)
    place_municipality = MunicipalityField()
    accessibility = _text(
        _("Come ci si arriva e si entra (gradini, mezzi, passeggini)"), rows=2, max_length=2_000
    )
    phone = forms.CharField(label=_("Telefono"), required=False, max_length=60)
    email = forms.EmailField(label=_("E-mail"), required=False)
    sown = ("hours_",)
    website = forms.URLField(label=_("Sito"), required=False, max_length=300, assume_scheme="https")

    def __init__(
        self,
        *args: Any,
        tree: Tree,
        bodies: Iterable[Organisation],
        held: Service | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        kept = list(bodies)
        bodies_field = field_of(self, "organisation", forms.ModelChoiceField)
        bodies_field.queryset = Organisation.objects.filter(pk__in=[body.pk for body in kept])
        if held is not None:
            del self.fields["organisation"]
        field_of(self, "need_codes", NeedsField).plant(tree)
        field_of(self, "residence_codes", forms.MultipleChoiceField).choices = _towns(held)
        for day in Weekday:
            self.fields[f"hours_{day.value}"] = forms.CharField(
                label=day.label, required=False, max_length=200
            )

    def clean(self) -> dict[str, Any]:
        """What must be said together."""
        said = super().clean() or self.cleaned_data
        for field, rule, value in (
            ("residence_codes", "residence", Residence.ONLY),
            ("isee_limit", "isee", Isee.LIMIT),
        ):
            if said.get(rule) != value:
                said[field] = [] if field == "residence_codes" else None
            elif not said.get(field):
                self.add_error(field, _("manca ancora"))
        self._clean_ages(said)
        self._clean_hours(said)
        return said

    def _clean_ages(self, said: dict[str, Any]) -> None:
        for name, part, more in (("age_from", 0, 0), ("age_to", 1, 1)):
            text = said.get(name, "")
            months = months_of(text) if text else None
            if text and months is None:
                self.add_error(name, _("un'età si scrive «3 anni» oppure «18 mesi»"))
            said[f"{name}_months"] = months[part] + more if months else None
        first, end = said["age_from_months"], said["age_to_months"]
        if first is not None and end is not None and end <= first:
            self.add_error("age_to", _("viene prima dell'altra età"))

    def _clean_hours(self, said: dict[str, Any]) -> None:
        hours: list[Hours] = []
        for day in Weekday:
            try:
                hours += hours_of(day.value, said.get(f"hours_{day.value}", ""))
            except BadHours as problem:
                self.add_error(f"hours_{day.value}", ValidationError(str(problem)))
        said["hours"] = hours

    @property
    def values(self) -> Mapping[str, Any]:
        """The service's own columns."""
        said = self.cleaned_data
        return {
            **{name: said[name] for name in OWN},
            "age_from_months": said["age_from_months"],
            "age_to_months": said["age_to_months"],
        }

    @property
    def place(self) -> Mapping[str, Any]:
        """The columns of its first place."""
        said = {name.removeprefix("place_"): self.cleaned_data[name] for name in PLACE[:3]}
        return {**said, "municipality_code": self.cleaned_data["place_municipality"]}

    @property
    def week(self) -> list[Any]:
        """The seven fields of hours, for the page."""
        return [self[f"hours_{day.value}"] for day in Weekday]


def _towns(held: Service | None) -> list[tuple[str, str]]:
    """Municipalities of the districts, and those the service already names."""
    known = {town.istat: town.name for town in district_municipalities()}
    others = [code for code in (held.residence_codes if held else []) if code not in known]
    named = municipalities_by_istat(others) if others else {}
    return [*known.items(), *((code, named[code].name if code in named else code) for code in others)]
