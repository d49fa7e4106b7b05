"""Which week one looks at; whether one wants reminders; who is elsewhere at an hour that is being written."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import Form, OnceForm, TouchRadio
from intreccio.workshop.calendar.queries.weeks import Asked
from intreccio.workshop.calendar.rules.clashes import Clash, mark_of

YES, NO = "yes", "no"
# Between them every week has one before it and one after.
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


class WeekForm(Form):
    """Any day of a week, and one of its people. What is no day, or none that anybody lives, is today: an address is typed by hand too."""

    mark_optional = False
    day = forms.DateField(required=False, validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)])
    who = forms.UUIDField(required=False)

    def asked(self, today: date) -> Asked:
        """As the query takes it."""
        self.is_valid()
        return Asked(self.cleaned_data.get("day") or today, self.cleaned_data.get("who"))


class RemindersForm(OnceForm):
    """By mail, the afternoon before; or not."""

    wanted = forms.ChoiceField(
        label=_("Vuoi un promemoria il pomeriggio prima?"),
        help_text=_("Dice «Domani hai una riunione», e niente altro."),
        choices=[(YES, _("Sì, per e-mail")), (NO, _("No, grazie"))],
        widget=TouchRadio,
    )

    def __init__(self, *args: Any, wanted: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"wanted": YES if wanted else NO}, **kwargs)


class HourForm(OnceForm):
    """Something at an hour, with people who may be elsewhere then: `pages/_clashes.html` says it on the same page."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def unsaid(self, clashes: list[Clash]) -> list[Clash]:
        """These, where they have not been said yet: they are said once, and sent again it holds."""
        mark = mark_of(clashes)
        if mark == self.cleaned_data["seen"] or not mark:
            return []
        sent: Any = copy(self.data)
        sent[self.add_prefix("seen")] = mark
        self.data = sent
        return clashes
