"""The paper of an ISEE, field by field."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EuroField, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.rules.isee import (
    last_day,
    tidy_number,
    why_not_child,
    why_not_number,
    why_not_write_isee,
)
from intreccio.parties.people.vocabulary import IseeKind


class IseeForm(RowForm):
    """What the attestation says. Its last day is proposed by the law and can be corrected."""

    kind = forms.ChoiceField(
        label=_("Quale ISEE"),
        choices=IseeKind.choices,
        initial=IseeKind.ORDINARY,
        widget=TouchRadio(layout="pairs"),
    )
    person_id = forms.ChoiceField(label=_("Se è per chi è minorenne, di chi"), required=False)
    value = EuroField(label=_("Valore in euro"))
    issued_on = forms.DateField(label=_("Rilasciato il"), widget=DayInput, initial=today)
    valid_until = forms.DateField(
        label=_("Vale fino al"),
        help_text=_("Se lasci vuoto: 31 dicembre, oppure sei mesi se è corrente."),
        widget=DayInput,
        required=False,
    )
    number = forms.CharField(
        label=_("Protocollo"),
        help_text=_("Per esempio INPS-ISEE-2026-01234567X-00."),
        max_length=40,
        required=False,
    )
    has_omissions = forms.BooleanField(
        label=_("L'attestazione segnala omissioni o differenze"), required=False
    )

    def __init__(self, *args: Any, children: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Di tutto il nucleo")), *((str(key), name) for key, name in children)]
        field_of(self, "person_id", forms.ChoiceField).choices = choices

    def clean_person_id(self) -> UUID | None:
        """As its row has it."""
        return UUID(self.cleaned_data["person_id"]) if self.cleaned_data["person_id"] else None

    def clean_number(self) -> str:
        """As INPS writes it."""
        number = tidy_number(self.cleaned_data["number"])
        if reason := why_not_number(number):
            raise forms.ValidationError(str(reason))
        return number

    def clean(self) -> dict[str, Any]:
        """First and last day go together, and the one for minors is of somebody."""
        said = super().clean() or {}
        if "person_id" in said and (reason := why_not_child(said.get("kind", ""), said["person_id"])):
            self.add_error("person_id", str(reason))
        issued = said.get("issued_on")
        if issued is not None:
            until = said.get("valid_until") or last_day(said.get("kind", ""), issued)
            if reason := why_not_write_isee(issued_on=issued, valid_until=until, today=today()):
                self.add_error("issued_on" if issued > today() else "valid_until", str(reason))
        return said
