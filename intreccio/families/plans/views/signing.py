"""One's own yes, and the picture of a signature."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.families.plans import actions
from intreccio.families.plans.forms import OwnYesForm
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import marks_in_sight
from intreccio.families.plans.queries.whole import whole_of
from intreccio.families.plans.views.asking import Asked, answer, find_whole, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.workshop.documents.files import show
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.queries import content_of, neutral_name

SIGN = _("Firma anche tu")


@second_tap_first
def sign_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One's own yes, from one's own access, below everything that it is about."""
    viewer, plan = find_whole(request, plan_id, "sign_plan")
    opening(request, plan, "sign_plan", viewer)
    lead = _("Dici sì a questa versione, con il tuo nome e da oggi. Se qualcosa non ti convince, scrivilo.")
    form = OwnYesForm(sent(request))
    asked = Asked(
        plan.case, SIGN, SIGN, _("Fatto: hai firmato."), plan, lead, template="families/plans/pages/sign.html",
        more=whole_of(Sheet(viewer, plan), today()),
    )  # fmt: skip

    def write() -> None:
        actions.sign_plan(plan, reservation=form.cleaned_data["reservation"], by=viewer, today=today())

    return answer(request, form, asked, write)


@require_safe
def signature_mark(request: HttpRequest, acceptance_id: UUID) -> HttpResponse:
    """The picture of a signature, also of a yes that was a mistake; each opening is written, with which one it was."""
    viewer = viewer_of(request)
    row = get_object_or_404(marks_in_sight(viewer), pk=acceptance_id)
    record_reading(viewer, "signature_mark", household_id=row.household_id, shown=[row.pk])
    document = cast(Document, row.mark)  # `marks_in_sight` leaves out those without one
    return show(content_of(document), neutral_name(document))
