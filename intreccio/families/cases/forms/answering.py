"""Whether somebody who is asked to a meeting comes."""

from typing import Any, Self

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import ConferenceSeat
from intreccio.families.cases.vocabulary import SeatAnswer
from intreccio.ground.design.forms import EditForm, TouchRadio


class AnswerForm(EditForm):
    """Yes, no, cannot; a line where there is something to say."""

    answer = forms.ChoiceField(
        label=_("Viene?"),
        choices=[(one.value, capfirst(one.label)) for one in SeatAnswer],
        widget=TouchRadio,
    )
    words = forms.CharField(
        label=_("Qualcosa da dire"),
        help_text=_("«Arrivo alle undici», «sentite voi la maestra». Lo legge chi vede la riunione."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, seat: ConferenceSeat, **kwargs: Any) -> None:
        said = {"version": seat.version, "answer": seat.answer, "words": seat.answer_words}
        super().__init__(*args, initial=said, **kwargs)

    def over(self, now: ConferenceSeat) -> Self:
        """The same answer, read over the seat as it stands now."""
        return type(self)(self.sent_over(now.version), seat=now)

    @property
    def said(self) -> dict[str, Any]:
        """As the action takes it."""
        told = self.cleaned_data
        return {"answer": told["answer"], "words": told["words"], "version": told["version"] or 0}
