"""Who does what by when."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans import actions
from intreccio.families.plans.forms import ActionForm, FinishForm
from intreccio.families.plans.queries.choices import doers_for
from intreccio.families.plans.queries.resources import resources_to_lean_on
from intreccio.families.plans.queries.versions import actions_in_sight, goals_in_sight, is_agreed
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def add_action(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """Something to do for a goal."""
    viewer, goal = find(request, goals_in_sight, goal_id, "add_action")
    opening(request, goal.plan, "add_action", viewer)
    form = ActionForm(
        sent(request),
        doers=doers_for(viewer, goal, today()),
        resources=resources_to_lean_on(goal.plan, today()),
    )
    asked = Asked(
        goal.plan.case, _("Chi fa che cosa"), _("Aggiungi l'azione"), _("Fatto: l'azione è nel progetto."),
        goal.plan, goal.title,
    )  # fmt: skip

    def write() -> str:
        actions.add_action(goal, form.deed, form.who, by=viewer, today=today())
        return f"{asked.address}#obiettivo-{goal.pk}"

    return answer(request, form, asked, write)


@second_tap_first
def edit_action(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """An action corrected; where somebody has just written, both are shown."""
    viewer, action = find(request, actions_in_sight, action_id, "edit_action")
    goal = action.goal
    opening(request, goal.plan, "edit_action", viewer)
    agreed = is_agreed(goal.plan)
    doers, resources = doers_for(viewer, goal, today()), resources_to_lean_on(goal.plan, today())
    form = ActionForm(sent(request), doers=doers, resources=resources, row=action, agreed=agreed)
    also = ((_("È fatta, o non serve più"), reverse("finish_action", args=[action.pk])),)
    asked = Asked(
        goal.plan.case, _("Correggi l'azione"), _("Salva"), _("Fatto: l'azione è corretta."), goal.plan,
        goal.title, also=also,
    )  # fmt: skip
    return answer(
        request, form, asked,
        lambda: actions.edit_action(action, form.deed, form.who, version=form.read_at, by=viewer),
    )  # fmt: skip


@second_tap_first
def finish_action(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """Done, or no longer needed."""
    viewer, action = find(request, actions_in_sight, action_id, "finish_action")
    plan = action.goal.plan
    opening(request, plan, "finish_action", viewer)
    form = FinishForm(sent(request), initial={"version": action.version})
    asked = Asked(plan.case, _("Come è andata"), _("Salva"), _("Fatto: è scritto."), plan, action.what)

    def write() -> None:
        said = form.cleaned_data
        actions.finish_action(
            action, state=said["state"], version=said["version"] or 0, by=viewer, today=today()
        )

    return answer(request, form, asked, write)
