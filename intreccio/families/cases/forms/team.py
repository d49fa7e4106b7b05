"""How much work a way asks, and who stands in for whom."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import members_of
from intreccio.families.cases.queries.workers import workers_on
from intreccio.families.cases.vocabulary import Absence, Effort
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today


class WeighForm(OnceForm):
    """How much, and from when."""

    weight = forms.ChoiceField(
        label=_("Quanto lavoro chiede a chi lo segue"),
        choices=[(code, capfirst(label)) for code, label in Effort.choices],
        widget=TouchRadio(layout="pairs"),
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)


class NameDeputyForm(OnceForm):
    """Who is away, who stands in, and until the day of return."""

    absent = forms.ChoiceField(label=_("Chi è via"), widget=TouchRadio)
    deputy = forms.ChoiceField(
        label=_("Chi sostituisce"),
        help_text=_("In Oggi vedrà ciò che vedrebbe chi è via, per questa famiglia."),
    )
    since = forms.DateField(label=_("Via da"), widget=DayInput, initial=today)
    until = forms.DateField(label=_("Torna"), widget=DayInput)
    why = forms.ChoiceField(
        label=_("Perché"),
        choices=[(code, capfirst(label)) for code, label in Absence.choices],
        widget=TouchRadio(layout="line"),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at_work = {
            str(one.membership_id): one.membership.user.name for one in workers_on(case).filter(until=None)
        }
        if case.responsible:
            at_work.setdefault(str(case.responsible_id), case.responsible.user.name)
        field_of(self, "absent", forms.ChoiceField).choices = list(at_work.items())
        field_of(self, "deputy", forms.ChoiceField).choices = [
            ("", _("scegli")),
            *(
                (str(place.membership_id), f"{place.membership.user.name}, {place.get_profession_display()}")
                for place in members_of([case.team_id], today())
            ),
        ]
