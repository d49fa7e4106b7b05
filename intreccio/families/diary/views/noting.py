"""What every page of a visit, and of a note, begins and ends with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from intreccio.families.cases.actions.steps import gone
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import opened
from intreccio.families.diary import policies
from intreccio.ground.design.asking import Drawn, ask
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer

Write = Callable[[], object]
Whole = Callable[[], Any] | None
Both = Callable[[HttpRequest, Any, "Asked", Any], HttpResponse] | None
FORM = "families/diary/pages/visit_form.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page with one form about a case: what it is called, its button, what is said afterwards.

    both: how two answers are drawn, where it is not as `show_both` does.
    """

    case: Case
    title: Words
    button: Words
    said: Words
    lead: Words = ""
    template: str = FORM
    more: dict[str, Any] = field(default_factory=dict)
    both: Both = None

    @property
    def address(self) -> str:
        """Back to the diary."""
        return reverse("diary_page", args=[self.case.pk])


def find(request: HttpRequest, case_id: UUID, verb: str) -> tuple[Viewer, Case]:
    """The viewer and a case in sight; 404 for strangers, 403 where the role may not. A page that is opened is a reading."""
    viewer = viewer_of(request)
    if (case := opened(viewer, case_id)) is None:
        raise Http404
    policies.VISITS[verb].require(viewer)
    if request.method != "POST":
        record_reading(viewer, verb, household_id=case.household_id, shown=[case.household_id])
    return viewer, case


def answer(request: HttpRequest, form: Any, asked: Asked, write: Write, whole: Whole = None) -> HttpResponse:
    """Shows the form; keeps it with what is missing (422), with both answers (409), with a no; or writes it once.

    whole: the same form with everything that can be chosen, for a page that is drawn after `form` was only read.
    """
    both = asked.both or show_both
    drawn = Drawn(
        draw=lambda shown, status: show(request, shown, asked, status=status),
        both=lambda shown, current: both(request, shown, asked, current),
        said=asked.said,
        there=asked.address,
        keeps_but=gone().code,
        whole=whole,
    )
    return ask(request, form, drawn, lambda: str(write() or ""))


def show_both(request: HttpRequest, form: Any, asked: Asked, current: Any) -> HttpResponse:
    """What stands, and what was sent, side by side: sent again, it is written over what stands."""
    return show(request, form, asked, status=409, both=form.show_both(current), changed=True, current=current)


def show(
    request: HttpRequest, form: OnceForm, asked: Asked, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draws the page. What is kept of a form that was sent is drawn with the family's words around it: it is read too."""
    if request.method == "POST":
        key, match = asked.case.household_id, request.resolver_match
        record_reading(viewer_of(request), match.view_name if match else "", household_id=key, shown=[key])
    words = {
        "form": form,
        "asked": asked,
        "case": asked.case,
        "family": asked.case.household,
        **asked.more,
        **context,
    }
    return render(request, asked.template, words, status=status)
