"""A meeting about a family: prepared, written, decided."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.conferences import Doer, Prepared, Told
from intreccio.families.cases.models import Conference
from intreccio.families.cases.queries.conferences import Group, Seat
from intreccio.families.cases.vocabulary import CONTACTS, ConferenceKind
from intreccio.ground.design.forms import DayInput, EditForm, OnceForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.workshop.calendar.forms import HourForm

ONE_A_LINE = _("Uno per riga.")


def lines_of(text: str) -> tuple[str, ...]:
    """What was written, line by line, without what is empty or twice."""
    return tuple(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


class LinesField(forms.CharField):
    """Short things, one a line."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), max_length=4000, **kwargs)
        self.longest = longest

    def clean(self, value: Any) -> Any:
        """The lines, none too long to be kept."""
        lines = lines_of(super().clean(value))
        if any(len(line) > self.longest for line in lines):
            raise forms.ValidationError(
                _("Una riga ha più di %(most)d caratteri: scrivila più breve") % {"most": self.longest}
            )
        return lines


class ConferenceForm(HourForm, EditForm):
    """When and where, what is to be looked at, who is asked to come."""

    kind = forms.ChoiceField(
        label=_("Che riunione è"),
        choices=[(code, capfirst(label)) for code, label in ConferenceKind.choices if code not in CONTACTS],
        initial=ConferenceKind.TEAM,
        widget=TouchRadio,
    )
    day = forms.DateField(label=_("Giorno"), widget=DayInput)
    at = forms.TimeField(
        label=_("Ora"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), required=False
    )
    place = forms.CharField(
        label=_("Dove"),
        help_text=_("Un luogo, o il collegamento per vedersi a distanza."),
        max_length=200,
        required=False,
    )
    agenda = LinesField(label=_("Di che cosa si parla"), help_text=ONE_A_LINE, longest=200)
    seats = forms.MultipleChoiceField(
        label=_("Chi è invitato"), widget=TouchBoxes(layout="pairs"), required=False
    )
    others = LinesField(
        label=_("Altre persone invitate"),
        help_text=_("Uno per riga: «Prof. Neri, scuola», «la pediatra»."),
        longest=120,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        groups: list[Group],
        conference: Conference | None = None,
        seats: Iterable[Seat] = (),
        **kwargs: Any,
    ) -> None:
        asked = [seat for seat in seats if seat.is_asked]
        if conference is not None:
            kwargs["initial"] = _as_prepared(conference, asked)
        super().__init__(*args, **kwargs)
        field_of(self, "seats", forms.MultipleChoiceField).choices = groups

    def clean_day(self) -> date:
        """A meeting that is prepared is to come."""
        day: date = self.cleaned_data["day"]
        if day < today():
            raise forms.ValidationError(_("Una riunione si prepara per oggi o per un giorno che viene"))
        return day

    def clean(self) -> dict[str, Any]:
        """Nobody meets alone."""
        said = super().clean() or self.cleaned_data
        if not self.errors and not said.get("seats") and not said.get("others"):
            self.add_error("seats", _("Scegli almeno una persona, o scrivila qui sotto"))
        return said

    def over(self, now: Conference, groups: list[Group]) -> Self:
        """The same answers, read over the meeting as it stands now."""
        return type(self)(self.sent_over(now.version), groups=groups, conference=now)

    @property
    def prepared(self) -> Prepared:
        """As the action takes it."""
        said = self.cleaned_data
        doers = (*map(doer_of, said["seats"]), *(Doer(somebody=name) for name in said["others"]))
        return Prepared(said["kind"], said["day"], said["at"], said["place"].strip(), said["agenda"], doers)


def _as_prepared(conference: Conference, asked: list[Seat]) -> dict[str, Any]:
    return {
        "version": conference.version,
        **{name: getattr(conference, name) for name in ("kind", "day", "at", "place")},
        "agenda": "\n".join(conference.agenda),
        "seats": [seat.key for seat in asked if seat.key],
        "others": "\n".join(seat.name for seat in asked if not seat.key),
    }


def doer_of(key: str) -> Doer:
    """«membership:…» or «person:…»."""
    kind, _separator, number = key.partition(":")
    found = UUID(number) if number else None
    return Doer(person_id=found) if kind == "person" else Doer(membership_id=found)


class MinutesForm(EditForm):
    """When it was held, who came, what was said."""

    held_on = forms.DateField(label=_("Si è tenuta il"), widget=DayInput)
    came = forms.MultipleChoiceField(label=_("Chi c'era"), widget=TouchBoxes(layout="pairs"), required=False)
    others = LinesField(
        label=_("Chi c'era senza essere stato invitato"), help_text=ONE_A_LINE, longest=120, required=False
    )
    minutes = forms.CharField(
        label=_("Che cosa ci siamo detti"),
        help_text=_("Anche ciò su cui non eravamo d'accordo, e le parole della famiglia se c'era."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=10000,
    )

    def __init__(self, *args: Any, conference: Conference, seats: list[Seat], **kwargs: Any) -> None:
        # Of a meeting that is to be written, who had said so is there until somebody says otherwise.
        held = conference.held_on is not None
        came = [str(seat.id) for seat in seats if (seat.came if held else seat.comes)]
        said = {"held_on": conference.held_on or min(conference.day, today()), "minutes": conference.minutes}
        super().__init__(*args, initial={"version": conference.version, "came": came, **said}, **kwargs)
        field_of(self, "came", forms.MultipleChoiceField).choices = [
            (str(seat.id), seat.name) for seat in seats
        ]

    def clean(self) -> dict[str, Any]:
        """Somebody was there."""
        said = super().clean() or self.cleaned_data
        if not self.errors and not said.get("came") and not said.get("others"):
            self.add_error("came", _("Scegli chi c'era, o scrivilo qui sotto"))
        return said

    @property
    def told(self) -> Told:
        """As the action takes it."""
        said = self.cleaned_data
        return Told(
            said["held_on"], said["minutes"].strip(), frozenset(map(UUID, said["came"])), said["others"]
        )

    def over(self, now: Conference, seats: list[Seat]) -> Self:
        """The same answers, read over the meeting as it stands now."""
        return type(self)(self.sent_over(now.version), conference=now, seats=seats)


class DecisionForm(OnceForm):
    """What, for which need, who does it, by when."""

    what = forms.CharField(label=_("Che cosa si è deciso"), max_length=200)
    doer = forms.ChoiceField(label=_("Chi lo fa"), required=False)
    somebody = forms.CharField(
        label=_("Oppure qualcun altro"),
        help_text=_("«La nonna», «la pediatra»."),
        max_length=120,
        required=False,
    )
    by_when = forms.DateField(label=_("Entro quando"), widget=DayInput, required=False)
    need = forms.ChoiceField(label=_("Per quale bisogno"), required=False)
    marks = {"doer": ""}

    def __init__(self, *args: Any, groups: list[Group], needs: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "doer", forms.ChoiceField).choices = [("", _("scegli")), *groups]
        field_of(self, "need", forms.ChoiceField).choices = [("", _("nessuno in particolare")), *needs]

    def clean(self) -> dict[str, Any]:
        """One who does it, and not two."""
        said = super().clean() or self.cleaned_data
        if not self.errors.get("doer") and bool(said.get("doer")) == bool(said.get("somebody", "").strip()):
            self.add_error("doer", _("Scegli chi lo fa, oppure scrivi chi è qui sotto: una delle due"))
        return said

    @property
    def who(self) -> Doer:
        """Who does it."""
        said = self.cleaned_data
        return doer_of(said["doer"]) if said["doer"] else Doer(somebody=said["somebody"].strip())
