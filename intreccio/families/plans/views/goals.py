"""Goals, and what holds two of them together."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans import actions
from intreccio.families.plans.forms import GoalForm, LinkForm, ReasonForm
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.choices import minors_of, person_of, persons_of
from intreccio.families.plans.queries.versions import goals_in_sight, links_in_sight, plans_in_sight
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import tree

GOAL_PAGE = "families/plans/pages/goal.html"


@second_tap_first
def add_goal(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Something that should change."""
    viewer, plan = find(request, plans_in_sight, plan_id, "add_goal")
    opening(request, plan, "add_goal", viewer)
    form = GoalForm(sent(request), initial=_preset(request), **_whose(viewer, plan))
    asked = Asked(
        plan.case, _("Un obiettivo"), _("Aggiungi l'obiettivo"), _("Fatto: l'obiettivo è nel progetto."), plan,
        template=GOAL_PAGE,
    )  # fmt: skip

    def write() -> str:
        person = person_of(viewer, plan.case, form.cleaned_data["person"])
        goal = actions.add_goal(plan, person=person, by=viewer, **form.columns)
        return f"{asked.address}#obiettivo-{goal.pk}"

    return answer(request, form, asked, write)


@second_tap_first
def edit_goal(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """A goal of a version in preparation, corrected; where somebody has just written, both are shown."""
    viewer, goal = find(request, goals_in_sight, goal_id, "edit_goal")
    plan = goal.plan
    opening(request, plan, "edit_goal", viewer)
    form = GoalForm(sent(request), row=goal, **_whose(viewer, plan, also=goal.person_id))
    asked = Asked(
        plan.case, _("Correggi l'obiettivo"), _("Salva"), _("Fatto: l'obiettivo è corretto."), plan,
        template=GOAL_PAGE, also=((_("Annulla: non serve, o era un errore"), reverse("void_goal", args=[goal.pk])),),
    )  # fmt: skip

    def write() -> None:
        person = person_of(viewer, plan.case, form.cleaned_data["person"])
        actions.edit_goal(goal, version=form.read_at, person=person, by=viewer, **form.columns)

    return answer(request, form, asked, write)


def _preset(request: HttpRequest) -> dict[str, Any]:
    """What an address chooses beforehand: whose it is, for which look, which of the five."""
    chosen = {name: request.GET.get(name, "") for name in ("side", "strand", "look", "person")}
    return {**chosen, "goal_families": request.GET.getlist("goal_families")}


def _whose(viewer: Viewer, plan: Plan, *, also: UUID | None = None) -> dict[str, Any]:
    """Needs and people that a goal can be for."""
    return {
        "tree": tree(viewer), "persons": persons_of(viewer, plan.case, also=also), "minors": minors_of(viewer, plan.case),
    }  # fmt: skip


@second_tap_first
def void_goal(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """A goal that is not wanted after all."""
    viewer, goal = find(request, goals_in_sight, goal_id, "void_goal")
    opening(request, goal.plan, "void_goal", viewer)
    form = ReasonForm(sent(request))
    asked = Asked(
        goal.plan.case, _("Annulla un obiettivo"), _("Annulla l'obiettivo"), _("Fatto: l'obiettivo è annullato."),
        goal.plan, goal.title,
    )  # fmt: skip
    return answer(
        request, form, asked, lambda: actions.void_goal(goal, reason=form.cleaned_data["reason"], by=viewer)
    )


@second_tap_first
def link_goals(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """Two goals hold each other."""
    viewer, goal = find(request, goals_in_sight, goal_id, "link_goals")
    opening(request, goal.plan, "link_goals", viewer)
    form = LinkForm(sent(request), goal=goal)
    asked = Asked(
        goal.plan.case, _("Due obiettivi che si tengono"), _("Si tengono"), _("Fatto: i due obiettivi si tengono."),
        goal.plan, now_("«%s»: quando si muove l'uno, può muoversi anche l'altro.") % goal.title,
    )  # fmt: skip

    def write() -> None:
        said = form.cleaned_data
        actions.link_goals(goal, UUID(said["other"]), words=said["words"], by=viewer)

    return answer(request, form, asked, write)


@second_tap_first
def unlink_goals(request: HttpRequest, link_id: UUID) -> HttpResponse:
    """Two goals no longer hold each other."""
    viewer, link = find(request, links_in_sight, link_id, "unlink_goals")
    opening(request, link.plan, "unlink_goals", viewer)
    form = ReasonForm(sent(request))
    lead = f"«{link.child_goal.title}» · «{link.parent_goal.title}»"
    asked = Asked(
        link.plan.case, _("Sciogli il legame"), _("Sciogli"), _("Fatto: non si tengono più."), link.plan, lead
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.unlink_goals(link, reason=form.cleaned_data["reason"], by=viewer),
    )
