"""Giving a family to another team."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.forms.keeping import KeepForm
from intreccio.families.cases.forms.motives import MotiveField
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.teams import teams_at_work
from intreccio.ground.design.forms import field_of


class HandOverForm(KeepForm):
    """Which team, why, and what it can start from."""

    verb = "hand_over_case"
    to_team = forms.ChoiceField(label=_("A quale équipe"))
    motive = MotiveField()
    summary = forms.CharField(
        label=_("Da dove può cominciare chi la accoglie"),
        help_text=_(
            "Qui c'è già ciò che sappiamo: correggilo e completalo con parole tue. Chi accoglie lo trova in cima alla pagina."
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=4000,
    )
    field_order = ("to_team", "motive", "summary", "keep", "keep_level", "keep_until", "keep_reason")

    def __init__(self, *args: Any, case: Case, draft: str = "", **kwargs: Any) -> None:
        super().__init__(*args, stage=case.stage, initial={"summary": draft}, **kwargs)
        teams = teams_at_work().exclude(pk=case.team_id)
        field_of(self, "to_team", forms.ChoiceField).choices = [
            ("", _("scegli")),
            *((str(one.pk), f"{one.name} ({one.organisation.name})") for one in teams),
        ]
