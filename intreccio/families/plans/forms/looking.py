"""What is asked along a path: how each thing stands, how a letter went."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.queries.looking import Item, Looking
from intreccio.families.plans.rules.looking import answers_of, why_not_look
from intreccio.families.plans.vocabulary import LetterWay, Looked
from intreccio.ground.design.forms import DayInput, OnceForm, TouchRadio, add_reasons
from intreccio.ground.kernel.clock import today


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to look at as it is drawn."""

    item: Item
    answer: BoundField
    words: BoundField


class LooksForm(OnceForm):
    """Each thing, one touch and two words; what nobody answers stays as it was."""

    mark_optional = False

    def __init__(self, *args: Any, looking: Looking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.looking = looking
        for item in looking.items:
            last = item.last
            self.fields[f"answer-{item.code}"] = _answer(item, last.answer if last else "")
            self.fields[f"words-{item.code}"] = _words(item, last.words if last else "")

    @property
    def questions(self) -> Iterator[Question]:
        """In the order of the version."""
        for item in self.looking.items:
            yield Question(item, self[f"answer-{item.code}"], self[f"words-{item.code}"])

    def clean(self) -> dict[str, Any]:
        """What is not there yet says what is missing; words alone say nothing."""
        said = super().clean() or {}
        for item in self.looking.items:
            answer, words = said.get(f"answer-{item.code}", ""), said.get(f"words-{item.code}", "")
            add_reasons(
                self,
                **{
                    f"words-{item.code}": _missing(item, answer) if why_not_look(answer, words) else None,
                    f"answer-{item.code}": _("Scegli anche una risposta.") if words and not answer else None,
                },
            )
        return said

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        """What was answered, by code."""
        said = self.cleaned_data
        return {
            item.code: (said[f"answer-{item.code}"], said[f"words-{item.code}"])
            for item in self.looking.items
            if said[f"answer-{item.code}"]
        }


def _missing(item: Item, answer: str) -> str:
    label = str(item.told.part["label"])
    if answer == Looked.TOLD:
        return now_("«%s»: scrivi che cosa hanno detto, con le loro parole.") % label
    return now_("«%s»: scrivi che cosa manca, tocca a noi farlo.") % label


def _answer(item: Item, given: str) -> forms.Field:
    part = item.told.part
    return forms.ChoiceField(
        label=part["label"], help_text=part["text"], choices=[(one.value, capfirst(one.label)) for one in answers_of(part)],
        widget=TouchRadio(layout="line"), required=False, initial=given,
    )  # fmt: skip


def _words(item: Item, given: str) -> forms.Field:
    return forms.CharField(
        label=_about(item),
        max_length=300,
        required=False,
        initial=given,
        widget=forms.Textarea(attrs={"rows": "2"}),
    )


def _about(item: Item) -> SafeString:
    """The same words under each thing to whoever sees; to whoever hears, with what they are about."""
    about = format_html(' <span class="visually-hidden">{}</span>', item.told.part["label"])
    told = Looked.TOLD in answers_of(item.told.part)
    return format_html("{}{}", now_("Le loro parole") if told else now_("Com'è, o che cosa manca"), about)


class LetterForm(OnceForm):
    """How a letter went, when, and in which words."""

    words = forms.CharField(
        label=_("Le parole"),
        help_text=_("Cambiale come le diresti tu. Se la lasci da parte, scrivi perché."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "9"}),
    )
    way = forms.ChoiceField(
        label=_("Com'è andata"),
        choices=[(one.value, capfirst(one.label)) for one in LetterWay],
        widget=TouchRadio,
        initial=LetterWay.HAND,
    )
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    turn = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean_day(self) -> Any:
        """A day that has come."""
        day = self.cleaned_data["day"]
        if day > today():
            raise forms.ValidationError(_("Non è ancora successo: scrivilo quando è fatto."))
        return day


class AnsweredForm(OnceForm):
    """When they answered."""

    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, went: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.went = went

    def clean_day(self) -> Any:
        """Between the day it went and today."""
        day = self.cleaned_data["day"]
        if not self.went <= day <= today():
            raise forms.ValidationError(_("È un giorno fra quando è andata e oggi."))
        return day
