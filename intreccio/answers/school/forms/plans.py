"""The plan that a school wrote: a PEI or a PDP, with its paper."""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.actions.plans import Agreed
from intreccio.answers.school.rules.plans import LAWS, why_not_plan, years_around
from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.vocabulary import PlanKind
from intreccio.ground.design.forms import DayInput, Explained, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.forms.rows import RowForm
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.forms import DocumentField


class SchoolPlanForm(RowForm):
    """Which plan, of which year, signed when and by whom."""

    kind = forms.ChoiceField(
        label=_("Quale dei due"),
        choices=[(each.value, Explained(each.label, LAWS[each])) for each in PlanKind],
        widget=TouchRadio,
    )
    year = forms.TypedChoiceField(label=_("Di quale anno scolastico"), coerce=int)
    signed_on = forms.DateField(label=_("Firmato il"), widget=DayInput)
    signed_by = forms.CharField(
        label=_("Chi l'ha firmato"),
        help_text=_("La scuola, la famiglia, chi cura: per nome, se si sa."),
        max_length=300,
    )
    review_on = forms.DateField(label=_("Si riguarda il"), widget=DayInput, required=False)
    agreed = forms.CharField(
        label=_("Che cosa è stato concordato"),
        help_text=_("Con parole semplici: strumenti, tempi, chi fa che cosa. Niente diagnosi."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row, now = kwargs.get("row"), school_year(today())
        years = (
            years_around(now)
            if row is None or row.year in years_around(now)
            else (*years_around(now), row.year)
        )
        field_of(self, "year", forms.TypedChoiceField).choices = [
            (each, f"{each}/{(each + 1) % 100:02d}") for each in years
        ]
        self.initial.setdefault("year", now)

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if signed_on := said.get("signed_on"):
            add_reasons(self, signed_on=self._reason(signed_on, None))
            if "signed_on" not in self.errors:
                add_reasons(self, review_on=self._reason(signed_on, said.get("review_on")))
        return said

    @staticmethod
    def _reason(signed_on: date, review_on: date | None) -> Words | None:
        return why_not_plan(signed_on=signed_on, review_on=review_on, signed_by="-", today=today())

    @property
    def told(self) -> Agreed:
        """As it was told."""
        names = ("kind", "year", "signed_on", "signed_by", "review_on", "agreed")
        return Agreed(**{name: self.cleaned_data[name] for name in names})


class WriteSchoolPlanForm(SchoolPlanForm):
    """The same, with its paper where the family brought it."""

    helpers: ClassVar = frozenset({"file"})
    file = DocumentField(
        label=_("La carta, se la famiglia l'ha portata"),
        help_text=_("Fotografia o PDF. La legge solo l'équipe che accompagna la famiglia."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The key of this writing knows the file too. A page cannot keep a file: it is chosen again."""
        said = super().clean()
        chosen = said.get("file")
        if chosen and "once" in said:
            said["once"] = uuid5(said["once"], chosen.sha256)
        if self.errors and chosen:
            self.add_error("file", str(_("Il file va scelto di nuovo: il resto è rimasto.")))
        return said

    @property
    def content(self) -> Content | None:
        """What was chosen."""
        return self.cleaned_data.get("file") or None
