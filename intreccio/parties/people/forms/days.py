"""The day a drawing is asked for: a date in the address, and nothing else."""

from datetime import date

from django.http import QueryDict

from intreccio.parties.people.forms.life import OnDayForm


def day_in(asked: QueryDict, today: date) -> date:
    """The day of the address; today where there is none, where it is no day, and where it is yet to come."""
    form = OnDayForm(asked)
    day: date = form.cleaned_data["day"] if form.is_valid() else today
    return min(day, today)
