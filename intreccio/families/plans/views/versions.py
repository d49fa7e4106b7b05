"""A first version, and the next one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.families.plans import actions
from intreccio.families.plans.forms import BeginForm
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.reading import record_reading

BEGIN = _("Comincia il progetto")
WHERE_ONE_BEGINS = _(
    "Si comincia da quello che dicono i bambini e da quello che conta per i genitori. Nessuno firma niente oggi."
)


@second_tap_first
def draft_plan(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The first version of a family's plan."""
    viewer, case = find(request, cases_in_sight, case_id, "draft_plan")
    if request.method != "POST":
        record_reading(viewer, "draft_plan", household_id=case.household_id, shown=[case.household_id])
    asked = Asked(case, BEGIN, BEGIN, _("Fatto: il progetto è in preparazione."), lead=WHERE_ONE_BEGINS)

    def write() -> str:
        plan = actions.draft_plan(case, by=viewer, today=today())
        return reverse("plan_page", args=[plan.pk])

    return answer(request, BeginForm(sent(request)), asked, write)


@second_tap_first
def revise_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The next version, from the one in force."""
    viewer, plan = find(request, plans_in_sight, plan_id, "revise_plan")
    opening(request, plan, "revise_plan", viewer)
    lead = _(
        "Porta con sé obiettivi, legami e ciò che resta da fare. Quella di adesso vale finché la nuova non è accettata."
    )
    asked = Asked(
        plan.case, _("Prepara una versione nuova"), _("Prepara la versione nuova"),
        _("Fatto: la versione nuova è in preparazione."), plan, lead,
    )  # fmt: skip

    def write() -> str:
        draft = actions.revise_plan(plan, by=viewer, today=today())
        return reverse("plan_page", args=[draft.pk])

    return answer(request, BeginForm(sent(request)), asked, write)
