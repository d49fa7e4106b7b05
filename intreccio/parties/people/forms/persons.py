"""Persons, their names, codes and telephones, and their homes."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, Form, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.territory.forms import BirthplaceField
from intreccio.ground.territory.vocabulary import by_code, citizenships
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.models import Person
from intreccio.parties.people.rules.codice_fiscale import compact
from intreccio.parties.people.rules.life import why_not_revive
from intreccio.parties.people.rules.persons import why_not_born
from intreccio.parties.people.vocabulary import (
    THREE_SETS,
    BirthPrecision,
    ContactKind,
    HomeRole,
    IdentifierKind,
    LivingKind,
    NameKind,
    Sex,
)

MOST_PERSONS = 12
ONE_IS_ENOUGH: dict[str, Words] = dict.fromkeys(("given", "family"), _("ne basta uno"))


class BornForm(Form):
    """The birth date, with how well it is known, checked by the rule."""

    birth_date = forms.DateField(label=_("Nascita"), widget=DayInput, required=False)
    birth_precision = forms.ChoiceField(
        label=_("Quanto è sicura la data"), choices=BirthPrecision.choices, initial=BirthPrecision.EXACT
    )

    def clean(self) -> dict[str, Any]:
        """A future birth is an expected one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        reason = why_not_born(
            birth=cleaned.get("birth_date"),
            precision=cleaned.get("birth_precision", ""),
            died=cleaned.get("died_on"),
            today=today(),
        )
        if reason is not None:
            self.add_error("birth_date", str(reason))
        return cleaned


class DraftForm(BornForm):
    """Somebody as they are first written. Who has not been born yet has no name."""

    marks = ONE_IS_ENOUGH

    given = forms.CharField(label=_("Nome"), max_length=80, required=False)
    family = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    role = forms.ChoiceField(label=_("In casa è"), choices=HomeRole.choices, initial=HomeRole.PARENT)
    sex = forms.ChoiceField(label=_("Sesso sui documenti"), choices=Sex.choices, required=False)
    fiscal_code = forms.CharField(label=_("Codice fiscale, STP o ENI"), max_length=24, required=False)
    phone = forms.CharField(label=_("Telefono"), max_length=40, required=False)
    field_order: tuple[str, ...] = (
        "given",
        "family",
        "role",
        "birth_date",
        "birth_precision",
        "sex",
        "fiscal_code",
        "phone",
    )

    def clean(self) -> dict[str, Any]:
        """A name is needed, unless a birth is awaited."""
        cleaned = super().clean()
        expected = cleaned.get("birth_precision") == BirthPrecision.EXPECTED
        if not expected and not (cleaned.get("given") or cleaned.get("family")):
            self.add_error("given", _("Manca ancora un nome o un cognome"))
        return cleaned

    def draft(self) -> Draft:
        """What the action wants."""
        return Draft(**{name: self.cleaned_data[name] for name in self.field_order})


