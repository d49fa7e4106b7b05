"""The window that a giving team may keep on a family."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.forms.motives import StepForm
from intreccio.ground.design.forms import DayInput, TouchRadio
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.vocabulary import Level

LONGEST_WINDOW = timedelta(days=365)


class KeepForm(StepForm):
    """The window that a giving team may keep."""

    keep = forms.BooleanField(
        label=_("Teniamo una finestra sulla famiglia, per un tempo"),
        help_text=_("Si può leggere, non scrivere. Senza spunta, da subito non vedremo più niente di lei."),
        required=False,
    )
    keep_level = forms.TypedChoiceField(
        label=_("Che cosa continuiamo a vedere"),
        choices=[
            (Level.CONTACT.value, _("Chi sono e come si trovano")),
            (Level.RECORD.value, _("Anche il percorso, fino a quel giorno")),
        ],
        initial=Level.CONTACT.value,
        coerce=lambda value: Level(int(value)),
        widget=TouchRadio,
        required=False,
    )
    keep_until = forms.DateField(label=_("Fino al giorno"), widget=DayInput, required=False)
    mark_optional = False
    keep_reason = forms.CharField(
        label=_("Perché"), help_text=_("La famiglia ha diritto di saperlo."), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """A window has an end, within a year, and a reason."""
        cleaned = super().clean() or {}
        if self.will_keep(cleaned):
            until: date | None = cleaned.get("keep_until")
            if until is None or not today() < until <= today() + LONGEST_WINDOW:
                self.add_error("keep_until", _("Scegli un giorno da domani a un anno da oggi"))
            if not cleaned.get("keep_reason", "").strip():
                self.add_error("keep_reason", _("Scrivi perché serve ancora vedere la famiglia"))
        return cleaned

    @property
    def window(self) -> tuple[date, str, Level] | None:
        """Until when, why and how much, where a window is kept."""
        said = self.cleaned_data
        return (
            (said["keep_until"], said["keep_reason"], said["keep_level"] or Level.CONTACT)
            if self.will_keep(said)
            else None
        )

    def will_keep(self, cleaned: dict[str, Any]) -> bool:
        """Whether the window is asked for and can be opened at all."""
        return bool(cleaned.get("keep"))
