"""A note of a visit: under a minute on a telephone, the rest folded away."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.vocabulary import FamilyKnows
from intreccio.families.diary.actions.ledger import minutes_of
from intreccio.families.diary.actions.settling import Settled
from intreccio.families.diary.actions.signalling import Worry
from intreccio.families.diary.actions.visit_notes import Noted, Spent
from intreccio.families.diary.actions.visits import Agreed
from intreccio.families.diary.forms import capital
from intreccio.families.diary.forms.meetings import HourInput
from intreccio.families.diary.models import VisitNote
from intreccio.families.diary.queries.noting import Around
from intreccio.families.diary.rules.visits import Minutes
from intreccio.families.diary.vocabulary import Audience, HowItWas, VisitPlace
from intreccio.ground.design.forms import (
    DayInput,
    Explained,
    OnceForm,
    Pictured,
    TouchBoxes,
    TouchRadio,
    field_of,
)
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import Both, RowForm
from intreccio.parties.people.forms.rows import said as spoken

LONGEST = 8000
# What only the team in charge settles.
SETTLING = {"next_on", "next_hour", "deeds", "step"}
# Of a note: what a correction has a field for, what it takes from the first, and what is nobody's words.
ELSEWHERE = frozenset({"text", "direct", "indirect", "line", "audience", "visit", "once", "version"})


class MinutesForm(OnceForm):
    """How long, with them and without, and who pays. How much is too much is agreed, and said by whoever writes it down."""

    direct = forms.IntegerField(label=_("Minuti con loro"), min_value=0, initial=60)
    indirect = forms.IntegerField(
        label=_("Minuti senza di loro"), help_text=_("Viaggio, telefonate, scrittura."), min_value=0, initial=20
    )  # fmt: skip
    line = forms.ChoiceField(label=_("Linea di finanziamento"), required=False)

    def plant_lines(self, lines: list[tuple[str, str]]) -> None:
        """The lines that pay this person; the first one is meant where nobody says otherwise."""
        field = field_of(self, "line", forms.ChoiceField)
        field.choices = [*lines, ("", _("Nessuna"))]
        self.initial.setdefault("line", lines[0][0] if lines else "")

    @property
    def spent(self) -> Spent:
        """As the act takes it."""
        said = self.cleaned_data
        minutes = Minutes(said["direct"] or 0, said["indirect"] or 0)
        return Spent(minutes, UUID(said["line"]) if said["line"] else None)


class VisitNoteForm(MinutesForm, RowForm):
    """Who, how, what, what it touches, what comes next; below: when, where, minutes, who reads, what it settles."""

    helpers = frozenset({"direct", "indirect", "line", "next_on", "next_hour", "deeds", "step", "visit"})
    mark_optional = False
    field_order = (
        "present", "others", "how", "text", "goals", "next_step", "next_on", "next_hour", "day", "hour", "place", "direct", "indirect",
        "line", "audience", "deeds", "step", "visit",
    )  # fmt: skip

    present = forms.MultipleChoiceField(
        label=_("Chi c'era"), widget=TouchBoxes(layout="line"), required=False
    )
    others = forms.CharField(
        label=_("C'era anche"), help_text=_("Una nonna, la maestra, chi traduce."), max_length=200, required=False
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Com'è andata"),
        choices=[(how.value, Pictured(how.label, how.value)) for how in HowItWas],
        widget=TouchRadio(layout="faces"),
        required=False,
    )
    text = forms.CharField(
        label=_("Che cosa è successo"),
        help_text=_("Fatti e parole, come se lo leggesse anche la famiglia: può farlo."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
    )
    goals = forms.MultipleChoiceField(label=_("Quali obiettivi tocca"), widget=TouchBoxes, required=False)
    next_step = forms.CharField(
        label=_("Prossimo passo"),
        help_text=_("Con un giorno diventa una visita: la trovi in Oggi."),
        max_length=300,
        required=False,
    )
    next_on = forms.DateField(label=_("Quando"), widget=DayInput, required=False)
    next_hour = forms.TimeField(label=_("A che ora"), widget=HourInput, required=False)
    day = forms.DateField(label=_("Giorno"), widget=DayInput, initial=today)
    hour = forms.TimeField(label=_("Dalle"), widget=HourInput, required=False)
    place = forms.ChoiceField(
        label=_("Dove"),
        choices=capital(VisitPlace),
        widget=TouchRadio(layout="line"),
        initial=VisitPlace.HOME,
    )
    audience = forms.ChoiceField(
        label=_("Chi la legge"), choices=capital(Audience), widget=TouchRadio, initial=Audience.RECORD
    )
    deeds = forms.MultipleChoiceField(
        label=_("Che cosa è fatto, di ciò che era concordato"), widget=TouchBoxes, required=False
    )
    step = forms.ChoiceField(label=_("È un passo di un percorso?"), required=False)
    visit = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, around: Around, settles: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {"present": around.people, "goals": around.goals, "deeds": around.deeds}
        for name, pairs in choices.items():
            field_of(self, name, forms.MultipleChoiceField).choices = pairs
        field_of(self, "step", forms.ChoiceField).choices = [("", _("No")), *around.steps]
        field_of(self, "audience", forms.ChoiceField).choices = [
            (code, Explained(label, around.readers.get(code, ""))) for code, label in capital(Audience)
        ]
        self.plant_lines(around.lines)
        idle = {name for name in ("goals", "deeds") if not choices[name]} | (
            {"step"} if not around.steps else set()
        )
        self.settles = settles
        for name in idle | (set() if settles else SETTLING):
            if not self._sent(name):
                del self.fields[name]

    def _sent(self, name: str) -> bool:
        """A note may have waited on a device while what it names went by: what was sent is asked about, or told in words."""
        field = self.fields[name]
        return self.is_bound and bool(field.widget.value_from_datadict(self.data, self.files, name))

    def read(self, row: Any) -> dict[str, Any]:
        """Keys as the boxes carry them."""
        said = super().read(row)
        return said | {
            name: [str(one) for one in getattr(row, name)] for name in ("present", "goals") if name in said
        }

    def show_both(self, row: Any) -> list[Both]:
        """Minutes too: they stand in a ledger, and what one telephone wrote of them is not passed over by another."""
        standing, mine = minutes_on(row), self.cleaned_data
        minutes = [
            Both(
                str(self.fields[name].label),
                *(spoken(self.fields[name], of[name]) for of in (standing, mine)),
            )
            for name in standing
            if standing[name] != mine[name]
        ]
        return super().show_both(row) + minutes

    def beside(self, row: VisitNote) -> dict[str, object]:
        """What was sent, for a correction of the row: minutes and words, and in words too what a correction has no field for.

        Under the same key, so that what waits on a device is wiped when it has been written.
        """
        there, mine = self.read(row), self.cleaned_data
        unlike = [name for name in self.fields if mine.get(name) and mine[name] != there.get(name)]
        told = [
            f"{self.fields[name].label}: {spoken(self.fields[name], mine[name])}"
            for name in unlike
            if name not in ELSEWHERE
        ]
        words = [mine["text"], *told] if "text" in unlike or not told else told
        minutes = {name: mine[name] for name in ("direct", "indirect", "line")}
        return {"once": self["once"].value(), "text": "\n".join(words), **minutes}

    def clean(self) -> dict[str, Any]:
        """A day of the next step asks for its words."""
        said = super().clean() or {}
        if said.get("next_on") and not said.get("next_step"):
            self.add_error("next_step", _("Scrivi che cosa si fa quel giorno"))
        if said.get("next_on") and said["next_on"] < today():
            self.add_error("next_on", _("Un passo che viene ha un giorno che deve ancora venire"))
        return said

    @property
    def noted(self) -> Noted:
        """As the act takes it."""
        said = self.cleaned_data
        text = "\n".join([said["text"], *self._left_in_words()])
        return Noted(
            said["day"], text, said["place"], said["hour"], _keys(said, "present"), said["others"], said["how"],
            said["next_step"], _keys(said, "goals"), said["audience"],
        )  # fmt: skip

    def _left_in_words(self) -> list[str]:
        """What was to be settled while the family was of this team, for who settles nothing of it any more."""
        names = [] if self.settles else [name for name in self.fields if name in SETTLING]
        return [
            f"{self.fields[name].label}: {spoken(self.fields[name], self.cleaned_data[name])}"
            for name in names
        ]

    def settled(self, by: UUID) -> Settled:
        """What the note settles: a next step that has a day becomes a visit of whoever writes."""
        said = self.cleaned_data
        if not self.settles:
            return Settled()
        coming = None
        if said.get("next_on"):
            # Work at the desk is no visit.
            place = VisitPlace.HOME if said["place"] == VisitPlace.DESK else said["place"]
            persons = _keys(said, "present")
            coming = Agreed(
                said["next_on"], said["next_step"], place, [by], said["next_hour"], persons=persons
            )
        return Settled(_keys(said, "deeds"), said.get("step", ""), coming)


class CorrectVisitNoteForm(MinutesForm):
    """What stands beside the first note, and the minutes as they are right."""

    text = forms.CharField(
        label=_("La rettifica"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST
    )
    field_order = ("text", "direct", "indirect", "line")

    def __init__(self, *args: Any, lines: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plant_lines(lines)


class VoidVisitNoteForm(OnceForm):
    """Why it was a mistake."""

    reason = forms.CharField(
        label=_("Perché era sbagliata"),
        help_text=_("Resta leggibile, con il motivo, a chi poteva già leggerla."),
        max_length=200,
    )


def minutes_on(note: VisitNote) -> dict[str, object]:
    """The minutes that stand, by field; of several lines, all of them on the first."""
    standing = {line: minutes for line, minutes in minutes_of(note).items() if minutes.all}
    direct, indirect = (
        sum(getattr(each, name) for each in standing.values()) for name in ("direct", "indirect")
    )
    return {"direct": direct, "indirect": indirect, "line": str(next(iter(standing), None) or "")}


def _keys(said: Mapping[str, Any], name: str) -> list[UUID]:
    return [UUID(one) for one in said.get(name) or []]


class SignalFromNoteForm(OnceForm):
    """The words of the note, to be shortened, and what the desk asks of everybody."""

    facts = forms.CharField(
        label=_("Che cosa hai visto o sentito"),
        help_text=_("Viene dalla nota: togli ciò che allo sportello non serve."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )
    worry = forms.CharField(
        label=_("Che cosa ti preoccupa"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=3000,
        required=False,
    )
    good = forms.CharField(
        label=_("Che cosa va bene"), widget=forms.Textarea(attrs={"rows": 2}), max_length=3000, required=False
    )
    knows = forms.ChoiceField(
        label=_("La famiglia sa che lo segnali?"),
        choices=FamilyKnows.choices,
        widget=TouchRadio(layout="pairs"),
    )
    danger_now = forms.BooleanField(
        label=_("Qualcuno è in pericolo adesso"),
        help_text=_("Prima di scrivere chiama il 112. Qui si legge in orario d'ufficio."),
        required=False,
    )

    @property
    def worried(self) -> Worry:
        """As the act takes it."""
        return Worry(
            **{name: self.cleaned_data[name] for name in ("facts", "knows", "worry", "good", "danger_now")}
        )
