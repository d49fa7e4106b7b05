"""The day a drawing is asked for: a date in the address, and nothing else."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Form


class DayForm(Form):
    """Which day one wants to see."""

    day = forms.DateField(label=_("Com'era il giorno"), widget=DayInput, required=False)
    mark_optional = False


def day_in(asked: QueryDict, today: date) -> date:
    """The day of the address; today where there is none, where it is no day, and where it is yet to come."""
    form = DayForm(asked)
    day = form.cleaned_data.get("day") if form.is_valid() else None
    return min(day or today, today)
