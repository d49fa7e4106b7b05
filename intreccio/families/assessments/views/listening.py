"""A child listened to: the questions of an age, who was there; corrected, annulled."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.assessments import actions, policies
from intreccio.families.assessments.forms import ListeningForm, VoidForm
from intreccio.families.assessments.models import Listening
from intreccio.families.assessments.queries.child_voice import child_of
from intreccio.families.assessments.queries.listening import (
    listeners_of,
    listenings_in_sight,
    open_assessments,
)
from intreccio.families.assessments.queries.look import is_child_of_ours
from intreccio.families.assessments.queries.questions import Questions, all_questions, questions_of
from intreccio.families.assessments.rules.listening import band_for, why_not_go_on
from intreccio.families.assessments.rules.moments import why_not_write
from intreccio.families.assessments.views.finding import lead
from intreccio.families.assessments.vocabulary import Band
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.ages import age_on

ASK = "families/assessments/pages/listen_to_child.html"
VOID = "families/assessments/pages/void_listening.html"


def find_child(
    request: HttpRequest, household_id: UUID, person_id: UUID, verb: str
) -> tuple[Viewer, Seen, Member]:
    """The viewer, the family and somebody at home; 404 for who may not read the record, 403 where role or team may not."""
    viewer = viewer_of(request)
    found = child_of(viewer, household_id, person_id)
    if found is None:
        raise Http404
    seen, child = found
    if verb in policies.OF_CHILDREN:
        require_verb(viewer, verb, seen.household.team_id)
    if request.method != "POST":
        record_reading(viewer, verb, household_id=household_id, shown=[person_id])
    return viewer, seen, child


def require_verb(viewer: Viewer, verb: str, team_id: UUID) -> None:
    """Raises NotAllowed where the role may not, or another team is in charge."""
    policies.OF_CHILDREN[verb].require(viewer)
    require_in_charge(team_id, by=viewer)


def find_listening(request: HttpRequest, listening_id: UUID, verb: str) -> tuple[Viewer, Listening]:
    """The viewer and a listening that can still be written; 409 where it was annulled, or its assessment is closed."""
    viewer = viewer_of(request)
    row = get_object_or_404(listenings_in_sight(viewer), pk=listening_id)
    require_verb(viewer, verb, row.team_id)
    if request.method != "POST":
        require_open(row)
        record_reading(viewer, verb, household_id=row.household_id, shown=[row.person_id])
    return viewer, row


def require_open(row: Listening, *, is_voided: bool = False) -> None:
    """Says that nothing can be written any more before anybody writes."""
    if look := row.assessment:
        is_closed = look.closed_on is not None
        refuse_if(why_not_write(is_closed=is_closed, is_voided=look.voided_at is not None), code="closed")
    refuse_if(why_not_go_on(is_voided=is_voided or row.voided_at is not None), code="voided")


def voice_page(row: Listening) -> str:
    """Where a listening is read: the child's own page."""
    return f"{reverse('child_voice', args=[row.household_id, row.person_id])}#ascolto-{row.pk}"


def show(request: HttpRequest, row: Any, form: forms.BaseForm, template: str, **words: Any) -> HttpResponse:
    """A page with one form about a child; 422 where something is missing, 409 where somebody else wrote first.

    row: what names the family and the person.
    """
    viewer, match = viewer_of(request), request.resolver_match
    household, person = row.household, row.person_id
    if request.method == "POST":
        record_reading(viewer, match.view_name if match else "", household_id=household.pk, shown=[person])
    child = words.pop("child", None) or _child(viewer, household.pk, person)
    context = {"family": household, "child": child, "form": form, "row": row, **words}
    status = 409 if words.get("changed") else 422 if form.is_bound else 200
    return render(request, template, context, status=status)


def _child(viewer: Viewer, household_id: UUID, person_id: UUID) -> Member:
    found = child_of(viewer, household_id, person_id)
    if found is None:
        raise Http404
    return found[1]


@second_tap_first
def listen_to_child(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """The questions of the child's age, or of another one; part of a look at the family, or not."""
    viewer, seen, child = find_child(request, household_id, person_id, "listen_to_child")
    if not is_child_of_ours(child):
        raise Http404
    home, questions = seen.household, _questions(request, child)
    listeners, looks = listeners_of(home.team_id, today()), open_assessments(household_id)
    me = viewer.membership_id
    form = ListeningForm(request.POST or None, questions=questions, listeners=listeners, looks=looks, me=me)
    if not form.is_valid():
        row = Listening(household=home, person_id=person_id)
        return show(request, row, form, ASK, child=child, bands=Band.choices)

    def write() -> str:
        row = actions.listen_to_child(home, person_id, form.told, assessment=form.look, by=viewer)
        return voice_page(row)

    return lead(request, form, write, _("Fatto: è scritto. Se ha disegnato, il disegno si aggiunge qui."))


def _questions(request: HttpRequest, child: Member) -> Questions | None:
    """Of the band that was chosen, or of the age; None for the smallest."""
    chosen, birth = request.GET.get("band", ""), child.person.birth_date
    if chosen in all_questions():
        return questions_of(chosen)
    return questions_of(band_for(age_on(birth, today())) or "") if birth else None


@second_tap_first
def edit_listening(request: HttpRequest, listening_id: UUID) -> HttpResponse:
    """Corrected, with the questions that were asked then."""
    viewer, row = find_listening(request, listening_id, "edit_listening")
    form = ListeningForm(
        request.POST or None, row=row, questions=questions_of(row.band), looks=[], listeners=_listeners(row)
    )
    if not form.is_valid():
        return show(request, row, form, ASK)

    def write() -> str:
        actions.edit_listening(row, form.told, version=form.read_at, by=viewer)
        return voice_page(row)

    return lead_or_both(request, row, form, ASK, write)


def _listeners(row: Listening) -> list[tuple[UUID, str]]:
    """Of the team, and who was said to have listened, who may have left it."""
    found = dict(listeners_of(row.team_id, today()))
    if row.heard_by_id and row.heard_by:
        found.setdefault(row.heard_by_id, row.heard_by.user.name)
    return list(found.items())


def lead_or_both(
    request: HttpRequest, row: Any, form: Any, template: str, write: Callable[[], str], **words: Any
) -> HttpResponse:
    """Writes once; where somebody else wrote first, both are shown and nothing is lost."""
    try:
        return lead(request, form, write, _("Fatto: è corretto."))
    except Changed as changed:
        both = form.show_both(changed.current) if hasattr(form, "show_both") else []
        return show(request, row, form, template, changed=True, both=both, **words)


@second_tap_first
def void_listening(request: HttpRequest, listening_id: UUID) -> HttpResponse:
    """A listening written by mistake."""
    viewer, row = find_listening(request, listening_id, "void_listening")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return show(request, row, form, VOID)

    def write() -> str:
        actions.void_listening(row, reason=form.cleaned_data["reason"], by=viewer)
        return voice_page(row)

    return lead(request, form, write, _("Fatto: è annullato, e resta leggibile."))
