"""Forms of teams: what they are, who is planned, who works there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.design.forms import EditForm, OnceForm, TouchRadio, field_of
from intreccio.parties.organisations.forms.network import SaidForm
from intreccio.parties.organisations.forms.places import DistrictField
from intreccio.parties.organisations.models import Membership, Project
from intreccio.parties.organisations.rules.composition import STATED
from intreccio.parties.organisations.vocabulary import Profession, TeamKind


class TeamForm(SaidForm):
    """A desk or a team."""

    name = forms.CharField(label=_("Nome"), max_length=160)
    kind = forms.ChoiceField(label=_("Che cos'è"), choices=TeamKind.choices, widget=TouchRadio(layout="line"))
    municipality_codes = DistrictField(label=_("Comuni serviti"))
    project = forms.ModelChoiceField(
        label=_("Nel progetto"),
        queryset=Project.objects.none(),
        required=False,
        empty_label=_("nessun progetto"),
    )
    is_default_desk = forms.BooleanField(
        label=_("Riceve le segnalazioni senza comune"),
        required=False,
        help_text=_("Un solo sportello in tutta la rete."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "project", forms.ModelChoiceField).queryset = Project.objects.order_by("name")

    def clean(self) -> dict[str, Any]:
        """Signals that belong to nobody go to a desk."""
        answers = super().clean() or self.cleaned_data
        if answers.get("is_default_desk") and answers.get("kind") != TeamKind.DESK:
            self.add_error("is_default_desk", _("Solo uno sportello può riceverle"))
        return answers


class PostsForm(EditForm):
    """How many of each profession, and how many in all where more were stated."""

    sown = tuple(Profession.values)
    stated = forms.IntegerField(
        label=_("In tutto, se sono di più"),
        help_text=_(
            "Se il progetto dice un totale più grande, la differenza resta un posto con il ruolo da definire."
        ),
        min_value=0,
        max_value=400,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in Profession.choices:
            self.fields[code] = forms.IntegerField(
                label=str(label).capitalize(), min_value=0, max_value=99, initial=0
            )

        self.order_fields([*Profession.values, "stated"])

    def clean(self) -> dict[str, Any]:
        """In all there are never fewer than the professions add up to."""
        answers = super().clean() or self.cleaned_data
        total = sum(answers.get(code) or 0 for code in Profession.values)
        if answers.get("stated") and answers["stated"] < total:
            self.add_error("stated", _("Le professioni sommate sono già %(total)d") % {"total": total})
        return answers

    def planned(self) -> dict[str, int]:
        """Profession and number; the total stated, where it says more."""
        planned = {code: self.cleaned_data[code] for code in Profession.values}
        return planned | {STATED: self.cleaned_data["stated"] or 0}


class TeamMemberForm(OnceForm):
    """Who begins to work in a team, and as what."""

    membership = forms.ChoiceField(label=_("Chi"), help_text=_("Da oggi vede le famiglie dell'équipe."))
    profession = forms.ChoiceField(
        label=_("Con quale professione"), choices=Profession.choices, widget=TouchRadio
    )

    def __init__(self, *args: Any, candidates: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hats = {str(hat.pk): hat for hat in candidates}
        field_of(self, "membership", forms.ChoiceField).choices = [
            ("", _("scegli una persona")),
            *((key, _named(hat)) for key, hat in self.hats.items()),
        ]

    def hat(self) -> Membership:
        """The chosen hat."""
        return self.hats[self.cleaned_data["membership"]]


def _named(hat: Membership) -> str:
    return f"{hat.user.name}, {BY_CODE[hat.role].label}, {hat.organisation.name}"
