"""What of a story is looked for: codes and days, never names."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Form, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import registers
from intreccio.parties.people.queries.story import Wanted


class StoryFilter(Form):
    """Part of the story, who acted, from day to day; all may be left open."""

    mark_optional = False
    part = forms.ChoiceField(label=_("Che cosa"), required=False)
    by = forms.ChoiceField(label=_("Di chi"), required=False)
    since = forms.DateField(label=_("Dal giorno"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Al giorno"), required=False, widget=DayInput)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chapters = [(each.code, capfirst(str(each.label))) for each in registers.chapters]
        field_of(self, "part", forms.ChoiceField).choices = [("", _("tutta la storia")), *chapters]
        field_of(self, "by", forms.ChoiceField).choices = [("", _("tutte le persone")), *people]

    def clean(self) -> dict[str, Any]:
        """The first day comes first."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("Viene prima del giorno da cui si comincia"))
        return said

    @property
    def wanted(self) -> Wanted:
        """What was asked for, once it is valid."""
        said = self.cleaned_data
        by = UUID(said["by"]) if said["by"] else None
        until = min(said["until"], today()) if said["until"] else None
        return Wanted(said["part"], by, said["since"], until)

    @property
    def is_narrowed(self) -> bool:
        """Something was asked for."""
        return any(self.cleaned_data.values())
