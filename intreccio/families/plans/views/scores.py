"""How far a goal is."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.plans import actions
from intreccio.families.plans.forms import ReasonForm, ScoreForm
from intreccio.families.plans.queries.choices import held_titles
from intreccio.families.plans.queries.reading import signed
from intreccio.families.plans.queries.versions import goals_in_sight, scores_in_sight
from intreccio.families.plans.views.asking import Asked, answer, find, opening, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def score_goal(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """How far a goal is, in the words of its own steps."""
    viewer, goal = find(request, goals_in_sight, goal_id, "score_goal")
    plan = goal.plan
    opening(request, plan, "score_goal", viewer)
    form = ScoreForm(sent(request), goal=goal, at_review=plan.case.stage == "review")
    held = held_titles(goal)
    said = (
        _("Fatto. Si tiene con «%s»: guardate se si è mosso anche questo.") % held
        if held
        else _("Fatto: è scritto.")
    )
    asked = Asked(plan.case, _("A che punto siamo"), _("Salva a che punto siamo"), said, plan, goal.title)

    def write() -> str:
        step = {name: value for name, value in form.cleaned_data.items() if name != "once"}
        actions.score_goal(goal, by=viewer, today=today(), **step)
        return f"{asked.address}#obiettivo-{goal.pk}"

    return answer(request, form, asked, write)


@second_tap_first
def void_score(request: HttpRequest, score_id: UUID) -> HttpResponse:
    """A step written by mistake."""
    viewer, score = find(request, scores_in_sight, score_id, "void_score")
    plan = score.goal.plan
    opening(request, plan, "void_score", viewer)
    form = ReasonForm(sent(request))
    asked = Asked(
        plan.case, gettext_lazy("Annulla un punto"), gettext_lazy("Annulla, era un errore"),
        gettext_lazy("Fatto: non conta più."), plan, f"{score.goal.title}: {signed(score.level)}",
    )  # fmt: skip
    return answer(
        request, form, asked, lambda: actions.void_score(score, reason=form.cleaned_data["reason"], by=viewer)
    )
