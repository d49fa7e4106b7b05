"""Going together: one, with its guide; how it went, or why one does not go."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.around.actions import outings as actions
from intreccio.families.around.forms.outings import DropForm, WentForm
from intreccio.families.around.queries.guide import guide_of
from intreccio.families.around.queries.outings import standing_of, tries_before
from intreccio.families.around.rules.outings import SHEET_TO_LOOK_AT
from intreccio.families.around.views.finding import find_outing, may_with, page_of, sent, sheet_of
from intreccio.ground.design.sheets import answer, standing
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.parties.people.queries.ecomap import whose
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.ties import relatives_of


@require_safe
def outing_page(request: HttpRequest, outing_id: UUID) -> HttpResponse:
    """Who with whom, which day, how one gets in, what one brings; how it went."""
    viewer, outing = find_outing(request, outing_id)
    relatives = {each.id: each for each in relatives_of(viewer, outing.household, today())}
    context = {
        "outing": outing,
        "case": outing.case,
        "family": outing.household,
        "whose": whose(outing.person_id, relatives),
        "bring": [line.strip() for line in outing.bring.splitlines() if line.strip()],
        "guide": guide_of(outing.service_id, household_of(viewer, outing.household_id), outing.day),
        "before": list(tries_before(outing)),
        "standing": standing_of(outing),
        "may": may_with(viewer, outing),
        "look_at_sheet": outing.stopped in SHEET_TO_LOOK_AT,
    }
    return render(request, "families/around/pages/outing_page.html", context)


@second_tap_first
def record_outing(request: HttpRequest, outing_id: UUID) -> HttpResponse:
    """In, or not and what stopped."""
    viewer, outing = find_outing(request, outing_id, "record_outing")
    initial = {"version": outing.version, "done_on": min(outing.day, today())}
    form = WentForm(sent(request), initial=initial)
    title = _("Com'è andata: %(service)s") % {"service": outing.service.name}
    sheet = sheet_of(outing.case, title, _("Scrivi"), outing=outing)

    def write() -> str:
        actions.record_outing(
            outing, form.went, version=form.cleaned_data["version"] or 0, by=viewer, today=today()
        )
        return page_of(outing)

    return answer(
        request, sheet, form, write, said=_("Fatto: è scritto com'è andata."), now=standing(outing, form)
    )


@second_tap_first
def drop_outing(request: HttpRequest, outing_id: UUID) -> HttpResponse:
    """One does not go, or does not try again."""
    viewer, outing = find_outing(request, outing_id, "drop_outing")
    form = DropForm(sent(request), initial={"version": outing.version})
    title = _("Non ci andiamo più insieme: %(service)s") % {"service": outing.service.name}
    sheet = sheet_of(outing.case, title, _("Scrivi perché"), outing=outing)

    def write() -> str:
        said = form.cleaned_data
        why = {"reason": said["reason"], "words": said["words"]}
        actions.drop_outing(outing, **why, version=said["version"] or 0, by=viewer)
        return page_of(outing)

    return answer(
        request, sheet, form, write, said=_("Fatto: resta scritto perché."), now=standing(outing, form)
    )
