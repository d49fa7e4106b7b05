"""The desk's forms about a signal."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.actions.triage import Choice
from intreccio.families.access.models import Triage
from intreccio.families.access.rules.triage import why_not_close
from intreccio.families.access.vocabulary import CloseReason, FirstStep, Urgency
from intreccio.ground.design.forms import DayInput, EditForm, Explained, OnceForm, TouchRadio

Choices = list[tuple[str, Any]]
EXPLAINED: Choices = [
    (FirstStep.MEET.value, Explained(FirstStep.MEET.label, _("Qualcuno di noi la chiama e la ascolta"))),
    (
        FirstStep.POINT.value,
        Explained(FirstStep.POINT.label, _("Basta un'informazione o un accompagnamento")),
    ),
    (FirstStep.ASK.value, Explained(FirstStep.ASK.label, _("Mancano fatti per decidere"))),
    (FirstStep.FOLLOWED.value, Explained(FirstStep.FOLLOWED.label, _("Avviso chi lavora con la famiglia"))),
    (
        FirstStep.DANGER.value,
        Explained(FirstStep.DANGER.label, _("Prima si telefona: 112, 114, pronto intervento")),
    ),
    (FirstStep.CLOSE.value, Explained(FirstStep.CLOSE.label, _("Serve un motivo, resta scritto"))),
]


class UrgencyForm(EditForm):
    """How soon."""

    prefix = "urgency"
    urgency = forms.ChoiceField(
        label=_("Quanto tempo c'è"), choices=Urgency.choices, widget=TouchRadio(layout="line")
    )


class StepForm(EditForm):
    """The six choices, who, within when, and a word back."""

    prefix = "step"
    step = forms.ChoiceField(label=_("Scelta"), choices=EXPLAINED, widget=TouchRadio())
    reason = forms.ChoiceField(
        label=_("Motivo, se si chiude"), choices=[("", _("—")), *CloseReason.choices], required=False
    )
    to = forms.ChoiceField(label=_("Chi se ne occupa"), required=False)
    by_when = forms.DateField(label=_("Entro quando"), widget=DayInput, required=False)
    note = forms.CharField(
        label=_("Una nota per chi rilegge"),
        widget=forms.Textarea(attrs={"rows": "2"}),
        max_length=2000,
        required=False,
    )
    message = forms.CharField(
        label=_("Una parola a chi ha segnalato"),
        help_text=_(
            "Che cosa faremo, senza raccontare la vita di nessuno. Se resta vuota, la segnalazione è «da restituire»."
        ),
        widget=forms.Textarea(attrs={"rows": "3"}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, workers: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["to"]).choices = [
            ("", _("Nessuno, per ora")),
            *((str(hat), name) for hat, name in workers),
        ]

    def clean(self) -> dict[str, Any]:
        """Closing says why: told beside its own field."""
        data: dict[str, Any] = self.cleaned_data
        if data.get("step") == FirstStep.CLOSE:
            why = why_not_close(data.get("reason", ""), data.get("note", ""))
            if why:
                self.add_error("note" if data.get("reason") else "reason", str(why))
        return data

    def choice(self) -> Choice:
        """What was chosen."""
        data = self.cleaned_data
        return Choice(
            step=data["step"],
            to=UUID(data["to"]) if data["to"] else None,
            by_when=data["by_when"],
            reason=data["reason"] if data["step"] == FirstStep.CLOSE else "",
            note=data["note"],
            message=data["message"],
        )


class ReplyForm(OnceForm):
    """A word back to who signalled."""

    prefix = "reply"
    words = forms.CharField(
        label=_("La parola"),
        widget=forms.Textarea(attrs={"rows": "3"}),
        max_length=2000,
        help_text=_("Che cosa è stato possibile, senza raccontare la vita di nessuno."),
    )
    closes = forms.BooleanField(
        label=_("E qui si chiude"), help_text=_("Nessun altro passo è atteso."), required=False
    )


def step_form(data: Any, triage: Triage, workers: Sequence[tuple[UUID, str]], me: UUID) -> StepForm:
    """The step form of a signal, with what is already proposed."""
    mine = str(me) if me in dict(workers) else ""
    return StepForm(
        data,
        workers=workers,
        initial={
            "version": triage.version,
            "step": triage.step or FirstStep.MEET,
            "to": str(triage.assigned_to_id or mine),
            "by_when": triage.until,
        },
    )
