"""What every page of a plan begins and ends with: who may, a form that is asked, kept, or written once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from intreccio.families.cases.actions.steps import gone, require_in_charge
from intreccio.families.cases.models import Case
from intreccio.families.plans import policies
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.opening import opened
from intreccio.families.plans.queries.versions import is_agreed
from intreccio.families.plans.rules.stages import AGREED, way_out_of_a_yes, why_not, why_not_after_a_yes
from intreccio.ground.design.asking import Drawn, ask
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.forms.rows import RowForm

Row = TypeVar("Row", bound=Model)
FORM = "families/plans/pages/form.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page with one form: what it is called, and what it says."""

    case: Case
    title: Words
    button: Words
    said: Words
    plan: Plan | None = None
    lead: Words = ""
    template: str = FORM
    also: tuple[tuple[Words, str], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    back: str = ""
    within: Words = ""

    @property
    def address(self) -> str:
        """Back to where it was asked; to the plan, or to the family's way where there is none yet."""
        if self.back:
            return self.back
        if self.plan is None:
            return reverse("case_page", args=[self.case.pk])
        return reverse("plan_page", args=[self.plan.pk])


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form carries; None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def preset(request: HttpRequest) -> dict[str, str]:
    """What an address chooses beforehand, by id and code; what is no choice of the form chooses nothing."""
    return {name: request.GET[name] for name in ("who", "how") if name in request.GET}


def files(request: HttpRequest) -> MultiValueDict[str, UploadedFile] | None:
    """The files that came with it."""
    return request.FILES if request.method == "POST" else None


def find(
    request: HttpRequest, in_sight: Callable[[Viewer], QuerySet[Row]], key: UUID, verb: str
) -> tuple[Viewer, Row]:
    """The viewer and a row in sight; 404 for strangers, 403 where role or team may not."""
    viewer = viewer_of(request)
    row = get_object_or_404(in_sight(viewer), pk=key)
    policies.require_with(verb, viewer, _answers_for(row))
    require_in_charge(row.team_id, by=viewer)  # type: ignore[attr-defined]  # rows of families carry their team
    return viewer, row


def find_whole(request: HttpRequest, plan_id: UUID, verb: str) -> tuple[Viewer, Plan]:
    """The same of a version that is read whole; in one query."""
    viewer = viewer_of(request)
    if (plan := opened(viewer, plan_id, today())) is None:
        raise Http404
    policies.require_with(verb, viewer, plan.case.responsible_id)
    require_in_charge(plan.team_id, by=viewer)
    return viewer, plan


def _answers_for(row: Model) -> object:
    """Who answers for the family: of a version, or of a row of one."""
    plan = getattr(row, "plan", row)
    return plan.case.responsible_id if isinstance(plan, Plan) else None


def opening(request: HttpRequest, plan: Plan, verb: str, viewer: Viewer) -> None:
    """Says that a version has no such step before anybody writes; then the reading is recorded."""
    if request.method != "POST":
        refuse_if(why_not(verb, plan.state, is_voided=plan.voided_at is not None), code="state")
        if verb in AGREED:
            refuse_if(
                why_not_after_a_yes(verb, accepted=is_agreed(plan)),
                code="accepted",
                way_out=way_out_of_a_yes(),
            )
        record_reading(viewer, verb, household_id=plan.household_id, shown=[plan.household_id])


def answer(
    request: HttpRequest, form: OnceForm, asked: Asked, write: Callable[[], str | None]
) -> HttpResponse:
    """Shows the form; or keeps it with what is missing (422), or with both answers (409); or writes it once.

    `write` answers where it led, where that is not back to the plan.
    """
    drawn = Drawn(
        draw=lambda shown, status: show(request, shown, asked, status=status),
        both=lambda shown, current: show(
            request, shown, asked, status=409, changed=True, both=_both(shown, current)
        ),
        said=asked.said,
        there=asked.address,
        keeps_but=gone().code,
    )
    return ask(request, form, drawn, write)


def _both(form: OnceForm, current: Any) -> list[Any]:
    """Both answers side by side; of a form with nothing of the row in it but its version, sent again it is sent to the row as it stands."""
    if isinstance(form, RowForm):
        return form.show_both(current)
    if "version" in form.fields:
        again = QueryDict(mutable=True)
        again.update(form.data)
        again["version"] = str(current.version)
        form.data = again
    return []


def show(
    request: HttpRequest, form: OnceForm, asked: Asked, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draws the page. What is kept of a form that was sent is drawn with the family's words around it: it is read too."""
    if request.method == "POST":
        key, match = asked.case.household_id, request.resolver_match
        record_reading(viewer_of(request), match.view_name if match else "", household_id=key, shown=[key])
    words = {"form": form, "asked": asked, "family": asked.case.household, **asked.more, **context}
    return render(request, asked.template, words, status=status)
