"""The plans that a school wrote for a child: a PEI, a PDP. Only the team at work reads them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.answers.school.actions import plans as actions
from intreccio.answers.school.forms.plans import SchoolPlanForm, WriteSchoolPlanForm
from intreccio.answers.school.models import SchoolPlan
from intreccio.answers.school.queries.plans import school_plans_in_sight
from intreccio.answers.school.queries.pupils import home_of
from intreccio.answers.school.views.asking import Asked, ask, find_pupil, find_row, page_of, sent
from intreccio.ground.design.sheets import standing
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Words
from intreccio.workshop.documents.files import show
from intreccio.workshop.documents.forms import tell_of_places
from intreccio.workshop.documents.queries import content_of, neutral_name
from intreccio.workshop.protocols.forms.versions import VoidForm

VERB = "write_school_plan"
BACK = _("La scuola")
ONLY_US = _(
    "La legge solo l'équipe che accompagna la famiglia: chi ha avuto accesso alla cartella non la vede."
)


@second_tap_first
def write_school_plan(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """One that the school has signed."""
    viewer, seen, pupil = find_pupil(request, household_id, person_id, VERB)
    files = request.FILES if request.method == "POST" else None
    form = WriteSchoolPlanForm(sent(request), files, initial={"kind": request.GET.get("kind", "")})
    back = page_of(household_id, pupil.member.person.pk)
    asked = Asked(_("Un piano della scuola"), _("Salva"), _("Fatto: è scritto."), back, BACK, ONLY_US)

    def write() -> None:
        tell_of_places(request, form.content)
        actions.write_school_plan(
            seen.household, pupil.member.person, form.told, form.content, by=viewer, today=today()
        )

    return ask(request, asked, form, write)


@second_tap_first
def edit_school_plan(request: HttpRequest, school_plan_id: UUID) -> HttpResponse:
    """Something was written wrongly, or is looked at on another day."""
    viewer, row = find_row(request, school_plans_in_sight, school_plan_id, VERB)
    form = SchoolPlanForm(sent(request), row=row)
    asked = _asked(row, _("Correggi il piano"), _("Salva"), _("Fatto: è corretto."))

    def write() -> None:
        actions.edit_school_plan(row, form.told, version=form.read_at, by=viewer, today=today())

    return ask(request, asked, form, write, now=standing(row, form))


@second_tap_first
def void_school_plan(request: HttpRequest, school_plan_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, row = find_row(request, school_plans_in_sight, school_plan_id, VERB)
    form = VoidForm(sent(request))
    asked = _asked(row, _("Annulla il piano"), _("Annulla, era un errore"), _("Fatto: è annullato."))
    return ask(
        request,
        asked,
        form,
        lambda: actions.void_school_plan(row, reason=form.cleaned_data["reason"], by=viewer),
    )


@require_safe
def open_school_plan(request: HttpRequest, school_plan_id: UUID) -> HttpResponse:
    """Its paper; each opening is written."""
    _viewer, row = find_row(request, school_plans_in_sight, school_plan_id)
    if row.document is None:
        raise Http404
    return show(content_of(row.document), neutral_name(row.document))


def _asked(row: SchoolPlan, title: Words, button: Words, said: Words) -> Asked:
    child = row.child.merged_into_id or row.child_id
    return Asked(
        title,
        button,
        said,
        page_of(home_of(row).pk, child),
        BACK,
        f"{row.get_kind_display()}, {row.year_said}",
    )
