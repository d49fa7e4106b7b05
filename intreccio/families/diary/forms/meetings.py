"""The dates of a cycle, and how a meeting went."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.diary.actions.meetings import How, Plan
from intreccio.families.diary.forms import capital
from intreccio.families.diary.models import SupportLine
from intreccio.families.diary.queries.family import Family, labelled
from intreccio.families.diary.rules.dates import why_not_move, why_not_plan
from intreccio.families.diary.vocabulary import MeetingState, MissedWhy, Rhythm
from intreccio.ground.design.forms import DayInput, OnceForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm


class HourInput(forms.TimeInput):
    """An hour, with the browser's clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class PlanForm(OnceForm):
    """How many, how often, from when."""

    meetings = forms.IntegerField(label=gettext_lazy("Quanti incontri"), min_value=1, initial=6)
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Ogni quanto"), choices=capital(Rhythm), widget=TouchRadio(layout="pairs")
    )
    start = forms.DateField(label=gettext_lazy("Il primo incontro"), widget=DayInput)
    hour = forms.TimeField(label=gettext_lazy("A che ora"), widget=HourInput, required=False)

    def __init__(self, *args: Any, line: SupportLine, most: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"rhythm": line.rhythm}, **kwargs)
        self.most = most

    def clean(self) -> dict[str, Any]:
        """As the act asks it."""
        said = super().clean() or {}
        for name, meetings, start in (
            ("meetings", said.get("meetings"), today()),
            ("start", 1, said.get("start")),
        ):
            if meetings and start:
                reason = why_not_plan(
                    has_cycle=False, meetings=meetings, most=self.most, start=start, today=today()
                )
                if reason:
                    self.add_error(name, str(reason))
        return said

    @property
    def plan(self) -> Plan:
        """As it was filled in."""
        said = self.cleaned_data
        return Plan(said["meetings"], said["rhythm"], said["start"], said["hour"])


class RecordForm(RowForm):
    """Held, with who was there; or missed, and why."""

    mark_optional = False
    state = forms.ChoiceField(
        label=gettext_lazy("L'incontro"),
        choices=capital((MeetingState.HELD, MeetingState.MISSED)),
        widget=TouchRadio(layout="pairs"),
    )
    present = forms.MultipleChoiceField(
        label=gettext_lazy("Chi c'era"), widget=TouchBoxes(layout="pairs"), required=False
    )
    missed_why = forms.ChoiceField(
        label=gettext_lazy("Se non ci siamo visti, perché"),
        choices=capital(MissedWhy),
        widget=TouchRadio(layout="pairs"),
        required=False,
    )

    def __init__(self, *args: Any, family: Family, whom: Sequence[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        could = {member.person.pk: member for member in family.here}
        extra = [member for member in family.members if member.person.pk in whom]
        could |= {member.person.pk: member for member in extra}
        field_of(self, "present", forms.MultipleChoiceField).choices = labelled(could.values())
        if not self.initial.get("present"):
            self.initial["present"] = [str(one) for one in whom]

    def read(self, row: Any) -> dict[str, Any]:
        """A meeting that is still planned has no answer yet."""
        said = super().read(row)
        said["present"] = [str(one) for one in row.present]
        return said if row.state != MeetingState.PLANNED else {**said, "state": ""}

    def clean(self) -> dict[str, Any]:
        """Somebody where one met, a reason where one did not."""
        said = super().clean() or {}
        if said.get("state") == MeetingState.HELD and not said.get("present"):
            self.add_error("present", _("Scegli chi c'era"))
        if said.get("state") == MeetingState.MISSED and not said.get("missed_why"):
            self.add_error("missed_why", _("Scegli perché, anche «non lo sappiamo ancora»"))
        return said

    @property
    def how(self) -> How:
        """As it was filled in."""
        said = self.cleaned_data
        return How(said["state"], [UUID(one) for one in said["present"]], said["missed_why"])


class MoveForm(RowForm):
    """To which day."""

    day = forms.DateField(label=gettext_lazy("Il nuovo giorno"), widget=DayInput)
    hour = forms.TimeField(label=gettext_lazy("A che ora"), widget=HourInput, required=False)

    def clean_day(self) -> date:
        """A day still to come."""
        day: date = self.cleaned_data["day"]
        if reason := why_not_move(MeetingState.PLANNED, day, taken=(), today=today()):
            raise forms.ValidationError(str(reason))
        return day
