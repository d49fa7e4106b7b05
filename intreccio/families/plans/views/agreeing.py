"""Who says yes, what is not agreed on, from when it counts."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.plans import actions
from intreccio.families.plans.forms import AcceptForm, DisagreementForm, InForceForm, VoidYesForm
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.catching import since_the_yes_said
from intreccio.families.plans.queries.children import children_of
from intreccio.families.plans.queries.choices import (
    living_of,
    person_of,
    signer_of,
    signers_for,
    workers_for,
)
from intreccio.families.plans.queries.deciding import needed_for
from intreccio.families.plans.queries.hearing import unheard_on
from intreccio.families.plans.queries.saying import reasons_of_yes
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.strands import empty_strands_said, one_side_of
from intreccio.families.plans.queries.versions import acceptances_in_sight, plans_in_sight
from intreccio.families.plans.queries.whole import whole_of
from intreccio.families.plans.views.asking import (
    Asked,
    answer,
    files,
    find,
    find_whole,
    opening,
    preset,
    sent,
)
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Grant
from intreccio.workshop.documents.forms import tell_of_places

FROM_TODAY = _("Da oggi il progetto vale. Quello di prima, se c'è, resta da leggere.")
NO_LONGER = _("È stato scritto per errore, o chi lo aveva detto ci ha ripensato.")


@second_tap_first
def accept_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Somebody has said yes."""
    viewer, plan = find_whole(request, plan_id, "accept_plan")
    opening(request, plan, "accept_plan", viewer)
    sheet, grants = Sheet(viewer, plan), grants_now(plan.household_id, today())
    workers, reasons = workers_for(plan.case, today(), grants), partial(reasons_of_yes, sheet, today=today())
    form = AcceptForm(
        sent(request), files(request), signers=signers_for(sheet, workers), listeners=workers, reasons=reasons, initial=preset(request),
    )  # fmt: skip
    asked = Asked(
        plan.case, _("Chi ha detto sì"), _("Salva"), _("Fatto: è scritto."), plan,
        template="families/plans/pages/accept.html", more=_read_together(request, sheet, grants),
    )  # fmt: skip

    def write() -> None:
        who = actions.Signer(*signer_of(viewer, plan.case, form.cleaned_data["who"]))
        tell_of_places(request, form.mark)
        actions.accept_plan(plan, who, by=viewer, today=today(), **form.said)

    return answer(request, form, asked, write)


def _read_together(request: HttpRequest, sheet: Sheet, grants: list[Grant]) -> dict[str, Any]:
    """What is on the screen of two: all of the plan, and beside who is a minor their own version and nothing else."""
    asked, children = request.POST.get("who") or request.GET.get("who"), children_of(sheet)
    beside = [child for child in children if asked == f"person:{child.person.pk}"]
    return (
        {"plan": sheet.plan, "children": beside}
        if beside
        else whole_of(sheet, today(), grants) | {"children": children}
    )


@second_tap_first
def void_acceptance(request: HttpRequest, acceptance_id: UUID) -> HttpResponse:
    """A yes that was a mistake, or that is taken back."""
    viewer, row = find(request, acceptances_in_sight, acceptance_id, "void_acceptance")
    opening(request, row.plan, "void_acceptance", viewer)
    form = VoidYesForm(sent(request))
    asked = Asked(
        row.plan.case, _("Annulla un sì"), _("Annulla il sì"), _("Fatto: non conta più."), row.plan, NO_LONGER
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.void_acceptance(
            row, reason=form.cleaned_data["reason"], why=form.cleaned_data["gone"], by=viewer
        ),
    )


@second_tap_first
def write_disagreement(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """What is not agreed on, in the words of each."""
    viewer, plan = find(request, plans_in_sight, plan_id, "write_disagreement")
    opening(request, plan, "write_disagreement", viewer)
    form = DisagreementForm(sent(request), persons=living_of(viewer, plan.case), initial=preset(request))
    lead = _("Resta scritto con le parole di ciascuno. Non blocca il resto.")
    asked = Asked(
        plan.case, _("Su che cosa non siamo d'accordo"), _("Salva"), _("Fatto: resta scritto."), plan, lead
    )

    def write() -> None:
        said = form.cleaned_data
        person = person_of(viewer, plan.case, said["who"])
        actions.write_disagreement(
            plan, form.disagreed, person=person, somebody=said["somebody"], by=viewer, today=today()
        )

    return answer(request, form, asked, write)


@second_tap_first
def put_in_force(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """From today it counts. A strand that holds nothing is said, and holds nothing back."""
    viewer, plan = find(request, plans_in_sight, plan_id, "put_in_force")
    opening(request, plan, "put_in_force", viewer)
    if request.method != "POST":
        missing = Sheet(viewer, plan).missing(today())
        refuse_if(
            missing,
            code="cannot_put_in_force",
            way_out=_("Si completa sulla pagina del progetto, e poi comincia."),
        )
    lead = format_lazy("{} {} {}", FROM_TODAY, since_the_yes_said(plan), empty_strands_said(plan))
    form = _beginning(request, viewer, plan)
    said = _("Fatto: il progetto vale da oggi.")
    asked = Asked(plan.case, _("Il progetto comincia"), _("Da oggi vale"), said, plan, lead)

    def write() -> None:
        actions.put_in_force(plan, by=viewer, today=today(), **form.agreed)

    return answer(request, form, asked, write)


def _beginning(request: HttpRequest, viewer: Viewer, plan: Plan) -> InForceForm:
    """The form, with what has to be explained of those whose yes, or whose word, is not written."""
    missing, unheard = needed_for(viewer, plan, today()).missing, unheard_on(viewer, plan, today()).missing
    where = {"review_where": plan.review_where, "one_side_reason": plan.one_side_reason}
    return InForceForm(
        sent(request), missing=missing, unheard=unheard, one_side=one_side_of(plan), initial=where
    )
