"""A visit: agreed, moved, missed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.diary.actions.visits import Agreed
from intreccio.families.diary.forms import capital
from intreccio.families.diary.forms.meetings import HourInput
from intreccio.families.diary.vocabulary import MissedWhy, VisitPlace
from intreccio.ground.design.forms import DayInput, TouchBoxes, TouchRadio, field_of
from intreccio.parties.people.forms.rows import RowForm
from intreccio.workshop.calendar.forms import HourForm

Choice = tuple[str, str]
# Work at the desk is no visit.
WHERE = [place for place in VisitPlace if place != VisitPlace.DESK]


class VisitForm(HourForm):
    """When, where, what for, who goes, whom one meets."""

    what = forms.CharField(label=_("Per che cosa"), max_length=300)
    day = forms.DateField(label=_("Giorno"), widget=DayInput)
    hour = forms.TimeField(label=_("A che ora"), widget=HourInput, required=False)
    minutes = forms.IntegerField(label=_("Quanto dura, in minuti"), min_value=5, max_value=720, initial=60)
    place = forms.ChoiceField(
        label=_("Dove"),
        choices=capital(WHERE),
        widget=TouchRadio(layout="line"),
        initial=VisitPlace.HOME,
    )
    workers = forms.MultipleChoiceField(label=_("Chi va"), widget=TouchBoxes(layout="pairs"))
    persons = forms.MultipleChoiceField(
        label=_("Chi si incontra"), widget=TouchBoxes(layout="line"), required=False
    )

    def __init__(
        self, *args: Any, workers: Sequence[Choice], people: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "workers", forms.MultipleChoiceField).choices = list(workers)
        field_of(self, "persons", forms.MultipleChoiceField).choices = list(people)

    @property
    def agreed(self) -> Agreed:
        """As the act takes it."""
        said = self.cleaned_data
        return Agreed(
            said["day"], said["what"], said["place"], [UUID(one) for one in said["workers"]], said["hour"], said["minutes"],
            [UUID(one) for one in said["persons"]],
        )  # fmt: skip


class MoveVisitForm(HourForm, RowForm):
    """To which time."""

    day = forms.DateField(label=_("Il nuovo giorno"), widget=DayInput)
    hour = forms.TimeField(label=_("A che ora"), widget=HourInput, required=False)


class CallOffForm(RowForm):
    """Nothing but the yes."""


class MissForm(RowForm):
    """Why one did not meet."""

    missed_why = forms.ChoiceField(
        label=_("Perché"), choices=capital(MissedWhy), widget=TouchRadio(layout="pairs")
    )
