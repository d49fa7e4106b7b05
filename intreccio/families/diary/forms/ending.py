"""Ending, going on, handing over."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.candidates import Candidate
from intreccio.families.diary.forms import capital
from intreccio.families.diary.vocabulary import OUTCOMES
from intreccio.ground.design.forms import OnceForm, TouchRadio, field_of


class EndForm(OnceForm):
    """An outcome of this line, and words for the team."""

    outcome = forms.ChoiceField(label=_("Come si conclude"), widget=TouchRadio)
    words = forms.CharField(
        label=_("Che cosa deve sapere l'équipe"),
        help_text=_(
            "Lo leggono l'équipe e chi vede il percorso. Ciò che si è detto negli incontri resta lì."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "outcome", forms.ChoiceField).choices = capital(OUTCOMES[kind])


class RenewForm(OnceForm):
    """Nothing is asked: the page says what it means."""


class HandOverForm(OnceForm):
    """To whom; and whether one's own notes go along, which only their author is asked."""

    who = forms.ChoiceField(label=_("A chi"))
    notes = forms.BooleanField(label=_("Passo anche le mie note riservate di questa linea"), required=False)

    def __init__(self, *args: Any, others: Sequence[Candidate], is_theirs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Scegli")), *((str(one.membership.pk), one.label) for one in others)]
        field_of(self, "who", forms.ChoiceField).choices = choices
        if not is_theirs:
            del self.fields["notes"]

    @property
    def to(self) -> UUID:
        """The hat that follows the line from now on."""
        return UUID(self.cleaned_data["who"])

    @property
    def with_notes(self) -> bool:
        """Only where the author said so."""
        return bool(self.cleaned_data.get("notes"))
