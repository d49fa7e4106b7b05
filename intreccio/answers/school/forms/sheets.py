"""Asking a teacher; what the teacher answers, without an access; when the family has read it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.actions.sheets import Wanted
from intreccio.answers.school.models import SchoolContact, SchoolSheet
from intreccio.answers.school.queries.sheets import Needed
from intreccio.answers.school.rules.sheets import DAYS, STRONG, why_not_ask, why_not_observe, why_not_show
from intreccio.ground.design.forms import (
    DayInput,
    Explained,
    OnceForm,
    TouchBoxes,
    TouchRadio,
    add_reasons,
    field_of,
)
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.rules.responsibility import why_a_reason, why_not_go_on
from intreccio.workshop.instruments.forms import ResponseForm
from intreccio.workshop.instruments.models import Instrument, Response

OTHER = ""
SOMEBODY_ELSE = _("se è un'altra persona")


def in_two_weeks() -> date:
    """Until when, where nothing else is said."""
    return today() + timedelta(days=DAYS)


class AskTeacherForm(OnceForm):
    """Of whom, until when; who of those who decide has said yes."""

    marks: ClassVar = {
        "contact": "", "teacher": SOMEBODY_ELSE, "email": SOMEBODY_ELSE, "yes": "", "reason": _("solo se manca il sì di chi decide"),
    }  # fmt: skip
    contact = forms.ChoiceField(label=_("A chi si chiede"), widget=TouchRadio, required=False)
    teacher = forms.CharField(label=_("Nome e cognome"), max_length=120, required=False)
    email = forms.EmailField(label=_("Mail"), help_text=_("Quella che ha dato la scuola."), required=False)
    yes = forms.MultipleChoiceField(
        label=_("Chi decide per la scuola lo sa, ed è d'accordo"),
        help_text=_("Si spunta chi lo ha detto."),
        widget=TouchBoxes,
        required=False,
    )
    reason = forms.CharField(
        label=_("Perché si va avanti senza il sì di qualcuno"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    until = forms.DateField(
        label=_("Fino a quando si può rispondere"), widget=DayInput, initial=in_two_weeks,
    )  # fmt: skip

    def __init__(self, *args: Any, contacts: Iterable[SchoolContact], needed: Needed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {str(each.pk): each for each in contacts if each.email}
        self.needed = needed
        known = [(key, Explained(each.name, each.email)) for key, each in self.by_key.items()]
        if known:
            field_of(self, "contact", forms.ChoiceField).choices = [
                *known,
                (OTHER, _("un'altra persona, scritta qui sotto")),
            ]
            self.initial["contact"] = known[0][0]
        else:
            del self.fields["contact"]
        field_of(self, "yes", forms.MultipleChoiceField).choices = needed.choices
        if not needed.choices:
            del self.fields["yes"]

    def clean(self) -> dict[str, Any]:
        """An address, some days, and the yes of those who decide."""
        said = super().clean() or {}
        if "email" not in self.errors:
            add_reasons(
                self, email=_("Scrivi la mail che ha dato la scuola.") if not self._reached(said)[1] else None
            )
            add_reasons(self, teacher=_("Scrivi come si chiama.") if not self._reached(said)[0] else None)
        if until := said.get("until"):
            add_reasons(self, until=why_not_ask(is_over=False, until=until, today=today(), email="-"))
        self._clean_yes(said.get("yes", []), said.get("reason", ""))
        return said

    def _clean_yes(self, yes: list[str], reason: str) -> None:
        asked, called = [self.needed.asked], self.needed.deciding.called
        if no := why_not_go_on(asked, yes, reason=reason, called=called):
            is_of_reason = "yes" not in self.fields or why_a_reason(asked, yes, called=called) == no
            self.add_error("reason" if is_of_reason else "yes", str(no))

    def _reached(self, said: dict[str, Any]) -> tuple[str, str]:
        known = self.by_key.get(said.get("contact") or OTHER)
        if known:
            return known.name, known.email
        return (said.get("teacher") or "").strip(), (said.get("email") or "").strip()

    @property
    def wanted(self) -> Wanted:
        """As it was told."""
        said = self.cleaned_data
        name, email = self._reached(said)
        return Wanted(name, email, said["until"], frozenset(said.get("yes", [])), said["reason"])


class TeacherForm(ResponseForm):
    """The sheet itself, as a teacher fills it in: what goes well first, nothing that has to be answered but that."""

    signed = forms.CharField(
        label=_("Chi risponde"), help_text=_("Nome, e che cosa insegna o fa a scuola."), max_length=160
    )

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, response=Response(instrument=instrument), **kwargs)
        self.fields["version"].required = False
        self.fields["signed"] = self.fields.pop("signed")  # who answers is asked last

    def clean(self) -> dict[str, Any]:
        """One thing that goes well."""
        said = super().clean() or {}
        told = self.told
        add_reasons(self, **{f"facts-{STRONG}": why_not_observe(self.definition, told.answers, told.words)})
        return said


class ShowSheetForm(OnceForm):
    """When it was read with the family, and what they say of it."""

    day = forms.DateField(label=_("Quando l'avete letta insieme"), widget=DayInput, initial=today)
    words = forms.CharField(
        label=_("Che cosa ne dicono"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, sheet: SchoolSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if day := said.get("day"):
            reason = why_not_show(
                answered_on=self.sheet.answered_on, shown_on=self.sheet.shown_on, day=day, today=today()
            )
            add_reasons(self, day=reason)
        return said
