"""A contact with a family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions
from intreccio.families.cases.forms.meeting import MeetFamilyForm
from intreccio.families.cases.queries.conferences import who_lives
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def meet_family(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """We have met or heard each other: which day, how, with whom, in a line."""
    viewer, case = find_case(request, case_id, "meet_family")
    form = MeetFamilyForm(request.POST or None, people=who_lives(viewer, case))
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/meet_family.html")

    def write() -> str:
        actions.meet_family(case, form.heard, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: resta scritto che vi siete sentiti."))
