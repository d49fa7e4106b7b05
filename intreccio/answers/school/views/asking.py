"""What every page about school begins and ends with: whose it is, who may, a form that is asked or written once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from intreccio.answers.school import policies
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.pupils import Pupil, family_in_sight, home_of, pupil_of, pupil_to_read
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Now, Sheet, answer
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import FamilyRow
from intreccio.parties.people.queries.households import Seen

Row = TypeVar("Row", bound=FamilyRow)


@dataclass(frozen=True, slots=True)
class Asked:
    """A page with one form: what it is called, its button, what is said when it is written, where it leads back."""

    title: Words
    button: Words
    said: Words
    back: str
    back_label: Words
    lead: Words = ""


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form carries; None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def find_family(request: HttpRequest, household_id: UUID) -> tuple[Viewer, Seen]:
    """The viewer and a family whose record they open, the reading recorded. Raises Http404."""
    viewer = viewer_of(request)
    seen = family_in_sight(viewer, household_id)
    if seen is None:
        raise Http404
    _record(request, viewer, household_id)
    return viewer, seen


def find_pupil(
    request: HttpRequest, household_id: UUID, person_id: UUID, verb: str = ""
) -> tuple[Viewer, Seen, Pupil]:
    """The same, and one of its children. verb: only for whoever may, and of a child who lives. Raises Http404, NotAllowed."""
    viewer, seen = find_family(request, household_id)
    pupil = (pupil_of if verb else pupil_to_read)(viewer, seen, person_id)
    if pupil is None:
        raise Http404
    if verb:
        _require(viewer, verb, seen.household.team_id)
    return viewer, seen, pupil


def find_row(
    request: HttpRequest, in_sight: Callable[[Viewer], QuerySet[Row]], key: UUID, verb: str = ""
) -> tuple[Viewer, Row]:
    """A row in sight, the reading recorded. verb: only for whoever may."""
    viewer = viewer_of(request)
    row = get_object_or_404(in_sight(viewer), pk=key)
    if verb:
        _require(viewer, verb, row.team_id)
    _record(request, viewer, row.household_id)
    return viewer, row


def ask(
    request: HttpRequest, asked: Asked, form: OnceForm, write: Callable[[], str | None], *, now: Now = dict
) -> HttpResponse:
    """Shows the form, keeps it, or writes it once; `write` answers where it led, where that is not back."""
    sheet = Sheet(asked.title, asked.button, asked.back_label, asked.back, lead=asked.lead)
    return answer(request, sheet, form, lambda: write() or asked.back, said=asked.said, now=now)


def page_of(household_id: UUID, person_id: UUID) -> str:
    """The page of a child's school."""
    return reverse("child_school", args=[household_id, person_id])


def page_of_class(schooling: Schooling) -> str:
    """The same, of whom a class is, in the home where they are today."""
    return page_of(home_of(schooling).pk, schooling.child.merged_into_id or schooling.child_id)


def _require(viewer: Viewer, verb: str, team_id: object) -> None:
    policies.ABILITIES[verb].require(viewer)
    require_in_charge(team_id, by=viewer)


def _record(request: HttpRequest, viewer: Viewer, household_id: UUID) -> None:
    match = request.resolver_match
    record_reading(viewer, match.view_name if match else "", household_id=household_id, shown=[household_id])
