"""A disagreement that is corrected, or settled."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.forms.agreeing import DisagreementForm
from intreccio.families.plans.models import Disagreement
from intreccio.ground.design.forms import DayInput, OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm


class EditDisagreementForm(RowForm, DisagreementForm):
    """The same questions, over what was written."""

    def read(self, row: Disagreement) -> dict[str, Any]:
        """Who says it, by key."""
        return {**super().read(row), "who": str(row.person_id) if row.person_id else ""}


class SettleForm(OnceForm):
    """How it was settled, and when."""

    how = forms.CharField(
        label=_("Come si è risolto"),
        help_text=_("Con le parole di tutti: che cosa è cambiato, o su che cosa vi siete incontrati."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    day = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
