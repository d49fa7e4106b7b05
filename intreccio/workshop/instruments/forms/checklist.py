"""A checklist as a form: each question one touch and two words, part by part; when it is looked at again, and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.workshop.instruments.actions import Filled
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.checklist import Asked, Principle, wordless
from intreccio.workshop.instruments.rules.definition import items_of

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is drawn, with what was said of it the last time."""

    answer: BoundField
    words: BoundField
    last: Asked | None


@dataclass(frozen=True, slots=True)
class Part:
    """One part as it is drawn."""

    code: str
    label: str
    lead: str
    questions: list[Question]


class ChecklistForm(OnceForm):
    """Every question of an edition. Nothing is filled in beforehand: the last words stand beside, and one answers anew."""

    mark_optional = False
    sown = ("words-",)

    again_on = forms.DateField(
        label=_("Quando lo riguardiamo"), help_text=_("Se lo sapete già."), widget=DayInput, required=False
    )
    again_by = forms.ChoiceField(label=_("Chi se ne ricorda"), required=False)

    def __init__(
        self,
        *args: Any,
        instrument: Instrument,
        people: list[Choice],
        last: Iterable[Principle] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instrument, self.definition = instrument, instrument.said
        self.last = {asked.code: asked for part in last for asked in part.asked}
        field_of(self, "again_by", forms.ChoiceField).choices = [("", _("nessuno ancora")), *people]
        for item in items_of(self.definition):
            steps = [(step["value"], step["label"]) for step in self.definition["steps"][item["steps"]]]
            self.fields[f"answer-{item['code']}"] = _answer(item["text"], steps)
            self.fields[f"words-{item['code']}"] = _words()

    @property
    def parts(self) -> Iterator[Part]:
        """The parts in their order."""
        for section in self.definition["sections"]:
            codes = [item["code"] for item in section["items"]]
            asked = [
                Question(self[f"answer-{code}"], self[f"words-{code}"], self.last.get(code)) for code in codes
            ]
            yield Part(section["code"], section["label"], section["lead"], asked)

    @property
    def again(self) -> list[BoundField]:
        """When, and who."""
        return [self["again_on"], self["again_by"]]

    def clean_again_on(self) -> date | None:
        """A day to come."""
        day: date | None = self.cleaned_data["again_on"]
        if day is not None and day <= today():
            raise forms.ValidationError(now_("Si riguarda in un giorno dopo oggi."))
        return day

    def _said(self, beginning: str) -> dict[str, Any]:
        return {
            name.removeprefix(beginning): value
            for name, value in self.cleaned_data.items()
            if name.startswith(beginning) and value not in (None, "")
        }

    def clean(self) -> dict[str, Any]:
        """A yes and a not yet want words."""
        cleaned = super().clean() or {}
        texts = {item["code"]: item["text"] for item in items_of(self.definition)}
        for code in wordless(self.definition, self._said("answer-"), self._said("words-")):
            self.add_error(f"words-{code}", now_("Due parole per «%s»") % texts[code])
        return cleaned

    @property
    def filled(self) -> Filled:
        """What was answered, once it is valid."""
        said = self.cleaned_data
        again_by = UUID(said["again_by"]) if said["again_by"] else None
        return Filled(
            self.instrument, self._said("answer-"), self._said("words-"), said["again_on"], again_by
        )


def _answer(text: str, steps: list[tuple[int, str]]) -> forms.Field:
    return forms.TypedChoiceField(label=text, choices=steps, coerce=int, widget=TouchRadio(layout="line"))


def _words() -> forms.Field:
    return forms.CharField(
        label=_("Come, o perché non ancora"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )
