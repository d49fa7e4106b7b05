"""A version is given to somebody of the family: by whoever works with them, and opened on their own telephone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.families.access.actions.limits import address_of
from intreccio.families.plans import actions
from intreccio.families.plans.forms import HandForm, MinorsYesForm, SignForm
from intreccio.families.plans.forms.left import Left, left_of
from intreccio.families.plans.queries.children import ChildSheet
from intreccio.families.plans.queries.choices import person_of
from intreccio.families.plans.queries.handing import (
    Closed,
    Handed,
    addresses_handed,
    handed,
    may_be_handed,
    sheet_handed,
)
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.queries.whole import whole_of
from intreccio.families.plans.views.asking import Asked, answer, files, find, opening, sent
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.parties.people.queries.members import Member
from intreccio.workshop.messages.actions.reaching import why_not_reach

BESIDE = _(
    "Apre il progetto una volta, senza accesso, sul telefono di chi scegli: resta accanto mentre lo legge."
)
NOBODY = _(
    "Adesso non c'è nessuno a cui darlo: chi può firmare da sé ha già detto sì, o mancano gli obiettivi."
)
SIGNED = "signed"
STATUS = {"unknown": 404, "used": 200, "expired": 410, "changed": 410}


@second_tap_first
def hand_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """To whom it is given."""
    viewer, plan = find(request, plans_in_sight, plan_id, "hand_plan")
    opening(request, plan, "hand_plan", viewer)
    persons = may_be_handed(viewer, plan, today())
    refuse_if(why_not_reach(plan.household_id) if request.method != "POST" else None, code="silence")
    refuse_if(None if persons or request.method == "POST" else NOBODY, code="cannot_hand")
    asked = Asked(
        plan.case, _("Da firmare sul suo telefono"), _("Prepara l'indirizzo"), _("Fatto: ora aprilo sul suo telefono."), plan, BESIDE
    )  # fmt: skip
    form = HandForm(sent(request), persons=persons)

    def write() -> str:
        person = person_of(viewer, plan.case, form.cleaned_data["person"])
        if person is not None:
            actions.hand_plan(plan, person, by=viewer, today=today())
        return reverse("handed_plan", args=[plan.pk])

    return answer(request, form, asked, write)


@require_safe
def handed_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The addresses one has given that still open: in letters, and as a code for a camera. Not where silence was asked since."""
    viewer, plan = find(request, plans_in_sight, plan_id, "hand_plan")
    refuse_if(why_not_reach(plan.household_id), code="silence")
    record_reading(viewer, "handed_plan", household_id=plan.household_id, shown=[plan.household_id])
    context = {"plan": plan, "family": plan.case.household, "addresses": addresses_handed(viewer, plan)}
    return _drawn(request, "families/plans/pages/handed_plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """A version in plain words, and one's own yes: for who was given the address, without an access."""
    try:
        return _opened(request, token)
    except Closed as closed:
        return _closed(request, token, closed.why)


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    found = handed(token)
    if "later" in request.GET:
        return _quiet(request, "later", found.link.expires_at)
    with acting(found.viewer):
        sheet, member = sheet_handed(found, today())
        family = sheet.plan.household_id
        record_reading(found.viewer, "sign_by_link", household_id=family, shown=[family])
        young = member.is_minor
        form = MinorsYesForm(sent(request)) if young else SignForm(sent(request), files(request))
        if form.is_valid():
            return _signed(request, token, form)
        read = _minors if young else _grown_ups
        template, context = read(found, sheet, member)
        said = {**context, "form": form, "link": found.link}
        return _drawn(request, template, said, status=422 if form.is_bound else 200)


def _grown_ups(found: Handed, sheet: Sheet, member: Member) -> tuple[str, dict[str, object]]:
    """Everything that a yes is about."""
    del found
    context = {**whole_of(sheet, today(), reader=member), "member": member}
    return "families/plans/pages/sign_by_link.html", context


def _minors(found: Handed, sheet: Sheet, member: Member) -> tuple[str, dict[str, object]]:
    """Their own version: nothing of what grown-ups say, of their goals or of what they do not agree on."""
    context = {"sheet": sheet, "shown": ChildSheet(found.viewer, sheet, member.person.pk)}
    return "families/plans/pages/sign_child_by_link.html", context


def _signed(request: HttpRequest, token: str, form: SignForm | MinorsYesForm) -> HttpResponse:
    """Writes the yes once. Whoever was a moment later, or signs something else than they were given, is told kindly."""

    def write() -> str:
        said = form.cleaned_data
        mark = form.mark if isinstance(form, SignForm) else None
        shared = said.get("shared", False)
        actions.sign_by_link(token, reservation=said["reservation"], mark=mark, shared=shared, today=today())
        return SIGNED  # not the address: a token stands in no row

    try:
        once(form.cleaned_data["once"], write)
    except Refused as no:
        handed(token)  # it may have been used, or closed, a moment ago: it says so itself
        raise Closed("changed") from no
    return redirect(request.path)


def _closed(request: HttpRequest, token: str, why: str) -> HttpResponse:
    """Kindly, with what was written and found no place any more; who only tapped twice is thanked."""
    if why == "unknown" and actions.count_wrong(address_of(request), today()):
        return _quiet(request, "too_many", status=429)
    sent_here = request.method == "POST" and why != "unknown"
    left = left_of(token, SignForm(request.POST, request.FILES)) if sent_here else None
    if left is None:
        return _quiet(request, why, status=STATUS[why])
    return _quiet(request, why, left=left, status=409 if why == "used" else STATUS[why])


def _quiet(
    request: HttpRequest, why: str, until: object = None, *, left: Left | None = None, status: int = 200
) -> HttpResponse:
    context = {"why": why, "until": until, "left": left}
    return _drawn(request, "families/plans/pages/closed_link.html", context, status=status)


def _drawn(
    request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """Neither kept on the way nor found by whoever searches: the address is known to whom it was given."""
    answered = render(request, template, context, status=status)
    answered["Cache-Control"], answered["X-Robots-Tag"] = "no-store", "noindex, nofollow"
    return answered
