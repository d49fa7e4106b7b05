"""Asking for a line."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.diary.actions.asking import Asked
from intreccio.families.diary.forms import capital
from intreccio.families.diary.queries.deciding import who_says_yes, yes_for
from intreccio.families.diary.queries.family import Family, labelled
from intreccio.families.diary.queries.limits import Limits
from intreccio.families.diary.rules.asking import Yes, why_not_ask, why_not_this_yes
from intreccio.families.diary.vocabulary import Rhythm, SupportKind, YesHow
from intreccio.ground.design.forms import DayInput, OnceForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.queries.responsibility import Deciding
from intreccio.parties.people.rules.responsibility import why_not_go_on


class AskForm(OnceForm):
    """Which line, for whom, the question; the yes of who decides where somebody is a minor."""

    marks = dict.fromkeys(("yes_of", "yes_how", "yes_on"), gettext_lazy("serve se c'è una persona minorenne"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Quale linea"), choices=capital(SupportKind), widget=TouchRadio
    )
    for_whom = forms.MultipleChoiceField(label=gettext_lazy("Per chi"), widget=TouchBoxes(layout="pairs"))
    question = forms.CharField(
        label=gettext_lazy("La domanda dell'équipe"),
        help_text=gettext_lazy("Che cosa chiedete, e perché adesso. La legge tutta l'équipe."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Ogni quanto, se si può"),
        choices=capital(Rhythm),
        widget=TouchRadio(layout="pairs"),
        initial=Rhythm.FORTNIGHTLY,
    )
    yes_of = forms.ChoiceField(label=gettext_lazy("Chi ha detto di sì"), required=False)
    yes_how = forms.ChoiceField(
        label=gettext_lazy("Come"), choices=capital(YesHow), widget=TouchRadio(layout="line"), required=False
    )
    yes_on = forms.DateField(label=gettext_lazy("Quando"), widget=DayInput, required=False)
    yes_also = forms.MultipleChoiceField(
        label=gettext_lazy("Ha detto di sì anche"), required=False, widget=TouchBoxes
    )
    yes_reason = forms.CharField(
        label=gettext_lazy("Perché si va avanti senza un sì"),
        help_text=gettext_lazy("Un'assenza, un'urgenza: resta scritto con la domanda."),
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, family: Family, deciding: Deciding, limits: Limits, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.family, self.deciding, self.limits = family, deciding, limits
        field_of(self, "for_whom", forms.MultipleChoiceField).choices = labelled(family.here)
        deciders = who_says_yes(deciding, [each.person.pk for each in family.here])
        field_of(self, "yes_of", forms.ChoiceField).choices = [("", _("Scegli")), *deciders]
        field_of(self, "yes_also", forms.MultipleChoiceField).choices = deciders
        if len(deciders) < 2:
            del self.fields["yes_also"]
        if not deciding.minors:
            del self.fields["yes_reason"]

    def clean(self) -> dict[str, Any]:
        """The line is for whom its name says, and a minor has an adult's yes: the same rules as the act."""
        said = super().clean() or {}
        day = today()
        people = [self.family.somebody(UUID(one), day) for one in said.get("for_whom", [])]
        known = [one for one in people if one is not None]
        if not ({"kind", "for_whom"} <= set(said)):
            return said
        if reason := why_not_ask(said["kind"], known, young=self.limits.young, in_charge=True):
            self.add_error("for_whom", str(reason))
        if {"for_whom", "yes_of", "yes_on", "yes_how"} <= set(said):
            self._clean_yes(said, day)
        return said

    def _clean_yes(self, said: dict[str, Any], day: date) -> None:
        needed = yes_for(self.deciding, [UUID(one) for one in said["for_whom"]])
        whole = said["yes_of"] and said["yes_how"] and said["yes_on"]
        yes = Yes(said["yes_on"]) if whole else None
        somebody = any(not one.decides.nobody for one in needed)
        if reason := why_not_this_yes(yes, is_needed=somebody, today=day):
            self.add_error("yes_of" if yes is None else "yes_on", str(reason))
            return
        keys = [said["yes_of"], *said.get("yes_also", [])]
        if no := why_not_go_on(needed, keys, reason=said.get("yes_reason", ""), called=self.deciding.called):
            self.add_error("yes_reason", str(no))

    @property
    def asked(self) -> Asked:
        """As it was filled in."""
        said = self.cleaned_data
        return Asked(
            kind=said["kind"],
            for_whom=[UUID(one) for one in said["for_whom"]],
            question=said["question"],
            rhythm=said["rhythm"],
            yes_of=said["yes_of"],
            yes_how=said["yes_how"],
            yes_on=said["yes_on"],
            yes_also=said.get("yes_also", []),
            yes_reason=said.get("yes_reason", ""),
        )


class VoidForm(OnceForm):
    """Why it was a mistake."""

    reason = forms.CharField(label=gettext_lazy("Perché non doveva esserci"), max_length=200)
