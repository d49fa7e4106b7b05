"""Of which days one reads the hours."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.diary.rules.periods import WEEK, Period, week_of
from intreccio.ground.design.forms import DayInput, Form

LONGEST = 366
# A year that nobody means: beyond it there is no week before, or none after.
YEARS = range(1900, 2200)


class PeriodForm(Form):
    """From day to day; a week where nothing is said."""

    mark_optional = False
    since = forms.DateField(label=_("Dal giorno"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Al giorno"), required=False, widget=DayInput)

    def clean(self) -> dict[str, Any]:
        """The first day comes first, and a year is enough."""
        said = super().clean() or {}
        for name in ("since", "until"):
            if said.get(name) and said[name].year not in YEARS:
                self.add_error(name, _("Controlla l'anno"))
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("Viene prima del giorno da cui si comincia"))
        if since and until and (until - since).days >= LONGEST:
            self.add_error("until", _("Al massimo un anno per volta"))
        return said

    def period(self, today: date) -> Period:
        """What was asked for, once it is valid: of one day alone, the week that begins or ends there."""
        since, until = self.cleaned_data["since"], self.cleaned_data["until"]
        if not since and not until:
            return week_of(today)
        week = timedelta(days=WEEK - 1)
        return Period(since or until - week, until or since + week)
