"""A report: to whom, why, which parts, and our own words."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.parts import codes_for, report_parts
from intreccio.families.cases.rules.reports import why_not_drawn, why_not_more, why_not_send_report
from intreccio.ground.design.forms import Explained, OnceForm, TouchBoxes, field_of
from intreccio.workshop.documents.files import undrawn

LISTS = ("least", "more")
ON_PAPER = ("to_whom", "purpose", "conclusions")


class SendReportForm(OnceForm):
    """The least for its addressee is ticked; what is more asks why. `seen`: the mark of what the writer has looked at."""

    to_whom = forms.CharField(
        label=_("A chi"), max_length=200, help_text=_("L'ufficio e la persona: «Scuola Collodi, la preside».")
    )
    purpose = forms.CharField(
        label=_("Perché la mandiamo, e in base a che cosa"),
        max_length=300,
        help_text=_(
            "La richiesta, la norma o l'accordo: «richiesta del 3 novembre», «art. 473-bis.27 c.p.c.»."
        ),
    )
    least = forms.MultipleChoiceField(label=_("Il necessario"), widget=TouchBoxes, required=False)
    more = forms.MultipleChoiceField(label=_("Di più"), widget=TouchBoxes, required=False)
    more_reason = forms.CharField(label=_("Perché serve di più"), max_length=200, required=False)
    conclusions = forms.CharField(
        label=_("Che cosa scriviamo noi"),
        help_text=_("Parole che la famiglia può leggere: ha diritto di averne copia."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=8000,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, addressee: str, **kwargs: Any) -> None:
        least, more = codes_for(addressee)
        kwargs["initial"] = {"least": least, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        explained = {part.code: (part.code, Explained(part.label, part.hint)) for part in report_parts()}
        for name, codes in zip(LISTS, (least, more), strict=True):
            field_of(self, name, forms.MultipleChoiceField).choices = [explained[code] for code in codes]

    def clean(self) -> dict[str, Any]:
        """More than the least goes with its reason; an empty report does not leave."""
        said = super().clean() or {}
        for name in ON_PAPER:
            if reason := why_not_drawn(undrawn([said.get(name, "")])):
                self.add_error(name, str(reason))
        if reason := why_not_more(more=said.get("more", []), reason=said.get("more_reason", "")):
            self.add_error("more_reason", str(reason))
        reason = why_not_send_report(
            parts=self.parts_said(), conclusions=said.get("conclusions", ""), known=[each.code for each in report_parts()]
        )  # fmt: skip
        if reason:
            self.add_error("conclusions", str(reason))
        return said

    def parts_said(self) -> list[str]:
        """What is ticked, as the form stands."""
        if self.is_bound:
            return [code for name in LISTS for code in self.cleaned_data.get(name, [])]
        return [code for name in LISTS for code in self[name].value() or []]


def kept_answers(sent: QueryDict) -> dict[str, Any]:
    """What was filled in so far, for a form that is drawn again before it is sent."""
    lists = {name: sent.getlist(name) for name in LISTS if sent}
    skipped = {"csrfmiddlewaretoken", "once", "look", "seen"}
    return {**{name: value for name, value in sent.items() if name not in skipped}, **lists}
