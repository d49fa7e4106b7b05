"""What is told of the plan in a report."""

from datetime import date

from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import Block, Voice, on_paper
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.cards import Differs
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.vocabulary import PlanState
from intreccio.ground.kernel.viewer import Viewer


def the_plan(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """What was agreed last, how far each goal is, and on what the family does not agree: told together, or not at all."""
    del day
    versions = plans_in_sight(viewer).filter(case=case, voided_at__isnull=True).exclude(state=PlanState.DRAFT)
    plan = versions.order_by("-number").first()
    if plan is None:
        return []
    sheet = Sheet(viewer, plan)
    goals = [f"{card.whose}: {card.goal.title} ({card.goal.path})" for card in sheet.cards.values()]
    differ = [voice for one in sheet.told_differ for voice in _both(one)]
    return [
        Block(_("Il progetto"), [_when(plan), *goals]),
        Block(_("Su che cosa non siamo d'accordo"), voices=differ),
    ]


def _when(plan: Plan) -> str:
    since = _("Versione %(number)d, vale dal %(day)s.") % {
        "number": plan.number, "day": on_paper(plan.in_force_since or plan.begun_on),
    }  # fmt: skip
    review = _("Lo rivediamo insieme il %s.") % on_paper(plan.review_on) if plan.review_on else ""
    scale = _(
        "Dove eravamo e dove siamo: −2 molto meno di quanto speriamo, 0 come speriamo, +2 molto di più."
    )
    return " ".join(part for part in (since, review, scale) if part)


def _both(differs: Differs) -> list[Voice]:
    """The family's words, and what the team thinks."""
    team = differs.row.team_thinks
    return [Voice(differs.row.words, differs.who), *([Voice(team, _("L'équipe"), ours=True)] if team else [])]
