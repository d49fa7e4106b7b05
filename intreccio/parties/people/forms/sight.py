"""Opening a household to somebody else, and closing it again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Explained, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.vocabulary import GrantPurpose, Level

USUAL = timedelta(days=180)
OPENS = {
    Level.KNOWN: _("Il nome della famiglia, il comune, chi ne risponde."),
    Level.CONTACT: _("Anche le persone, i telefoni, l'indirizzo se non è protetto."),
    Level.RECORD: _("Anche che cosa serve, la storia, la presa in carico."),
}
Choices = list[tuple[UUID, str]]


class GrantForm(OnceForm):
    """To whom, how much, why, and until when."""

    to = forms.ChoiceField(label=_("A chi"))
    level = forms.TypedChoiceField(
        label=_("Che cosa vede"),
        choices=[(level.value, Explained(level.label, OPENS[level])) for level in Level],
        coerce=lambda value: Level(int(value)),
        widget=TouchRadio,
    )
    purpose = forms.ChoiceField(label=_("A che titolo"), choices=GrantPurpose.choices, widget=TouchRadio)
    reason = forms.CharField(
        label=_("Perché"),
        max_length=200,
        help_text=_("La famiglia ha diritto di saperlo: scrivilo come lo diresti a lei."),
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    until = forms.DateField(
        label=_("Fino a quando"),
        widget=DayInput,
        required=False,
        initial=lambda: today() + USUAL,
        help_text=_("È il primo giorno in cui non vede più. Vuoto: finché non la ritirate."),
    )

    def __init__(self, *args: Any, teams: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "to", forms.ChoiceField).choices = [
            ("", _("Scegli dall'elenco")),
            (_("Équipe e sportelli"), [(f"team:{pk}", name) for pk, name in teams]),
            (_("Enti"), [(f"organisation:{pk}", name) for pk, name in bodies]),
        ]

    def values(self) -> dict[str, Any]:
        """What the action wants; the grantee as `to_team_id` or `to_organisation_id`."""
        names = ("level", "purpose", "reason", "since", "until")
        kind, _colon, key = str(self.cleaned_data["to"]).partition(":")
        return {f"to_{kind}_id": UUID(key), **{name: self.cleaned_data[name] for name in names}}


class WithdrawForm(OnceForm):
    """Why a household is closed again."""

    reason = forms.CharField(label=_("Perché la ritirate"), max_length=200)
