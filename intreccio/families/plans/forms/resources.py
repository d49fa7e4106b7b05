"""What the family brings, in its words."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import FamilyResource
from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.rules.resources import why_not_since, why_not_theirs, why_not_until
from intreccio.families.plans.vocabulary import ResourceKind
from intreccio.ground.design.forms import DayInput, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm


class ResourceForm(RowForm):
    """Whose it is, of which kind, in which words, since when."""

    marks: ClassVar = {"somebody": _("se non è nell'elenco")}

    what = forms.CharField(
        label=_("Su che cosa si può contare"),
        help_text=_("Con le loro parole: «cucino per tanti», «la vicina tiene Leo il martedì»."),
        max_length=200,
    )
    kind = forms.ChoiceField(
        label=_("Che cosa è"),
        choices=[(one.value, capfirst(one.label)) for one in ResourceKind],
        widget=TouchRadio(layout="pairs"),
    )
    person = forms.ChoiceField(label=_("Di chi è"), required=False)
    somebody = forms.CharField(
        label=_("Oppure di qualcun altro"),
        help_text=_("«La nonna», «la vicina del secondo piano»."),
        max_length=120,
        required=False,
    )
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    until = forms.DateField(
        label=_("Fino a quando"),
        help_text=_("Se non ci si conta più: il primo giorno in cui non c'è."),
        widget=DayInput,
        required=False,
    )

    def __init__(self, *args: Any, persons: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "person", forms.ChoiceField).choices = [("", _("tutta la famiglia")), *persons]

    def clean(self) -> dict[str, Any]:
        """The same as the rule says, each at its field."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        whose = why_not_theirs(person=bool(said.get("person")), somebody=said.get("somebody", ""))
        add_reasons(
            self,
            somebody=whose,
            since=why_not_since(since, today=today()) if since else None,
            until=why_not_until(until, since=since) if since else None,
        )
        return said

    def read(self, row: FamilyResource) -> dict[str, Any]:
        """The person by key."""
        return {**super().read(row), "person": str(row.person_id) if row.person_id else ""}
