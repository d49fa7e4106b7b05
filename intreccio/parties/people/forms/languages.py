"""Which language, of whom, and what it is to them."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Explained, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.languages import said_by
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.languages import Said, why_not_write_language
from intreccio.parties.people.vocabulary import SPOKEN, LanguageUse

USES = {
    LanguageUse.SPEAKS: _("Abbastanza per capirsi ogni giorno"),
    LanguageUse.PREFERS: _("Quella in cui dire le cose che contano"),
    LanguageUse.MEDIATOR: _("Per capirsi bene in questa lingua serve una mediatrice o un mediatore"),
}
HOME = "home"
CHOICES = [(use.value, Explained(capfirst(use.label), USES[use])) for use in LanguageUse]


class WhoseForm(RowForm):
    """Of whom, which language, since when."""

    helpers: ClassVar = frozenset({"person"})
    marks: ClassVar = {"code": ""}

    person = forms.ChoiceField(label=_("Chi"))
    code = forms.ChoiceField(label=_("Quale lingua"), required=False)
    since = forms.DateField(label=_("Da quando, se si sa"), widget=DayInput, required=False)

    def __init__(self, *args: Any, people: Mapping[str, Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        named = [(key, one.name) for key, one in people.items()]
        field_of(self, "person", forms.ChoiceField).choices = [
            ("", _("scegli")),
            *named,
            (HOME, _("in casa, e non si sa chi")),
        ]
        field_of(self, "code", forms.ChoiceField).choices = [("", _("scegli")), *SPOKEN.items()]

    def uses(self) -> list[str]:
        """What the language is to them: each of the forms below knows."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """The same rule that the action asks."""
        said = super().clean() or {}
        if not self.errors:
            who = "" if said["person"] == HOME else said["person"]
            days = said["since"], said.get("until")
            reasons = [
                why_not_write_language(Said(who, use, said["code"], *days), today=today())
                for use in self.uses()
            ]
            if reason := next(filter(None, reasons), None):
                raise forms.ValidationError(str(reason))
        return said

    def whose(self) -> Person | None:
        """None for the home."""
        one = self.people.get(self.cleaned_data["person"])
        return one.person if one else None


class NewLanguageForm(WhoseForm):
    """A new one: everything it is to somebody, at once."""

    helpers: ClassVar = frozenset({"person", "chosen"})

    chosen = forms.MultipleChoiceField(
        label=_("Che cosa è per lei o per lui"),
        choices=CHOICES,
        initial=[LanguageUse.SPEAKS],
        widget=TouchBoxes,
    )
    field_order = ("person", "code", "chosen", "since")

    def uses(self) -> list[str]:
        """Who prefers a language speaks it."""
        chosen = self.cleaned_data["chosen"]
        return [use for use in chosen if not (use == LanguageUse.SPEAKS and LanguageUse.PREFERS in chosen)]


class LanguageForm(WhoseForm):
    """One row, corrected: also of whom it is."""

    use = forms.ChoiceField(label=_("Che cosa è per lei o per lui"), choices=CHOICES, widget=TouchRadio)
    until = forms.DateField(label=_("Fino a quando, se è finito"), widget=DayInput, required=False)
    field_order = ("person", "code", "use", "since", "until")

    def read(self, row: Any) -> dict[str, Any]:
        """People by their key."""
        return {**super().read(row), "person": said_by(row).who or HOME}

    def uses(self) -> list[str]:
        """The one it says."""
        return [self.cleaned_data["use"]]


class EndLanguageForm(RowForm):
    """Since when it is no longer so."""

    until = forms.DateField(label=_("Non è più così da"), widget=DayInput, initial=today)

    def read(self, row: Any) -> dict[str, Any]:
        """Today is proposed."""
        return {"until": row.until or today()}
