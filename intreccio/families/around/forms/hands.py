"""Somebody near who helps, in a form."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, OnceForm, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.actions.bonds import Helping
from intreccio.parties.people.forms.rows import RowForm, still_of
from intreccio.parties.people.rules.bonds import why_not_bond, why_not_hear, why_not_reach
from intreccio.parties.people.vocabulary import Sphere

NEAR_FIRST = (Sphere.NEIGHBOURS, Sphere.RELATIVES, Sphere.FRIENDS, Sphere.ASSOCIATIONS)
SPHERES = [*NEAR_FIRST, *(each for each in Sphere if each not in NEAR_FIRST)]


class HelperForm(RowForm):
    """Who, what they do, who says so; with their own yes, how to reach them; until when."""

    keyed: ClassVar = frozenset({"person"})
    folded = ("agreed_by", "agreed_on", "reach", "until")

    to = forms.CharField(
        label=_("Chi è"),
        max_length=80,
        help_text=_("Come lo chiama la famiglia: «Rita, la vicina». Senza il suo sì, basta «una vicina»."),
    )
    helps = forms.CharField(
        label=_("Che cosa fa per loro"),
        max_length=160,
        help_text=_("Per esempio: «porta i bambini a scuola»."),
    )
    sphere = forms.ChoiceField(
        label=_("In quale mondo"), choices=[(each.value, capfirst(each.label)) for each in SPHERES]
    )
    person = forms.ChoiceField(label=_("Per chi"), required=False)
    said_by = forms.CharField(label=_("Chi lo dice"), max_length=80)
    since = forms.DateField(label=_("Da quando"), widget=DayInput, required=False)
    agreed_by = forms.CharField(
        label=_("Chi ha detto di sì a essere scritto qui"),
        max_length=80,
        required=False,
        help_text=_("Di solito la persona stessa: «Rita, a voce»."),
    )
    agreed_on = forms.DateField(label=_("In quale giorno"), widget=DayInput, required=False)
    reach = forms.CharField(
        label=_("Come si trova"),
        max_length=80,
        required=False,
        help_text=_("Solo con il suo sì. Quando smette di dare una mano si toglie."),
    )
    until = forms.DateField(label=_("Non è più così da"), widget=DayInput, required=False)

    def __init__(self, *args: Any, persons: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = still_of(kwargs.get("row"), ((str(key), name) for key, name in persons))
        field_of(self, "person", forms.ChoiceField).choices = [("", _("Tutta la casa")), *named]

    def clean(self) -> dict[str, Any]:
        """What goes together: the days, and a yes with what it lets be written."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if reason := why_not_bond(since=said.get("since"), until=said.get("until"), today=today()):
            self.add_error("until" if said.get("until") else "since", str(reason))
        yes = {name: said.get(name) or "" for name in ("agreed_by", "reach")}
        if reason := why_not_reach(**yes, agreed_on=said.get("agreed_on"), today=today()):
            self.add_error("agreed_on" if said.get("agreed_by") else "agreed_by", str(reason))
        return said

    def helping(self) -> Helping:
        """What the action wants."""
        said = self.values()
        person = said.pop("person")
        return Helping(person_id=UUID(person) if person else None, **said)


class HearForm(OnceForm):
    """On which day."""

    day = forms.DateField(label=_("Quando vi siete sentiti"), widget=DayInput, initial=today)

    def clean_day(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["day"]
        if reason := why_not_hear(is_over=False, day=day, today=today()):
            raise forms.ValidationError(str(reason))
        return day
