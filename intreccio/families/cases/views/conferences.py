"""Meetings about a family: prepared, changed, called off, held, decided."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases import actions
from intreccio.families.cases.forms import ConferenceForm, DecisionForm, MinutesForm, VoidForm
from intreccio.families.cases.models import Case, Conference
from intreccio.families.cases.queries.conferences import (
    coming,
    conferences_of,
    decision_in,
    decisions_of,
    needs_of,
    seats_of,
    who_could_come,
)
from intreccio.families.cases.rules.conferences import why_not_change, why_not_decide, why_not_void
from intreccio.families.cases.views.finding import find_case, lead, show, steps_for
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import panels_for
from intreccio.ground.kernel.refused import Changed, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import clashes_at
from intreccio.parties.people.queries.untold import untold_of
from intreccio.workshop.calendar.rules.clashes import Clash
from intreccio.workshop.calendar.rules.entries import draft
from intreccio.workshop.calendar.vocabulary import EntryKind


@require_safe
def conference_page(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """A meeting: what is or was looked at, who was there, what was said and decided."""
    viewer, case = find_case(request, case_id, "conference_page")
    conference = get_object_or_404(conferences_of(viewer, case), pk=conference_id)
    decisions, seats = decisions_of(viewer, conference), seats_of(viewer, conference)
    context = {
        "case": case,
        "family": case.household,
        "conference": conference,
        "seats": seats,
        "coming": coming(conference, seats),
        "decisions": decisions,
        "may": steps_for(viewer, case) if conference.voided_at is None else set(),
        "panels": panels_for(
            request, "conference.page", case=case, conference=conference, decisions=decisions
        ),
    }
    return render(request, "families/cases/pages/conference_page.html", context)


@second_tap_first
def plan_conference(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A meeting to come."""
    viewer, case = find_case(request, case_id, "plan_conference")
    untold = untold_of(case.household_id, today())
    form = ConferenceForm(request.POST or None, groups=who_could_come(viewer, case, today(), untold))
    found = _clashes(viewer, form)
    if found or not form.is_valid():
        page = "families/cases/pages/plan_conference.html"
        return show(request, case, form, page, untold=untold, clashes=found)

    def write() -> str:
        made = actions.plan_conference(case, form.prepared, by=viewer, today=today())
        return _address(made)

    return lead(request, form, write, _("Fatto: la riunione è in programma."))


@second_tap_first
def edit_conference(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """Another day, other people, other things to look at."""
    viewer, case, conference = _find(request, case_id, conference_id, "edit_conference")
    page, untold = "families/cases/pages/edit_conference.html", untold_of(case.household_id, today())
    groups, seats = who_could_come(viewer, case, today(), untold), seats_of(viewer, conference)
    form = ConferenceForm(request.POST or None, groups=groups, conference=conference, seats=seats)
    found = _clashes(viewer, form, conference)
    if found or not form.is_valid():
        return show(request, case, form, page, conference=conference, untold=untold, clashes=found)

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        actions.edit_conference(conference, form.prepared, version=version, by=viewer, today=today())
        return _address(conference)

    try:
        return lead(request, form, write, _("Fatto: la riunione è cambiata."))
    except Changed:
        now = get_object_or_404(conferences_of(viewer, case), pk=conference_id)
        return show(request, case, form.over(now, groups), page, conference=now, changed=True, untold=untold)


@second_tap_first
def call_off_conference(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """A meeting that will not be."""
    viewer, case, conference = _find(request, case_id, conference_id, "call_off_conference")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        page, step = "families/cases/pages/call_off_conference.html", _step_of(conference)
        return show(request, case, form, page, conference=conference, **step)

    def write() -> str:
        actions.call_off_conference(conference, reason=form.cleaned_data["reason"], by=viewer)
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: non vale più, e resta scritto perché."))


def _step_of(conference: Conference) -> dict[str, Words]:
    """A contact is no meeting that could still be."""
    return {"step": _("Annullare un contatto scritto per errore")} if conference.is_contact else {}


@second_tap_first
def write_minutes(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """Who was there and what was said; where somebody has just written, both are shown."""
    viewer, case, conference = _find(request, case_id, conference_id, "write_minutes")
    page, seats = "families/cases/pages/write_minutes.html", seats_of(viewer, conference)
    form = MinutesForm(request.POST or None, conference=conference, seats=seats)
    if not form.is_valid():
        return show(request, case, form, page, conference=conference)

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        actions.write_minutes(conference, form.told, version=version, by=viewer, today=today())
        return _address(conference)

    try:
        return lead(request, form, write, _("Fatto: il verbale è scritto. Che cosa si è deciso?"))
    except Changed:
        now = get_object_or_404(conferences_of(viewer, case), pk=conference_id)
        return show(request, case, form.over(now, seats), page, conference=now, changed=True)


@second_tap_first
def add_decision(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """Something that was decided: who does it, by when."""
    viewer, case, conference = _find(request, case_id, conference_id, "add_decision")
    form = DecisionForm(
        request.POST or None, groups=who_could_come(viewer, case, today()), needs=needs_of(case)
    )
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/add_decision.html", conference=conference)

    def write() -> str:
        said = {name: form.cleaned_data[name] for name in ("what", "need", "by_when")}
        actions.add_decision(conference, form.who, **said, by=viewer, today=today())
        return _address(conference)

    return lead(request, form, write, _("Fatto: è deciso, e il progetto ne ha la proposta."))


@second_tap_first
def void_decision(
    request: HttpRequest, case_id: UUID, conference_id: UUID, decision_id: UUID
) -> HttpResponse:
    """A decision written by mistake."""
    viewer, case, conference = _find(request, case_id, conference_id, "void_decision")
    decision = get_object_or_404(decision_in(conference), pk=decision_id)
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/void_decision.html", decision=decision)

    def write() -> str:
        actions.void_decision(decision, reason=form.cleaned_data["reason"], by=viewer)
        return _address(conference)

    return lead(request, form, write, _("Fatto: è annullata, e resta leggibile."))


def _find(
    request: HttpRequest, case_id: UUID, conference_id: UUID, verb: str
) -> tuple[Viewer, Case, Conference]:
    """A meeting of this family; what it no longer is for says so before anybody writes."""
    viewer, case = find_case(request, case_id, verb)
    conference = get_object_or_404(conferences_of(viewer, case), pk=conference_id)
    if request.method != "POST":
        refuse_if(why_not_void(is_voided=conference.voided_at is not None), code="voided")
        refuse_if(_why_not(verb, conference), code="conference")
    return viewer, case, conference


def _why_not(verb: str, conference: Conference) -> Words | None:
    is_held = conference.held_on is not None
    if verb == "edit_conference" or (verb == "call_off_conference" and not conference.is_contact):
        return why_not_change(is_held=is_held)
    if verb == "add_decision":
        return why_not_decide(is_held=is_held, what="-", by_when=None, held_on=None)
    return None


def _clashes(viewer: Viewer, form: ConferenceForm, row: Conference | None = None) -> list[Clash]:
    """Who is elsewhere at that hour, to be said before it is written; empty where nobody is, or where it has been said."""
    if not form.is_valid():
        return []
    said = form.prepared
    hats = {doer.membership_id for doer in said.asked if doer.membership_id}
    meeting = draft(EntryKind.MEETING, said.day, said.at, key=row.pk if row else None)
    page = "edit_conference" if row else "plan_conference"
    return form.unsaid(clashes_at(viewer, meeting, hats, page=page))


def _address(conference: Conference) -> str:
    return reverse("conference_page", args=[conference.case_id, conference.pk])
