"""The three papers of a plan: for who works with the family, for the family, for a child."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries import paper, paper_child, paper_professional
from intreccio.families.plans.queries.children import ChildSheet
from intreccio.families.plans.queries.printed import printed
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.documents.files import download, pdf

PAGES = "families/plans/pages"


@require_safe
def print_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The paper that the family takes home, in plain words, to read and to sign."""
    viewer, plan = _find(request, plan_id)
    record_reading(viewer, "print_plan", household_id=plan.household_id, shown=[plan.household_id])
    words = paper.words_of(viewer, Sheet(viewer, plan), today())
    return download(pdf(f"{PAGES}/print_plan.typ", words, title=_("Il nostro progetto")), "progetto.pdf")


@require_safe
def print_plan_professional(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Everything that the version holds, for who works with the family."""
    viewer, plan = _find(request, plan_id)
    record_reading(
        viewer, "print_plan_professional", household_id=plan.household_id, shown=[plan.household_id]
    )
    words = paper_professional.words_of(viewer, Sheet(viewer, plan), today())
    drawn = pdf(f"{PAGES}/print_plan_professional.typ", words, title=_("Progetto della famiglia"))
    return download(drawn, "progetto-operatori.pdf")


@require_safe
def print_child_plan(request: HttpRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    """A child's own version, with pictures, on one page."""
    viewer, plan = _find(request, plan_id)
    shown = ChildSheet(viewer, Sheet(viewer, plan), person_id)
    record_reading(
        viewer, "print_child_plan", household_id=plan.household_id, shown=[plan.household_id, person_id]
    )
    drawn = pdf(f"{PAGES}/print_child_plan.typ", paper_child.words_of(shown), title=_("Il mio progetto"))
    return download(drawn, "il-mio-progetto.pdf")


def _find(request: HttpRequest, plan_id: UUID) -> tuple[Viewer, Plan]:
    """With all that the papers say and that is not of one version."""
    viewer = viewer_of(request)
    if (plan := printed(viewer, plan_id, today())) is None:
        raise Http404
    return viewer, plan
