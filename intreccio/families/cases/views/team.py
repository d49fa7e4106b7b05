"""How much work a way asks, who stands in for whom, what the team before has written."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions
from intreccio.families.cases.forms import NameDeputyForm, WeighForm
from intreccio.families.cases.queries.beside import beside
from intreccio.families.cases.queries.deputies import deputy_of
from intreccio.families.cases.queries.log import log_of, summary_in
from intreccio.families.cases.rules.team import why_not_weigh_by_role
from intreccio.families.cases.views.finding import find_case, lead, may_weigh, show
from intreccio.ground.design.forms import EditForm, OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if


@second_tap_first
def weigh_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """How much work a way asks, from a day on."""
    viewer, case = find_case(request, case_id, "weigh_case")
    day = today()
    refuse_if(None if may_weigh(viewer, case) else why_not_weigh_by_role(), code="cannot_weigh")
    form = WeighForm(request.POST or None, initial={"weight": beside(case, day).effort_code})
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/weigh_case.html")

    def write() -> str:
        said = form.cleaned_data
        actions.weigh_case(case, weight=said["weight"], since=said["since"], by=viewer, today=day)
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: è scritto."))


@second_tap_first
def name_deputy(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Somebody stands in for who is away, until the day of return."""
    viewer, case = find_case(request, case_id, "name_deputy")
    form = NameDeputyForm(request.POST or None, case=case)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/name_deputy.html")

    def write() -> str:
        said = form.cleaned_data
        actions.name_deputy(
            case, absent_id=UUID(said["absent"]), deputy_id=UUID(said["deputy"]), since=said["since"],
            until=said["until"], why=said["why"], by=viewer, today=today(),
        )  # fmt: skip
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: finirà da sé il giorno del ritorno."))


@second_tap_first
def end_deputy(request: HttpRequest, case_id: UUID, deputy_id: UUID) -> HttpResponse:
    """Who was away is back before the day that was said."""
    viewer, case = find_case(request, case_id, "end_deputy")
    deputy = deputy_of(case, deputy_id)
    if deputy is None:
        raise Http404
    form = EditForm(request.POST or None, initial={"version": deputy.version})
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/end_deputy.html", deputy=deputy)

    def write() -> str:
        actions.end_deputy(deputy, version=form.cleaned_data["version"] or 0, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: è tornata, o è tornato."))


@second_tap_first
def read_summary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What the team before has written, and that it has been read."""
    viewer, case = find_case(request, case_id, "read_summary")
    form = OnceForm(request.POST or None)
    if not form.is_valid():
        summary = summary_in(case, log_of(case)[0])
        return show(request, case, form, "families/cases/pages/read_summary.html", summary=summary)

    def write() -> str:
        actions.read_summary(case, by=viewer)
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: resta nella storia del percorso."))
