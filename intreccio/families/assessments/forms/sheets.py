"""A sheet of the library, and what protects or weighs."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.actions import Chosen, Noted
from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.queries.factors import kinds_of
from intreccio.families.assessments.queries.look import Look
from intreccio.families.assessments.queries.sheets import about_whom
from intreccio.families.assessments.rules.factors import why_not_dates
from intreccio.families.assessments.rules.hearing import why_not_hear
from intreccio.families.assessments.vocabulary import FactorSide, Voice
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.queries.members import Member


class SheetForm(OnceForm):
    """About whom an instrument is filled in, who answers, and when."""

    about = forms.ChoiceField(label=_("Di chi si parla"), widget=TouchRadio(layout="pairs"), required=False)
    voice = forms.ChoiceField(label=_("Chi risponde"), widget=TouchRadio(layout="pairs"))
    heard_on = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(
        self, *args: Any, look: Look, definition: Mapping[str, Any], code: str, **kwargs: Any
    ) -> None:
        about = about_whom(look, definition)
        voices = definition["answered_by"]
        first = {
            "about": about[0][0] if len(about) == 1 else None,
            "voice": voices[0] if len(voices) == 1 else None,
        }
        super().__init__(*args, initial=first, **kwargs)
        self.mark_optional, self.code, self.begun_on = False, code, look.assessment.begun_on
        field_of(self, "about", forms.ChoiceField).choices = about
        self.fields["about"].required = all(key for key, _name in about)
        field_of(self, "voice", forms.ChoiceField).choices = [
            (voice, capfirst(Voice(voice).label)) for voice in voices
        ]

    def clean_heard_on(self) -> date:
        """As for a point of view."""
        day: date = self.cleaned_data["heard_on"]
        if reason := why_not_hear(heard_on=day, begun_on=self.begun_on, today=today()):
            raise forms.ValidationError(str(reason))
        return day

    @property
    def chosen(self) -> Chosen:
        """As it was told."""
        values = self.cleaned_data
        about = UUID(values["about"]) if values["about"] else None
        return Chosen(self.code, about, values["voice"], values["heard_on"])


class FactorForm(RowForm):
    """What protects or weighs, of whom, since when and until when."""

    code = forms.ChoiceField(label=_("Che cosa"), widget=TouchRadio(layout="needs"))
    about = forms.ChoiceField(label=_("Di chi"), widget=TouchRadio(layout="pairs"), required=False)
    words = forms.CharField(
        label=_("Il fatto, in una riga"),
        help_text=_("Che cosa si è visto o sentito raccontare."),
        max_length=300,
        required=False,
    )
    since = forms.DateField(
        label=_("Da quando"), widget=DayInput, help_text=_("Anche circa: il primo del mese.")
    )
    until = forms.DateField(
        label=_("Fino a quando"), widget=DayInput, required=False, help_text=_("Vuoto, se c'è ancora.")
    )

    def __init__(self, *args: Any, members: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = {side.value: capfirst(side.label) for side in FactorSide}
        kinds = kinds_of(today())
        field_of(self, "code", forms.ChoiceField).choices = [
            (label, [(kind.code, kind.text) for kind in kinds if kind.side == side])
            for side, label in sides.items()
        ]
        field_of(self, "about", forms.ChoiceField).choices = [
            ("", _("La famiglia")),
            *((str(each.person.pk), each.short) for each in members),
        ]

    def read(self, row: Factor) -> dict[str, Any]:
        """The person by id."""
        return {**super().read(row), "about": str(row.about_id or "")}

    def clean(self) -> dict[str, Any]:
        """Days in order, and none to come."""
        cleaned = super().clean() or {}
        if (since := cleaned.get("since")) and "until" in cleaned:
            reason = why_not_dates(since=since, until=cleaned["until"], today=today())
            if reason:
                self.add_error("since" if since > today() else "until", str(reason))
        return cleaned

    @property
    def noted(self) -> Noted:
        """As it was told."""
        values = self.cleaned_data
        about = UUID(values["about"]) if values["about"] else None
        return Noted(values["code"], about, values["words"], values["since"], values["until"])
