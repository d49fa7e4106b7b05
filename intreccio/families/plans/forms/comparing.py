"""Which two versions one lays side by side."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import Plan
from intreccio.ground.design.forms import Form, field_of


class VersionsForm(Form):
    """Two versions, by their number: a filter, which carries codes."""

    mark_optional = False

    one = forms.ChoiceField(label=_("Questa versione"))
    other = forms.ChoiceField(label=_("Accanto a questa"))

    def __init__(self, *args: Any, versions: Sequence[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = {str(plan.number): plan for plan in versions}
        for name in ("one", "other"):
            field_of(self, name, forms.ChoiceField).choices = [
                (
                    number,
                    now_("Versione %(number)s, %(state)s")
                    % {"number": number, "state": plan.get_state_display()},
                )
                for number, plan in self.by_number.items()
            ]

    @property
    def chosen(self) -> tuple[Plan, Plan]:
        """Both, once it is valid."""
        return self.by_number[self.cleaned_data["one"]], self.by_number[self.cleaned_data["other"]]
