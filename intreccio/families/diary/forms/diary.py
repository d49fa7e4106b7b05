"""What of a diary is read: codes, keys and days in the address; words only in what is sent."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.diary.queries.choosing import cards_of
from intreccio.families.diary.queries.wanted import Wanted
from intreccio.families.diary.vocabulary import VisitPlace
from intreccio.ground.design.forms import DayInput, Form, field_of
from intreccio.parties.organisations.vocabulary import Profession

Choice = tuple[str, str]


class DaysForm(Form):
    """From day to day."""

    mark_optional = False
    since = forms.DateField(label=_("Dal giorno"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Al giorno"), required=False, widget=DayInput)

    def clean(self) -> dict[str, Any]:
        """The first day comes first."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("Viene prima del giorno da cui si comincia"))
        return said

    @property
    def wanted(self) -> Wanted:
        """Of these days, only what everybody reads who has the record open."""
        return Wanted(since=self.cleaned_data["since"], until=self.cleaned_data["until"], only_record=True)


class DiaryFilter(DaysForm):
    """Whose, where, of what, with whom; all may be left open."""

    profession = forms.ChoiceField(label=_("Mestiere"), required=False)
    author = forms.ChoiceField(label=_("Di chi"), required=False)
    place = forms.ChoiceField(label=_("Dove"), required=False)
    present = forms.ChoiceField(label=_("Chi c'era"), required=False)
    goal = forms.ChoiceField(label=_("Quale obiettivo tocca"), required=False)

    def __init__(
        self,
        *args: Any,
        authors: Sequence[Choice],
        people: Sequence[Choice],
        goals: Sequence[Choice],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        places = [(code, capfirst(str(label))) for code, label in VisitPlace.choices]
        professions = [(code, capfirst(str(label))) for code, label in Profession.choices]
        for name, first, choices in (
            ("profession", _("tutti"), professions),
            ("author", _("tutte le persone"), authors),
            ("place", _("dovunque"), places),
            ("present", _("chiunque"), people),
            ("goal", _("qualunque cosa"), goals),
        ):
            field_of(self, name, forms.ChoiceField).choices = [("", first), *choices]

    @property
    def wanted(self) -> Wanted:
        """What was asked for, once it is valid."""
        said = self.cleaned_data
        author, goal, present = (
            UUID(said[name]) if said[name] else None for name in ("author", "goal", "present")
        )
        return Wanted(
            said["profession"], author, said["place"], said["since"], said["until"], goal, cards_of(present)
        )

    @property
    def is_narrowed(self) -> bool:
        """Something was asked for."""
        return any(self.cleaned_data.values())


class WordsForm(Form):
    """Words that a note holds."""

    words = forms.CharField(label=_("Cerca una parola nelle note"), max_length=100)
