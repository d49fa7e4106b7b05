"""Taking a family in charge: team and person."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.forms.keeping import KeepForm
from intreccio.families.cases.forms.motives import MotiveField
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import members_of
from intreccio.families.cases.queries.eligible import asked_of
from intreccio.families.cases.queries.teams import teams_for
from intreccio.ground.design.forms import field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team


class TakeChargeForm(KeepForm):
    """Who takes the family in charge: one answer says team and person."""

    verb = "take_charge"
    mark_optional = True
    marks: ClassVar[Mapping[str, Words]] = dict.fromkeys(("keep_level", "keep_until", "keep_reason"), "")
    who = forms.ChoiceField(
        label=_("Chi ne è il riferimento"), help_text=_("La famiglia va con l'équipe di questa persona.")
    )
    motive = MotiveField(label=_("Perché la prendiamo in carico"))
    words = forms.CharField(
        label=_("Che cosa abbiamo deciso, e con chi"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    field_order = ("who", "motive", "words", "keep", "keep_level", "keep_until", "keep_reason")

    def __init__(self, *args: Any, case: Case, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, stage=case.stage, **kwargs)
        self.team_of_now = case.team_id
        self._ask_why(asked_of(case.household_id, today()))
        people = self._people_by_team(list(teams_for(case, viewer.team_ids)))
        field_of(self, "who", forms.ChoiceField).choices = [("", _("scegli")), *people]

    def _ask_why(self, unusual: Words | None) -> None:
        """Where a family is not as was agreed, the words of the decision say why."""
        if unusual:
            self.fields["words"].help_text = str(unusual)
            self.fields["words"].required = True
            self.fields["words"].error_messages["required"] = str(unusual)

    def _people_by_team(self, teams: list[Team]) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
        """Teams with their people, the team of now first; another team may choose by itself."""
        members = list(members_of([team.pk for team in teams], today()))
        for team in sorted(teams, key=lambda one: (one.pk != self.team_of_now, one.name)):
            itself = [] if team.pk == self.team_of_now else [(f"{team.pk}:", _("lo sceglie l'équipe"))]
            people = [
                (
                    f"{team.pk}:{place.membership_id}",
                    f"{place.membership.user.name}, {place.get_profession_display()}",
                )
                for place in members
                if place.team_id == team.pk
            ]
            yield f"{team.name} ({team.organisation.name})", [*itself, *people]

    def clean_who(self) -> tuple[UUID, UUID | None]:
        """The team, and the person where one was chosen."""
        team, _separator, person = self.cleaned_data["who"].partition(":")
        return UUID(team), UUID(person) if person else None

    def will_keep(self, cleaned: dict[str, Any]) -> bool:
        """There is a window to keep only where the family leaves the team of now."""
        who = cleaned.get("who")
        return super().will_keep(cleaned) and who is not None and who[0] != self.team_of_now
