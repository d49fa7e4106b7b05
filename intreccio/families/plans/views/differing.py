"""A disagreement that is corrected, settled, or annulled."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans import actions
from intreccio.families.plans.forms import EditDisagreementForm, ReasonForm, SettleForm
from intreccio.families.plans.queries.choices import living_of, person_of
from intreccio.families.plans.queries.versions import disagreements_in_sight
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def edit_disagreement(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """Who said what, and when, corrected."""
    viewer, row = find(request, disagreements_in_sight, disagreement_id, "edit_disagreement")
    plan = row.plan
    opening(request, plan, "edit_disagreement", viewer)
    persons = living_of(viewer, plan.case, also=row.person_id)
    form = EditDisagreementForm(sent(request), persons=persons, row=row)
    also = ((_("È un errore: annulla"), reverse("void_disagreement", args=[row.pk])),)
    asked = Asked(
        plan.case, _("Correggi un disaccordo"), _("Salva"), _("Fatto: è corretto."), plan, also=also
    )

    def write() -> None:
        who, somebody = person_of(viewer, plan.case, form.cleaned_data["who"]), form.cleaned_data["somebody"]
        actions.edit_disagreement(
            row, form.disagreed, version=form.read_at, person=who, somebody=somebody, by=viewer, today=today()
        )

    return answer(request, form, asked, write)


@second_tap_first
def settle_disagreement(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """It is one no longer."""
    viewer, row = find(request, disagreements_in_sight, disagreement_id, "settle_disagreement")
    opening(request, row.plan, "settle_disagreement", viewer)
    form = SettleForm(sent(request))
    lead = f"«{row.words}»"
    asked = Asked(
        row.plan.case, _("Si è risolto"), _("Si è risolto"), _("Fatto: resta da leggere, con come si è risolto."),
        row.plan, lead,
    )  # fmt: skip

    def write() -> None:
        said = form.cleaned_data
        actions.settle_disagreement(row, how=said["how"], day=said["day"], by=viewer, today=today())

    return answer(request, form, asked, write)


@second_tap_first
def void_disagreement(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, row = find(request, disagreements_in_sight, disagreement_id, "void_disagreement")
    opening(request, row.plan, "void_disagreement", viewer)
    form = ReasonForm(sent(request))
    asked = Asked(
        row.plan.case, _("Annulla un disaccordo"), _("Annulla, era un errore"),
        _("Fatto: è annullato, e resta leggibile."), row.plan, f"«{row.words}»",
    )  # fmt: skip
    return answer(
        request, form, asked, lambda: actions.void_disagreement(row, reason=form.cleaned_data["reason"], by=viewer)
    )  # fmt: skip
