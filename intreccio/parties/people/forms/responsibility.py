"""Who decides for whom, how far, and by whose act."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, Explained, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.actions.responsibility import Holding
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.responsibility import Act, why_not_write
from intreccio.parties.people.vocabulary import Decision, ResponsibilityKind, Standing

KINDS = {
    ResponsibilityKind.PARENTAL: _("Madre o padre: insieme, salvo che un giudice dica altro"),
    ResponsibilityKind.GUARDIAN: _("Decide al posto dei genitori"),
    ResponsibilityKind.CURATOR: _("Accanto ai genitori, su ciò che il giudice ha indicato"),
    ResponsibilityKind.SERVICE: _("Accanto ai genitori, su ciò che il giudice ha indicato"),
    ResponsibilityKind.FOSTER_CARER: _("Scuola e salute di ogni giorno"),
    ResponsibilityKind.ADMINISTRATOR: _("Accanto a una persona adulta, su ciò che il giudice ha indicato"),
}
TOLD = (
    ("True", Explained(_("Sì"), "")),
    ("False", Explained(_("No: non informare"), _("Lo ha deciso un giudice, o è per proteggere qualcuno"))),
)


class ResponsibilityForm(RowForm):
    """An act, in the order in which one reads it on the paper."""

    helpers: ClassVar = frozenset({"person", "holder"})
    marks: ClassVar = {"holder": "", "holder_words": _("se non è della famiglia"), "decisions": ""}

    person = forms.ChoiceField(label=_("Per chi si decide"))
    kind = forms.ChoiceField(
        label=_("In che veste"), widget=TouchRadio,
        choices=[(one.value, Explained(capfirst(one.label), KINDS[one])) for one in ResponsibilityKind],
    )  # fmt: skip
    holder = forms.ChoiceField(label=_("Chi decide"), required=False)
    holder_words = forms.CharField(
        label=_("Oppure chi è"),
        help_text=_("Per esempio «avv. Anna Bianchi, tutrice»."),
        max_length=160,
        required=False,
    )
    standing = forms.ChoiceField(
        label=_("Quanto vale"),
        choices=Standing.choices,
        initial=Standing.FULL,
        widget=TouchRadio(layout="pairs"),
    )
    decisions = forms.MultipleChoiceField(
        label=_("Su che cosa"),
        help_text=_(
            "Di un genitore con un limite: su che cosa non decide. Degli altri: su che cosa decide; se vuoto, su tutto."
        ),
        choices=Decision.choices,
        widget=TouchBoxes(layout="pairs"),
        required=False,
    )
    may_be_told = forms.TypedChoiceField(
        label=_("Si può dire a questa persona che cosa si fa?"), coerce=lambda said: said == "True", choices=TOLD,
        initial="True", widget=TouchRadio,
    )  # fmt: skip
    authority = forms.CharField(
        label=_("Chi lo ha deciso"),
        help_text=_("«Tribunale per i minorenni di Milano»."),
        max_length=160,
        required=False,
    )
    act = forms.CharField(
        label=_("Con quale atto"), help_text=_("«Decreto 123/2026»."), max_length=80, required=False
    )
    since = forms.DateField(label=_("Da quando vale"), widget=DayInput, initial=today)

    def __init__(self, *args: Any, people: Mapping[str, Member], row: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        of_it = {str(row.person_id), str(row.holder_id)} if row else set()
        people = {key: one for key, one in people.items() if key in of_it or not one.has_died}
        self.people = people
        named = [(key, f"{one.name}, {one.age}" if one.age else one.name) for key, one in people.items()]
        grown = [(key, name) for key, name in named if not people[key].is_minor]
        field_of(self, "person", forms.ChoiceField).choices = [("", _("scegli")), *named]
        field_of(self, "holder", forms.ChoiceField).choices = [("", _("chi non è nell'elenco")), *grown]

    def read(self, row: Any) -> dict[str, Any]:
        """People by their key."""
        return {**super().read(row), "person": str(row.person_id), "holder": str(row.holder_id or "")}

    def clean(self) -> dict[str, Any]:
        """The same rule that the action asks, said beside the field it is about."""
        said = super().clean() or {}
        if {"person", "kind", "standing", "may_be_told", "since"} <= set(said):
            reason = why_not_write(
                self.act_of(said),
                is_minor=self.people[said["person"]].is_minor,
                one_holder=bool(said.get("holder")) != bool(said.get("holder_words", "").strip()),
                oneself=said.get("holder") == said["person"],
                has_died=False,  # they are not in the list
                today=today(),
            )
            if reason:
                raise forms.ValidationError(str(reason))
        return said

    @staticmethod
    def act_of(said: Mapping[str, Any]) -> Act:
        """What is said of it."""
        return Act(
            said["kind"], said["standing"], tuple(said.get("decisions", [])), said["may_be_told"],
            said.get("authority", ""), said["since"],
        )  # fmt: skip

    def holding(self) -> Holding:
        """As the action takes it."""
        said = self.cleaned_data
        holder = self.people[said["holder"]].person if said["holder"] else None
        return Holding(
            self.people[said["person"]].person, self.act_of(said), holder, said["holder_words"], said["act"]
        )


class EndForm(RowForm):
    """Since when it no longer holds."""

    until = forms.DateField(label=_("Non vale più da"), widget=DayInput, initial=today)

    def read(self, row: Any) -> dict[str, Any]:
        """Today is proposed."""
        return {"until": row.until or today()}
