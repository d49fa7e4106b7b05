"""What happens to a family, as somebody writes it down."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, Form, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.actions.life.fostering import Carer
from intreccio.parties.people.actions.life.parting import Parting
from intreccio.parties.people.forms.places import PlaceForm
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.models import Household
from intreccio.parties.people.queries.life import household_coded
from intreccio.parties.people.vocabulary import Sex

Named = Mapping[str, str]  # key of a person as text → how they are called


class HappenedForm(RowForm):
    """When, and a line to remember."""

    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    note = forms.CharField(label=_("Una riga per ricordare"), max_length=200, required=False)
    field_order: tuple[str, ...] = ("day", "note")


class ExpectChildForm(EditForm):
    """A birth is awaited."""

    due_on = forms.DateField(label=_("Quando è attesa"), widget=DayInput)
    parents = forms.MultipleChoiceField(
        label=_("Chi sono i genitori"), required=False, widget=TouchBoxes(layout="pairs")
    )
    note = forms.CharField(label=_("Una riga per ricordare"), max_length=200, required=False)

    def __init__(self, *args: Any, persons: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "parents", forms.MultipleChoiceField).choices = list(persons.items())

    def clean_parents(self) -> list[str]:
        """Two at most."""
        chosen: list[str] = self.cleaned_data["parents"]
        if len(chosen) > 2:
            raise forms.ValidationError(_("Al massimo due"))
        return chosen


class BirthForm(HappenedForm):
    """Who was awaited is born."""

    day = forms.DateField(label=_("Giorno della nascita"), widget=DayInput, initial=today)
    given = forms.CharField(label=_("Nome"), max_length=80, required=False)
    family = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    sex = forms.ChoiceField(
        label=_("Sesso sui documenti"), choices=Sex.choices, required=False, widget=TouchRadio(layout="line")
    )
    field_order = ("day", "given", "family", "sex", "note")


class LeaveForm(RowForm):
    """Since when somebody is no longer in a home."""

    helpers = frozenset({"still_kin"})

    until = forms.DateField(label=_("Non è più in questa casa da"), widget=DayInput, initial=today)
    still_kin = forms.BooleanField(
        label=_("Resta della famiglia, e vive altrove"),
        required=False,
        help_text=_("Si legge ancora fra i parenti e nel genogramma."),
    )
    note = forms.CharField(label=_("Una riga per ricordare"), max_length=200, required=False)

    def read(self, row: Any) -> dict[str, Any]:
        """The date is proposed, the note kept."""
        return {"until": row.until or today(), "note": row.note}


class PartHomeForm(PlaceForm):
    """Who goes to live elsewhere, and who lives in both homes."""

    helpers = PlaceForm.helpers | {"couple"}

    day = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    going = forms.MultipleChoiceField(label=_("Chi va a vivere altrove"), widget=TouchBoxes(layout="pairs"))
    both = forms.MultipleChoiceField(
        label=_("Chi vive in tutte e due le case"),
        required=False,
        widget=TouchBoxes(layout="pairs"),
        help_text=_("Per esempio i figli che stanno un po' di qua e un po' di là."),
    )
    couple = forms.MultipleChoiceField(
        label=_("Se è una coppia che si separa, chi"), required=False, widget=TouchBoxes(layout="pairs")
    )
    name = forms.CharField(
        label=_("Come chiamiamo la seconda casa"),
        max_length=160,
        required=False,
        help_text=_("Se resta vuoto: il nome di questa famiglia, e «seconda casa»."),
    )
    note = forms.CharField(label=_("Una riga per ricordare"), max_length=200, required=False)
    field_order = ("day", "going", "both", "couple", "name", "municipality_code", "elsewhere", "note")

    def __init__(self, *args: Any, persons: Named, adults: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, called in (("going", persons), ("both", persons), ("couple", adults)):
            field_of(self, name, forms.MultipleChoiceField).choices = list(called.items())

    def clean_couple(self) -> list[str]:
        """Two, or nobody."""
        chosen: list[str] = self.cleaned_data["couple"]
        if len(chosen) not in {0, 2}:
            raise forms.ValidationError(_("Scegliete le due persone che si separano, oppure nessuna"))
        return chosen

    def parting(self) -> Parting:
        """What the action wants."""
        said = self.cleaned_data
        return Parting(
            going=frozenset(said["going"]),
            both=frozenset(said["both"]),
            couple=frozenset(said["couple"]),
            name=said["name"].strip(),
            municipality_code=said["municipality_code"],
        )


class JoinHomesForm(HappenedForm):
    """Which home becomes one with this: by its code, which tells no name."""

    code = forms.CharField(
        label=_("Codice dell'altra famiglia"),
        max_length=20,
        help_text=_("Si legge in alto nella sua pagina: per esempio VSM-2026-0142."),
    )
    day = forms.DateField(label=_("Da quando vivono insieme"), widget=DayInput, initial=today)
    field_order = ("code", "day", "note")

    def clean_code(self) -> Household:
        """The home that has it, where it is in sight."""
        found = household_coded(self.cleaned_data["code"])
        if found is None:
            raise forms.ValidationError(_("Fra le famiglie che vedete nessuna ha questo codice"))
        return found


class FosterForm(HappenedForm):
    """Who looks after a child, and since when."""

    carer = forms.ChoiceField(label=_("Chi se ne prende cura"), required=False)
    given = forms.CharField(label=_("Nome di chi non è nell'elenco"), max_length=80, required=False)
    family = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    is_kin = forms.BooleanField(label=_("È un parente"), required=False)
    field_order = ("day", "carer", "given", "family", "is_kin", "note")

    def __init__(self, *args: Any, persons: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", _("Qualcuno che non è nell'elenco"))
        field_of(self, "carer", forms.ChoiceField).choices = [nobody, *persons.items()]

    def clean(self) -> dict[str, Any]:
        """Somebody of the family, or a name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in ("carer", "given", "family")):
            self.add_error("given", _("Manca ancora chi se ne prende cura"))
        return cleaned

    def who(self, person: Any) -> Carer:
        """What the action wants; `person`: whoever was chosen from the list."""
        said = self.cleaned_data
        return Carer(person=person, given=said["given"], family=said["family"], is_kin=said["is_kin"])


class UndoForm(EditForm):
    """Why it was a mistake."""

    reason = forms.CharField(
        label=_("Perché era sbagliato"),
        max_length=200,
        help_text=_("Ciò che aveva scritto torna com'era. Resta leggibile, con il motivo."),
    )


class OnDayForm(Form):
    """Which day is looked at: of one that is to come nothing is written."""

    day = forms.DateField(
        label=_("In che giorno"),
        widget=DayInput,
        initial=today,
        validators=[
            MaxValueValidator(today, _("Quel giorno deve ancora venire: scegli oggi o un giorno prima."))
        ],
    )
