"""What the family brings: its page, and what is written of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.families.plans import actions, policies
from intreccio.families.plans.actions import Brought
from intreccio.families.plans.forms import ReasonForm, ResourceForm
from intreccio.families.plans.models import FamilyResource, Plan
from intreccio.families.plans.queries.choices import living_of, person_of
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.resources import resources_of, whose_is
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer


@require_safe
def resource_list(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Everything that the family brings, what it brought, and what was a mistake."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, "resource_list", household_id=plan.household_id, shown=[plan.household_id])
    family = family_of(viewer, plan.case.household)
    rows = [(row, whose_is(family, row)) for row in resources_of(plan)]
    context = {
        "plan": plan,
        "family": plan.case.household,
        "rows": [each for each in rows if each[0].voided_at is None],
        "mistakes": [each for each in rows if each[0].voided_at is not None],
        "may": policies.what_may(viewer, plan),
    }
    return render(request, "families/plans/pages/resource_list.html", context)


@second_tap_first
def add_resource(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Something that one can count on."""
    viewer, plan = find(request, plans_in_sight, plan_id, "add_resource")
    opening(request, plan, "add_resource", viewer)
    form = ResourceForm(sent(request), persons=living_of(viewer, plan.case))
    asked = Asked(
        plan.case, _("Che cosa porta la famiglia"), _("Scrivi"), _("Fatto: è scritto."), plan,
        _("Che cosa sanno fare, che cosa hanno, chi c'è vicino: il progetto comincia da qui."),
    )  # fmt: skip

    def write() -> str:
        actions.add_resource(plan, _brought(viewer, plan, form), by=viewer, today=today())
        return _list_of(plan)

    return answer(request, form, asked, write)


@second_tap_first
def edit_resource(request: HttpRequest, plan_id: UUID, resource_id: UUID) -> HttpResponse:
    """Corrects it, or says until when one could count on it."""
    viewer, plan = find(request, plans_in_sight, plan_id, "edit_resource")
    row = _standing(plan, resource_id)
    opening(request, plan, "edit_resource", viewer)
    form = ResourceForm(sent(request), persons=living_of(viewer, plan.case, also=row.person_id), row=row)
    also = ((_("È un errore: annulla"), reverse("void_resource", args=[plan.pk, row.pk])),)
    asked = Asked(
        plan.case, _("Aggiorna che cosa porta la famiglia"), _("Salva"), _("Fatto: è aggiornato."), plan,
        row.what, also=also,
    )  # fmt: skip

    def write() -> str:
        brought = _brought(viewer, plan, form)
        actions.edit_resource(plan, row, brought, version=form.read_at, by=viewer, today=today())
        return _list_of(plan)

    return answer(request, form, asked, write)


@second_tap_first
def void_resource(request: HttpRequest, plan_id: UUID, resource_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, plan = find(request, plans_in_sight, plan_id, "void_resource")
    row = _standing(plan, resource_id)
    opening(request, plan, "void_resource", viewer)
    form = ReasonForm(sent(request))
    asked = Asked(
        plan.case, _("Annulla ciò che porta la famiglia"), _("Annulla, era un errore"),
        _("Fatto: è annullato, e resta leggibile."), plan, row.what,
    )  # fmt: skip

    def write() -> str:
        actions.void_resource(plan, row, reason=form.cleaned_data["reason"], by=viewer)
        return _list_of(plan)

    return answer(request, form, asked, write)


def _standing(plan: Plan, key: UUID) -> FamilyResource:
    return get_object_or_404(resources_of(plan).filter(voided_at__isnull=True), pk=key)


def _brought(viewer: Viewer, plan: Plan, form: ResourceForm) -> Brought:
    said = form.values()
    return Brought(person_of(viewer, plan.case, said.pop("person")), **said)


def _list_of(plan: Plan) -> str:
    return reverse("resource_list", args=[plan.pk])
