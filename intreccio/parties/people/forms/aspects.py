"""What is strong beside what is needed."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import Tree
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.vocabulary import AspectKind


class AspectForm(RowForm):
    """One of them, in words, and whose words they are."""

    words = forms.CharField(
        label=_("In parole"),
        max_length=300,
        help_text=_("Come lo direbbe la famiglia: «la nonna c'è», «un posto a scuola per Leo»."),
    )
    said_by = forms.CharField(label=_("Chi lo dice"), max_length=80, required=False)


class NewAspectForm(AspectForm):
    """A new one: of the household or of one person, with the lines of needs it belongs to."""

    kind = forms.ChoiceField(
        label=_("Che cosa scrivi"), choices=AspectKind.choices, widget=TouchRadio(layout="line")
    )
    person = forms.ChoiceField(label=_("Di chi parla"), required=False)
    since = forms.DateField(label=_("Da quando"), widget=DayInput, initial=today)
    needs = NeedsField(required=False, further=True, label=_("A quale bisogno si lega"))
    field_order = ("kind", "words", "said_by", "person", "since", "needs")

    def __init__(self, *args: Any, tree: Tree, persons: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "needs", NeedsField).plant(tree)
        choices = [("", _("Tutta la famiglia")), *((str(pk), name) for pk, name in persons)]
        field_of(self, "person", forms.ChoiceField).choices = choices


class CloseAspectForm(RowForm):
    """Since when it is no longer so."""

    until = forms.DateField(label=_("Non è più così da"), widget=DayInput, initial=today)

    def read(self, row: Any) -> dict[str, Any]:
        """Today is proposed."""
        return {"until": row.until or today()}