class AddPersonForm(DraftForm, EditForm):
    """One more person in a home."""

    kind = forms.ChoiceField(
        label=_("In che senso"),
        choices=LivingKind.choices,
        widget=TouchRadio(layout="pairs"),
        initial=LivingKind.LIVES,
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    field_order = (*DraftForm.field_order, "kind", "since")

    def draft(self) -> Draft:
        """Without the date of joining, which is the home's."""
        return Draft(**{name: self.cleaned_data[name] for name in (*DraftForm.field_order, "kind")})


if TYPE_CHECKING:  # Django's own formsets take no parameter while they run
    Drafts = BaseFormSet[DraftForm]
else:
    Drafts = BaseFormSet


class DraftsFormSet(Drafts):
    """Several persons at once; one more is a button, and no script."""

    def initial_form_count(self) -> int:
        """Blank ones are left out, wherever they stand."""
        return 0 if self.is_bound else super().initial_form_count()

    def drafts(self) -> list[Draft]:
        """Those that were filled in."""
        return [form.draft() for form in self.forms if form.has_changed()]


_Drafts: Any = formset_factory(
    DraftForm,
    formset=DraftsFormSet,
    extra=0,
    min_num=1,
    validate_min=True,
    max_num=MOST_PERSONS,
    absolute_max=MOST_PERSONS,
)


def drafts(data: QueryDict | None) -> DraftsFormSet:
    """The persons of a new household; with `more` in the data, one blank more and nothing judged yet."""
    sent: DraftsFormSet = _Drafts(data, prefix="persons")
    if data is None or "more" not in data:
        return sent
    kept = [{name: form[name].data for name in DraftForm.field_order} for form in sent.forms]
    more: DraftsFormSet = _Drafts(prefix="persons", initial=[*kept, {}])
    return more


CITIZENSHIPS = ("citizenship", "citizenship_2", "citizenship_3")


class PersonForm(BornForm, RowForm):
    """What is known of a person beside names and codes."""

    sex = forms.ChoiceField(
        label=_("Sesso sui documenti"), choices=Sex.choices, required=False, widget=TouchRadio(layout="line")
    )
    birthplace_code = BirthplaceField(
        label=_("Luogo di nascita"), help_text=_("Il comune, oppure il paese: «Pavia», «Marocco».")
    )
    citizenship = forms.ChoiceField(label=_("Cittadinanza"), required=False)
    citizenship_2 = forms.ChoiceField(label=_("Un'altra cittadinanza"), required=False)
    citizenship_3 = forms.ChoiceField(label=_("Una terza cittadinanza"), required=False)
    died_on = forms.DateField(label=_("Morte"), widget=DayInput, required=False)
    field_order = ("sex", "birth_date", "birth_precision", "birthplace_code", *CITIZENSHIPS, "died_on")

    def __init__(self, *args: Any, row: Person, told: dict[str, bool] | None = None, **kwargs: Any) -> None:
        """`told`: how their death was, where one is written (`how_death_was_told`)."""
        super().__init__(*args, row=row, **kwargs)
        if row.died_on is None:  # a death is written where all that follows from it is: `record_death`
            del self.fields["died_on"]
        elif told and (reason := why_not_revive(**told)):
            self.fields["died_on"].required = True
            self.fields["died_on"].error_messages["required"] = str(reason)
        if len(row.citizenships) < 2:  # who has two may have a third
            del self.fields["citizenship_3"]
        countries = dict(citizenships())
        for name, nothing in zip(
            CITIZENSHIPS, (_("non ancora scritta"), _("nessuna"), _("nessuna")), strict=True
        ):
            if name in self.fields:
                written = self.initial[name]
                strange = {written: written} if written and written not in countries else {}
                choices = {"": nothing, **countries, **strange}
                field_of(self, name, forms.ChoiceField).choices = list(choices.items())

    def read(self, row: Any) -> dict[str, Any]:
        """Each citizenship in a field of its own; a country written with three letters is found in the list, which has two."""
        known, held = by_code(), [*row.citizenships, "", "", ""]
        codes = [known[code].iso2 if code in known else code for code in held]
        return {**super().read(row), **dict(zip(CITIZENSHIPS, codes, strict=False))}

    def by_field(self) -> dict[str, Any]:
        """Field by field, to lay beside what somebody else has written."""
        return super().values()

    def values(self) -> dict[str, Any]:
        """The citizenships are one column, each of them once."""
        said = super().values()
        codes = [said.pop(name) for name in CITIZENSHIPS if name in said]
        return {**said, "citizenships": list(dict.fromkeys(code for code in codes if code))}


class NameForm(RowForm):
    """A name of a person."""

    marks = ONE_IS_ENOUGH

    kind = forms.ChoiceField(
        label=_("Che nome è"), choices=NameKind.choices, widget=TouchRadio, initial=NameKind.USED
    )
    given = forms.CharField(label=_("Nome"), max_length=80, required=False)
    family = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    since = forms.DateField(label=_("Da quando"), widget=DayInput, required=False)
    until = forms.DateField(label=_("Fino a quando"), widget=DayInput, required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two at least."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not (cleaned.get("given") or cleaned.get("family")):
            self.add_error("given", _("Manca ancora un nome o un cognome"))
        return cleaned


class IdentifierForm(RowForm):
    """A code of a person: kept as it is written, whatever speaks against it."""

    kind = forms.ChoiceField(
        label=_("Che codice è"),
        choices=IdentifierKind.choices,
        widget=TouchRadio,
        initial=IdentifierKind.CODICE_FISCALE,
    )
    value = forms.CharField(label=_("Codice"), max_length=24)
    since = forms.DateField(label=_("Da quando"), widget=DayInput, required=False)
    until = forms.DateField(label=_("Fino a quando"), widget=DayInput, required=False)

    def clean_value(self) -> str:
        """Without spaces, in capitals."""
        value = compact(self.cleaned_data["value"])
        if len(value) > 20:
            raise forms.ValidationError(_("Al massimo 20 caratteri"))
        return value


class ContactPointForm(RowForm):
    """How somebody is reached."""

    kind = forms.ChoiceField(
        label=_("Come"),
        choices=ContactKind.choices,
        widget=TouchRadio(layout="line"),
        initial=ContactKind.PHONE,
    )
    value = forms.CharField(label=_("Numero o indirizzo"), max_length=120)
    note = forms.CharField(
        label=_("Quando o come"),
        max_length=120,
        required=False,
        help_text=_("Per esempio: «solo messaggi», «dopo le 18»."),
    )


class JoinForm(EditForm):
    """In what sense somebody belongs to a home, and since when."""

    role = forms.ChoiceField(label=_("In casa è"), choices=HomeRole.choices, initial=HomeRole.CHILD)
    kind = forms.ChoiceField(
        label=_("In che senso"),
        choices=LivingKind.choices,
        widget=TouchRadio(layout="pairs"),
        initial=LivingKind.LIVES,
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)

    def values(self) -> dict[str, Any]:
        """What the action wants."""
        return {name: self.cleaned_data[name] for name in ("role", "kind", "since")}


class SenseForm(JoinForm):
    """One more of the three senses, for somebody who is of this home already."""

    kind = forms.ChoiceField(
        label=_("In che senso"),
        choices=[(kind, kind.label) for kind in THREE_SETS],
        widget=TouchRadio(layout="pairs"),
    )


class HomeForm(RowForm):
    """What somebody is in a home and since when, corrected."""

    role = forms.ChoiceField(label=_("In casa è"), choices=HomeRole.choices)
    since = forms.DateField(label=_("Da quando"), widget=DayInput)


class MergeForm(EditForm):
    """Which row is the same person, and how we know."""

    other = forms.ChoiceField(label=_("È la stessa persona di"), widget=TouchRadio)
    reason = forms.CharField(label=_("Come lo sappiamo"), max_length=200)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "other", forms.ChoiceField).choices = choices


class PartForm(EditForm):
    """Why two rows are two persons after all."""

    reason = forms.CharField(label=_("Perché sono due persone"), max_length=200)
