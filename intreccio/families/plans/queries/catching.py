"""What went on in the version in force after somebody said yes to the next one: said before that one begins."""

from django.utils.translation import gettext as _

from intreccio.families.plans.models import Plan, PlanAction
from intreccio.families.plans.queries.versions import is_agreed, standing_in_force
from intreccio.families.plans.vocabulary import ActionState
from intreccio.parties.people.rules.names import listed

AGREED = ("person_id", "worker_id", "service_id", "somebody", "by_when", "rhythm")


def since_the_yes_said(plan: Plan) -> str:
    """For the page where a version begins: what comes with it from outside of the yes, and what stays as it was read."""
    former = standing_in_force(plan.case) if is_agreed(plan) else None
    if former is None:
        return ""
    rows = PlanAction.objects.filter(goal__plan=former, voided_at__isnull=True, state=ActionState.TO_DO)
    copies = {
        row.carried_from_id: row for row in PlanAction.objects.filter(goal__plan=plan, voided_at__isnull=True)
    }
    carried = set(plan.goals.filter(voided_at__isnull=True).values_list("carried_from_id", flat=True))
    added, moved = [], []
    for row in rows.order_by("id"):
        copy = copies.get(row.pk)
        if copy is None and row.goal_id in carried:
            added.append(row.what)
        elif copy is not None and any(getattr(copy, name) != getattr(row, name) for name in AGREED):
            moved.append(row.what)
    return " ".join(part for part in (_added(added), _moved(moved)) if part)


def _added(names: list[str]) -> str:
    said = _(
        "Aggiunto nel frattempo nel progetto in corso: %s. Passa in questo, segnato come aggiunto dopo il sì."
    )
    return said % _quoted(names) if names else ""


def _moved(names: list[str]) -> str:
    said = _(
        "Cambiato nel frattempo chi lo fa, o entro quando: %s. Qui resta come l'ha letto chi ha detto sì."
    )
    return said % _quoted(names) if names else ""


def _quoted(names: list[str]) -> str:
    return listed([f"«{name}»" for name in names], _("e"))
