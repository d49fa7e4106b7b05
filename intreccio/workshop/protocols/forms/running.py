"""What is asked of a step of a run, whoever's it is."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, add_reasons
from intreccio.ground.kernel.clock import today
from intreccio.workshop.protocols.rules.running import why_not_mark
from intreccio.workshop.protocols.vocabulary import Marked


class MarkForm(OnceForm):
    """Done, or not needed, on a day, with a word."""

    state = forms.ChoiceField(
        label=_("Com'è andata"),
        choices=[(one.value, capfirst(one.label)) for one in Marked],
        widget=TouchRadio(layout="pairs"),
        initial=Marked.DONE,
    )
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    words = forms.CharField(
        label=_("Due parole"),
        help_text=_("Che cosa è cambiato, o perché non serve."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )

    def clean(self) -> dict[str, Any]:
        """The same as the rule says."""
        said = super().clean() or {}
        if said.get("state") and said.get("day"):
            reason = why_not_mark(said["state"], said.get("words", ""), said["day"], today=today())
            of_the_day = why_not_mark(Marked.DONE, "", said["day"], today=today()) is not None
            add_reasons(self, **{"day" if of_the_day else "words": reason})
        return said
