"""To which desk a signal goes on, and why."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.actions.passing import Onward
from intreccio.families.access.rules.competence import Desk
from intreccio.families.access.rules.passing import why_not_reason
from intreccio.families.access.vocabulary import PassReason
from intreccio.ground.design.forms import EditForm, TouchRadio


class PassOnForm(EditForm):
    """The desk, a reason, and a note for who receives it."""

    desk = forms.ChoiceField(label=_("A quale sportello"))
    reason = forms.ChoiceField(label=_("Perché"), choices=PassReason.choices, widget=TouchRadio())
    note = forms.CharField(
        label=_("Una nota per chi la riceve"),
        help_text=_("La legge solo il nuovo sportello. Da qui non si rilegge più."),
        widget=forms.Textarea(attrs={"rows": "3"}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, desks: Sequence[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Scegli lo sportello")), *((str(desk.id), desk.name) for desk in desks)]
        cast(forms.ChoiceField, self.fields["desk"]).choices = choices

    def clean(self) -> dict[str, Any]:
        """«Another reason» is said in words, beside its own field."""
        data: dict[str, Any] = self.cleaned_data
        if why := why_not_reason(data.get("reason", ""), data.get("note", "")):
            self.add_error("note", str(why))
        return data

    def onward(self) -> Onward:
        """What was chosen."""
        data = self.cleaned_data
        return Onward(UUID(data["desk"]), data["reason"], data["note"])
