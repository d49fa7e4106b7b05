"""Which week one looks at."""

from datetime import date

from django import forms

from intreccio.ground.design.forms import Form
from intreccio.workshop.calendar.queries.weeks import Asked


class WeekForm(Form):
    """Any day of a week, and one of its people. What is no day is today: an address is typed by hand too."""

    mark_optional = False
    day = forms.DateField(required=False)
    who = forms.UUIDField(required=False)

    def asked(self, today: date) -> Asked:
        """As the query takes it."""
        self.is_valid()
        return Asked(self.cleaned_data.get("day") or today, self.cleaned_data.get("who"))
