"""Who does what by when."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.actions import Deed, Doer
from intreccio.families.plans.models import PlanAction
from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.rules.goals import why_not_add_action, why_not_so_far
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.design.forms import DayInput, EditForm, TouchRadio, add_reasons, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm

COLUMN = {"person": "person_id", "worker": "worker_id", "service": "service_id"}


class ActionForm(RowForm):
    """Something to do, and one who does it: chosen from the list, or by name."""

    marks: ClassVar = {"doer": "", "somebody": _("se non è nell'elenco")}

    what = forms.CharField(
        label=_("Che cosa si fa"), help_text=_("«Leggere una storia ogni sera»."), max_length=200
    )
    doer = forms.ChoiceField(label=_("Chi lo fa"), required=False)
    somebody = forms.CharField(
        label=_("Oppure qualcun altro"),
        help_text=_("«La nonna», «la pediatra»."),
        max_length=120,
        required=False,
    )
    resource = forms.ChoiceField(
        label=_("Su che cosa della famiglia conta"),
        help_text=_("Se si appoggia a qualcosa che la famiglia porta."),
        required=False,
    )
    by_when = forms.DateField(label=_("Entro quando"), widget=DayInput, required=False)
    rhythm = forms.CharField(
        label=_("Ogni quanto"),
        help_text=_("Se non ha un giorno: «ogni sabato»."),
        max_length=80,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        doers: list[tuple[str, list[Choice]]],
        resources: list[Choice],
        agreed: bool = False,
        **kwargs: Any,
    ) -> None:
        """`agreed`: somebody has said yes to the words, which then only stand there."""
        row: PlanAction | None = kwargs.get("row")
        super().__init__(*args, **kwargs)
        self.is_new = row is None
        if agreed:
            self.fields["what"].disabled = True
            self.fields["what"].help_text = _(
                "Qualcuno ha detto sì a queste parole: restano. Se cambia che cosa si fa, chiudete questa e aggiungetene un'altra."
            )
        field_of(self, "resource", forms.ChoiceField).choices = [
            ("", _("niente in particolare")), *_leant_on(row, resources), *resources
        ]  # fmt: skip
        kept = _as_it_is(row, doers)
        field_of(self, "doer", forms.ChoiceField).choices = [("", _("scegli")), *kept, *doers]

    def read(self, row: PlanAction) -> dict[str, Any]:
        """The doer by kind and key, what it counts on by key."""
        leans_on = str(row.resource_id) if row.resource_id else ""
        return {**super().read(row), "doer": doer_of(row), "resource": leans_on}

    def clean(self) -> dict[str, Any]:
        """One who does it, and not two; by a day that one can foresee."""
        cleaned = super().clean() or {}
        if reason := why_not_so_far(by_when=cleaned.get("by_when"), today=today()):
            self.add_error("by_when", str(reason))
        if not self.errors.get("doer") and bool(cleaned.get("doer")) == bool(
            cleaned.get("somebody", "").strip()
        ):
            self.add_error("doer", _("Scegli chi lo fa, oppure scrivi chi è qui sotto: una delle due"))
        if self.is_new:
            add_reasons(self, by_when=why_not_add_action(by_when=cleaned.get("by_when"), today=today()))
        return cleaned

    @property
    def deed(self) -> Deed:
        """What, and when."""
        said = self.cleaned_data
        key = UUID(said["resource"]) if said["resource"] else None
        return Deed(said["what"].strip(), said["by_when"], said["rhythm"].strip(), key)

    @property
    def who(self) -> Doer:
        """Who does it."""
        kind, _separator, key = self.cleaned_data["doer"].partition(":")
        chosen: dict[str, Any] = {COLUMN[kind]: UUID(key)} if key else {}
        return Doer(**chosen, somebody=self.cleaned_data["somebody"].strip())


def doer_of(row: PlanAction) -> str:
    """«person:…»; empty for somebody by name."""
    keys = ((kind, getattr(row, column)) for kind, column in COLUMN.items())
    return next((f"{kind}:{key}" for kind, key in keys if key), "")


def _leant_on(row: PlanAction | None, resources: list[Choice]) -> list[Choice]:
    """What it counts on now, where one could no longer choose it."""
    now = str(row.resource_id) if row and row.resource_id else ""
    return [(now, str(_("come adesso")))] if now and now not in dict(resources) else []


def _as_it_is(row: PlanAction | None, doers: list[tuple[str, list[Choice]]]) -> list[Choice]:
    """Who does it now, where they could no longer be chosen: an edit does not change hands by itself."""
    now = doer_of(row) if row else ""
    offered = {key for _group, choices in doers for key, _name in choices}
    return [(now, str(_("come adesso")))] if now and now not in offered else []


class FinishForm(EditForm):
    """Done, or no longer needed."""

    state = forms.ChoiceField(
        label=_("Come è andata"),
        choices=[(one.value, capfirst(one.label)) for one in (ActionState.DONE, ActionState.DROPPED)],
        widget=TouchRadio(layout="line"),
    )
