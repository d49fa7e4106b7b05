"""Going together, in forms: who, when, with what; how it went; why not."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.around.actions.outings import Agreed, Went
from intreccio.families.around.rules.outings import why_not_day, why_not_record
from intreccio.families.around.vocabulary import DropReason, OutingState, StoppedBy
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.forms.rows import RowForm, still_of
from intreccio.workshop.calendar.forms import HourForm

Choice = tuple[str, str]


class HourInput(forms.TimeInput):
    """An hour, with the browser's clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class AgreeForm(HourForm, RowForm):
    """Who goes, for whom, which day, where one meets, what one brings."""

    keyed: ClassVar = frozenset({"person", "goes"})
    helpers: ClassVar = frozenset({"need", "seen"})
    folded = ("also", "meet_at")

    need = forms.ChoiceField(label=_("Per che cosa"))
    goes = forms.ChoiceField(label=_("Chi ci va con loro"))
    person = forms.ChoiceField(label=_("Per chi"), required=False)
    day = forms.DateField(label=_("Quando"), widget=DayInput)
    at = forms.TimeField(label=_("A che ora"), widget=HourInput, required=False)
    bring = forms.CharField(
        label=_("Che cosa portare"),
        help_text=_("Una cosa per riga."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )
    also = forms.CharField(
        label=_("Chi altro viene"), max_length=120, required=False, help_text=_("Per esempio: la nonna, una mediatrice.")
    )  # fmt: skip
    meet_at = forms.CharField(label=_("Dove ci troviamo"), max_length=120, required=False)

    def __init__(
        self, *args: Any, colleagues: Sequence[Choice], persons: Sequence[tuple[UUID, str]], needs: Sequence[Choice] = (), **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        row = kwargs.get("row")
        field_of(self, "goes", forms.ChoiceField).choices = _still(row, colleagues)
        named = still_of(row, ((str(key), name) for key, name in persons))
        field_of(self, "person", forms.ChoiceField).choices = [("", _("Tutta la casa")), *named]
        if len(needs) > 1:
            field_of(self, "need", forms.ChoiceField).choices = list(needs)
        else:
            del self.fields["need"]
        self.first_day = row.day if row is not None else None

    def clean_day(self) -> date:
        """A day to come; the one agreed may stay."""
        day: date = self.cleaned_data["day"]
        if day != self.first_day and (reason := why_not_day(day=day, today=today())):
            raise forms.ValidationError(str(reason))
        return day

    @property
    def agreed(self) -> Agreed:
        """As it was filled in."""
        said = self.values()
        person, goes = said.pop("person"), said.pop("goes")
        return Agreed(goes_id=UUID(goes), person_id=UUID(person) if person else None, **said)


def _still(row: Any, colleagues: Sequence[Choice]) -> list[Choice]:
    """Whoever was to go stays among the choices, also where they have left."""
    goes = str(row.goes_id or "") if row is not None else ""
    gone = [(goes, str(_("chi doveva andarci")))] if goes and goes not in dict(colleagues) else []
    return [*colleagues, *gone]


class WentForm(EditForm):
    """In, or what stopped."""

    marks: ClassVar[Mapping[str, Words]] = {"stopped": _("se non siete entrati")}

    outcome = forms.ChoiceField(
        label=_("Com'è andata"),
        choices=[(each.value, capfirst(each.label)) for each in (OutingState.GOT_IN, OutingState.NOT_IN)],
        widget=TouchRadio(layout="pairs"),
    )
    done_on = forms.DateField(label=_("In quale giorno"), widget=DayInput)
    stopped = forms.ChoiceField(
        label=_("Che cosa ha fermato"),
        choices=[(each.value, capfirst(each.label)) for each in StoppedBy],
        widget=TouchRadio(layout="pairs"),
        required=False,
    )
    words = forms.CharField(
        label=_("In poche parole"),
        help_text=_("Che cosa serve sapere la prossima volta. Le può leggere la famiglia."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A no says what stopped."""
        said = super().clean() or self.cleaned_data
        if said.get("outcome") and said.get("done_on"):
            how = {name: said.get(name) or "" for name in ("outcome", "stopped")}
            if reason := why_not_record(**how, done_on=said["done_on"], today=today()):
                self.add_error("done_on" if said["done_on"] > today() else "stopped", str(reason))
        return said

    @property
    def went(self) -> Went:
        """As it was filled in."""
        said = self.cleaned_data
        return Went(said["outcome"], said["done_on"], said["stopped"], said["words"])


class DropForm(EditForm):
    """Why one does not go any more."""

    reason = forms.ChoiceField(
        label=_("Perché non ci andate più insieme"),
        choices=[(each.value, capfirst(each.label)) for each in DropReason],
        widget=TouchRadio,
    )
    words = forms.CharField(label=_("In poche parole"), max_length=300, required=False)
