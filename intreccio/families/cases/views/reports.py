"""A report on a family: for whom, which parts, looked at, sent."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases import actions, policies
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.forms.reports import SendReportForm, kept_answers
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import Block, mark_of, told
from intreccio.families.cases.rules.stages import where_it_stands
from intreccio.families.cases.views.finding import find_case
from intreccio.families.cases.vocabulary import Addressee
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.untold import untold_of
from intreccio.workshop.documents.files import drawable, undrawn

CHOOSE, WRITE = "families/cases/pages/report_for.html", "families/cases/pages/send_report.html"


@second_tap_first
def send_report(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """First for whom (`?to=court`), then what; what leaves is what was looked at."""
    viewer, case = find_case(request, case_id, "send_report")
    policies.send_report.require(viewer)
    require_in_charge(case.team_id, by=viewer)
    if case.voided_at is not None:
        raise Refused(where_it_stands(case.stage, is_voided=True), code="stage")
    addressee = request.GET.get("to", "")
    if addressee not in Addressee.values:
        context = {**_about(case), "addressees": Addressee.choices}
        return render(request, CHOOSE, context, status=422 if request.method == "POST" else 200)
    looks = request.method != "POST" or "look" in request.POST
    initial = kept_answers(request.POST)
    form = SendReportForm(None if looks else request.POST, addressee=addressee, initial=initial)
    if not form.is_valid():
        return _show(request, viewer, case, form)
    try:
        return _send(request, viewer, case, form, addressee)
    except Changed:
        return _show(request, viewer, case, form, changed=True)


def _show(
    request: HttpRequest, viewer: Viewer, case: Case, form: SendReportForm, *, changed: bool = False
) -> HttpResponse:
    """The form beside what would leave; sending again sends what is shown now."""
    record_reading(viewer, "send_report", household_id=case.household_id, shown=[case.household_id])
    blocks = told(viewer, case, form.parts_said(), today())
    context = {
        **_about(case),
        "form": form,
        **_as_paper_says(blocks, form["conclusions"].value() or ""),
        "mark": mark_of(blocks),
        "changed": changed,
        "addressee": Addressee(request.GET["to"]).label,
    }
    status = 409 if changed else 422 if form.is_bound else 200
    return render(request, WRITE, context, status=status)


def _as_paper_says(blocks: list[Block], conclusions: str) -> dict[str, object]:
    """What leaves is what was looked at: a sign that no font has is a square here too, and its word is named."""
    words = [text for block in blocks for text in (block.heading, *block.lines)]
    voices = [text for block in blocks for each in block.voices for text in (each.words, each.who)]
    return {
        "blocks": drawable([asdict(block) for block in blocks]),
        "conclusions": drawable(conclusions),
        "lost": undrawn([*words, *voices, conclusions]),
    }


def _about(case: Case) -> dict[str, object]:
    return {"case": case, "family": case.household, "untold": untold_of(case.household_id, today())}


def _send(
    request: HttpRequest, viewer: Viewer, case: Case, form: SendReportForm, addressee: str
) -> HttpResponse:
    names = ("to_whom", "purpose", "seen", "conclusions", "more_reason")
    said = actions.ToSend(
        addressee, parts=form.parts_said(), **{name: form.cleaned_data[name] for name in names}
    )  # fmt: skip

    def write() -> str:
        actions.send_report(case, said, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    address = once(form.cleaned_data["once"], write)
    messages.success(
        request, str(_("Fatto: la relazione è conservata com'è. Aprila dai documenti per mandarla."))
    )
    return redirect(address)
