"""A way with us ends, what is agreed for later, and how it begins again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions import Agreed
from intreccio.families.cases.forms.motives import MotiveField, StepForm
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import members_of
from intreccio.families.cases.rules.closing import why_not_agree
from intreccio.families.cases.vocabulary import FollowUpMonths
from intreccio.ground.design.forms import DayInput
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Words

ABOUT = {
    FollowUpMonths.SIX: _("Come state, e che cosa di ciò che avete costruito vi aiuta ancora."),
    FollowUpMonths.TWELVE: _("Come va dopo un anno, e se c'è bisogno di qualcosa."),
}

FIELDS = ("due", "who", "what", "left_out")


@dataclass(frozen=True, slots=True)
class Later:
    """The fields of one follow-up, to be drawn together."""

    months: FollowUpMonths
    when: list[BoundField]
    about: list[BoundField]


class CloseCaseForm(StepForm):
    """Why, the words to the family, and what is agreed for 6 and for 12 months later."""

    verb = "close_case"
    mark_optional = False
    motive = MotiveField(label=_("Perché si conclude"))
    words = forms.CharField(
        label=_("Le parole per la famiglia"),
        help_text=_("Che cosa ha costruito, che cosa resta suo, dove ci trova."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, stage=case.stage, **kwargs)
        self.case, self.day = case, today()
        people = [
            (str(place.membership_id), f"{place.membership.user.name}, {place.get_profession_display()}")
            for place in members_of([case.team_id], self.day)
        ]
        answers = next((key for key, _name in people if key == str(case.responsible_id)), "")
        for months in FollowUpMonths:
            self.fields.update(_fields(months, self.day, people, answers))

    @property
    def later(self) -> Iterator[Later]:
        """What is agreed, 6 months first."""
        for months in FollowUpMonths:
            due, who, what, left_out = (self[f"{name}_{months}"] for name in FIELDS)
            yield Later(months, [due, who], [what, left_out])

    @property
    def first(self) -> list[BoundField]:
        """What comes before it."""
        return [self["motive"], self["words"]]

    def clean(self) -> dict[str, Any]:
        """Each follow-up has a day and a subject, or a reason; whoever holds the closing back is heard before writing."""
        cleaned = super().clean() or {}
        for months in FollowUpMonths:
            if reason := self._why_not(cleaned, months):
                later = (cleaned.get(f"due_{months}") or self.day) > self.day
                self.add_error(f"{'what' if later else 'due'}_{months}", str(reason))
        if motive := cleaned.get("motive"):
            for reason in objections("why_not_close", self.case, motive=motive):
                self.add_error(None, str(reason))
        return cleaned

    def _why_not(self, cleaned: dict[str, Any], months: int) -> Any:
        due: date | None = cleaned.get(f"due_{months}")
        what, left_out = cleaned.get(f"what_{months}", ""), cleaned.get(f"left_out_{months}", "")
        return why_not_agree(due_on=due or self.day, what=what, left_out=left_out, today=self.day)

    @property
    def said(self) -> dict[str, Any]:
        """As it was answered."""
        said = {name: self.cleaned_data[name] for name in ("motive", "words")}
        return {**said, "follow_ups": [self._agreed(months) for months in FollowUpMonths]}

    def _agreed(self, months: FollowUpMonths) -> Agreed:
        said = {name: self.cleaned_data[f"{name}_{months}"] for name in FIELDS}
        due = said["due"] or months_after(self.day, months)
        who = UUID(said["who"]) if said["who"] else None
        return Agreed(months, due, said["what"], who, said["left_out"])


def _fields(
    months: FollowUpMonths, day: date, people: list[tuple[str, str]], answers: str
) -> dict[str, forms.Field]:
    """Labels say which of the two, so that what is missing is said of the right one."""

    def named(words: Words) -> str:
        return f"{words}, {months.label}"

    return {
        f"due_{months}": forms.DateField(
            label=named(_("Quando")), widget=DayInput, initial=months_after(day, months), required=False
        ),
        f"who_{months}": forms.ChoiceField(
            label=named(_("Chi chiama")),
            choices=[("", _("lo decide l'équipe")), *people],
            initial=answers,
            required=False,
        ),
        f"what_{months}": forms.CharField(
            label=named(_("Di che cosa parleremo")),
            initial=ABOUT[months],
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=300,
            required=False,
        ),
        f"left_out_{months}": forms.CharField(
            label=named(_("Se non lo concordate, perché")),
            help_text=_("Solo se non serve risentirsi: il resto allora non conta."),
            max_length=200,
            required=False,
        ),
    }


class ReopenCaseForm(StepForm):
    """Why a closed way goes on."""

    verb = "reopen_case"
    motive = MotiveField(label=_("Perché si riapre"))
    words = forms.CharField(
        label=_("Che cosa è successo"),
        help_text=_("Come se la famiglia leggesse: può farlo."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
