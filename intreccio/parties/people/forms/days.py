"""The day a drawing is asked for: a date in the address, and nothing else."""

from datetime import date

from django.http import QueryDict

from intreccio.parties.people.forms.life import OnDayForm


def day_asked(asked: QueryDict) -> OnDayForm:
    """The form with the day of the address, and with what is wrong with it; where there is none, nothing is wrong."""
    return OnDayForm(asked if asked.get("day") else None)


def day_in(asked: QueryDict, today: date) -> date:
    """The day of the address; today where there is none, where it is no day, and where it is yet to come."""
    form = day_asked(asked)
    day: date = form.cleaned_data["day"] if form.is_valid() else today
    return min(day, today)
