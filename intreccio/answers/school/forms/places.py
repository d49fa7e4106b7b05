"""Which school and class, how it ended, whom one talks with."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.actions.contacts import Reached
from intreccio.answers.school.actions.schooling import Ended, Studies
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.pupils import Choice
from intreccio.answers.school.rules.schooling import (
    why_not_end,
    why_not_ending,
    why_not_reach,
    why_not_since,
    why_not_year,
)
from intreccio.answers.school.vocabulary import ContactRole, Cycle, Ending
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm

ENDINGS = [(each.value, capfirst(each.label)) for each in Ending]
ELSEWHERE = _("un'altra: la scrivo sotto")


class SchoolingForm(RowForm):
    """Which school and class, since when; of a year that is over, also how it ended."""

    keyed: ClassVar = frozenset({"organisation"})
    helpers: ClassVar = frozenset({"until", "ending"})
    folded = ("until", "ending")
    marks: ClassVar = {"organisation": "", "school": ""}

    cycle = forms.ChoiceField(
        label=_("Che scuola è"),
        choices=[(each.value, capfirst(each.label)) for each in Cycle],
        widget=TouchRadio(layout="pairs"),
    )
    organisation = forms.ChoiceField(label=_("Quale"), required=False)
    school = forms.CharField(label=_("Come si chiama, se non è nell'elenco"), max_length=160, required=False)
    year = forms.IntegerField(
        label=_("Anno"), help_text=_("1 per il primo."), min_value=1, max_value=9, required=False
    )
    section = forms.CharField(
        label=_("Sezione"), help_text=_("«B», «1B tempo pieno»."), max_length=20, required=False
    )
    since = forms.DateField(
        label=_("Da quando"), widget=DayInput, help_text=_("Anche circa: il primo giorno di scuola.")
    )
    until = forms.DateField(label=_("Fino a quando, se è già finita"), widget=DayInput, required=False)
    ending = forms.ChoiceField(
        label=_("Com'è finita"),
        choices=[("", _("va ancora")), *ENDINGS],
        widget=TouchRadio(layout="pairs"),
        required=False,
    )

    def __init__(
        self, *args: Any, schools: list[Choice], birth: date | None, is_new: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.birth = birth
        row: Schooling | None = kwargs.get("row")
        self.over_on, self.ended_as = (row.until, row.ending) if row else (None, "")
        field_of(self, "organisation", forms.ChoiceField).choices = [("", ELSEWHERE), *schools]
        if not is_new:
            del self.fields["until"], self.fields["ending"]

    def clean(self) -> dict[str, Any]:
        """The same as the rules say, each at its field."""
        said = super().clean() or {}
        if not said.get("organisation") and not (said.get("school") or "").strip():
            self.add_error("school", str(_("Scegli una scuola dell'elenco, oppure scrivi come si chiama.")))
        if cycle := said.get("cycle"):
            add_reasons(self, year=why_not_year(cycle, said.get("year")))
            add_reasons(self, cycle=why_not_ending(cycle, self.ended_as))
        if since := said.get("since"):
            reason = why_not_since(since, today=today(), birth=self.birth, until=self.over_on)
            add_reasons(self, since=reason)
        self._clean_end(said)
        return said

    def _clean_end(self, said: dict[str, Any]) -> None:
        until, ending = said.get("until"), said.get("ending")
        if until and not ending:
            self.add_error("ending", str(_("Scrivi com'è finita.")))
        if ending and not until:
            self.add_error("until", str(_("Scrivi quando è finita.")))
        if until and ending and (since := said.get("since")):
            add_reasons(self, until=why_not_end(until, since=since, ended=False, today=today()))
            add_reasons(self, ending=why_not_ending(said.get("cycle", ""), ending))

    @property
    def studies(self) -> Studies:
        """As it was told."""
        said = self.cleaned_data
        listed = UUID(said["organisation"]) if said["organisation"] else None
        return Studies(said["cycle"], said["year"], said["section"], listed, said["school"], said["since"])

    @property
    def ended(self) -> Ended | None:
        """Of a year that is over."""
        until = self.cleaned_data.get("until")
        return Ended(until, self.cleaned_data["ending"]) if until else None


class EndSchoolingForm(EditForm):
    """When and how it ended."""

    ending = forms.ChoiceField(label=_("Com'è finita"), choices=ENDINGS, widget=TouchRadio(layout="pairs"))
    until = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, version: int, since: date, cycle: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": version}, **kwargs)
        self.since, self.cycle = since, cycle

    def clean(self) -> dict[str, Any]:
        """The same as the rules say."""
        said = super().clean() or {}
        if until := said.get("until"):
            add_reasons(self, until=why_not_end(until, since=self.since, ended=False, today=today()))
        if ending := said.get("ending"):
            add_reasons(self, ending=why_not_ending(self.cycle, ending))
        return said

    @property
    def ended(self) -> Ended:
        """As it was told."""
        return Ended(self.cleaned_data["until"], self.cleaned_data["ending"])

    @property
    def read_at(self) -> int:
        """The version it was read at; 0 where the form carried none."""
        return int(self.cleaned_data["version"] or 0)


class SchoolContactForm(RowForm):
    """Who it is, and how they are reached."""

    name = forms.CharField(label=_("Nome e cognome"), max_length=120)
    role = forms.ChoiceField(
        label=_("Chi è a scuola"),
        choices=[(each.value, capfirst(each.label)) for each in ContactRole],
        widget=TouchRadio(layout="pairs"),
    )
    phone = forms.CharField(
        label=_("Telefono"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("Mail"), help_text=_("Quella che ha dato la scuola."), required=False)
    note = forms.CharField(
        label=_("Quando la si trova"), help_text=_("«Il martedì dalle 11»."), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """One way to be reached is enough."""
        said = super().clean() or {}
        if "email" not in self.errors and said.get("name"):
            add_reasons(self, phone=why_not_reach(said["name"], said.get("phone", ""), said.get("email", "")))
        return said

    @property
    def reached(self) -> Reached:
        """As it was told."""
        return Reached(
            **{name: self.cleaned_data[name] for name in ("name", "role", "phone", "email", "note")}
        )
