"""What every view here begins and ends with: who sees the family, and a form that is asked, kept, or written once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from intreccio.ground.accounts.roles import Ability
from intreccio.ground.design.asking import Drawn, ask
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.households import Seen, household_of
from intreccio.parties.people.queries.persons import person_in

Row = TypeVar("Row")
FORM = "parties/people/pages/form.html"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page with one form: what it is called, and where it leads back."""

    seen: Seen
    title: Words
    button: Words
    said: Words
    lead: Words = ""
    back: str = ""
    also: tuple[tuple[Words, str], ...] = ()
    template: str = FORM
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The family's page, unless something else is said."""
        return self.back or reverse("household_page", args=[self.seen.household.pk])


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form carries; None where the page is only opened. An empty form that was sent is still a form."""
    return request.POST if request.method == "POST" else None


def opening(
    request: HttpRequest, household_id: UUID, *, shown: list[UUID] | None = None
) -> tuple[Viewer, Seen]:
    """The viewer and the household, the reading recorded. Raises Http404 where the viewer may not know of it."""
    viewer = viewer_of(request)
    seen = household_of(viewer, household_id)
    if seen is None:
        raise Http404
    match = request.resolver_match
    record_reading(viewer, match.view_name if match else "", household_id=household_id, shown=shown or [])
    return viewer, seen


def writing(request: HttpRequest, household_id: UUID, ability: Ability) -> tuple[Viewer, Seen]:
    """The same, for a page that writes: raises NotAllowed for who may read and not write."""
    viewer, seen = opening(request, household_id)
    require_charge(seen.household, by=viewer, ability=ability)
    return viewer, seen


def person_or_404(viewer: Viewer, household_id: UUID, person_id: UUID) -> Person:
    """A person of this home, followed to the row they were merged into."""
    return found(person_in(viewer, household_id, person_id))


def found(row: Row | None) -> Row:
    """The row. Raises Http404 where there is none in sight."""
    if row is None:
        raise Http404
    return row


def answer(request: HttpRequest, form: OnceForm, asked: Asked, write: Callable[[], object]) -> HttpResponse:
    """Shows the form; or keeps it with what is missing (422), or with both answers (409); or writes it once."""
    drawn = Drawn(
        draw=lambda shown, status: show(request, shown, asked, status=status),
        both=lambda shown, current: show(
            request, shown, asked, status=409, changed=True, both=_both(shown, current)
        ),
        said=asked.said,
        there=asked.address,
    )
    return ask(request, form, drawn, lambda: _led(write(), asked.address))


def _both(form: OnceForm, current: Any) -> list[Any]:
    return form.show_both(current) if isinstance(form, RowForm) else []


def _led(_written: object, address: str) -> str:
    return address


def show(
    request: HttpRequest, form: OnceForm, asked: Asked, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draws the page."""
    return render(
        request,
        asked.template,
        {
            "form": form,
            "asked": asked,
            "seen": asked.seen,
            "household": asked.seen.household,
            **asked.more,
            **context,
        },
        status=status,
    )
