"""What meetings proposed to a family's plan, in the words of their decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case
from intreccio.families.plans.models import ActionProposal, Goal
from intreccio.families.plans.vocabulary import PlanState, ProposalState
from intreccio.ground.kernel.written import WrittenOut

OF_CASE = WrittenOut(
    ActionProposal,
    "p",
    """
    SELECT {p}, {d}, {m}, {u} FROM plans_actionproposal p JOIN cases_conferencedecision d ON d.id = p.decision_id
      LEFT JOIN organisations_membership m ON m.id = d.membership_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE p.case_id = %(case)s AND (%(state)s::text IS NULL OR p.state = %(state)s::text) ORDER BY p.id
    """,
    d="p.decision",
    m="d.membership",
    u="m.user",
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal, as pages tell it."""

    row: ActionProposal
    doer: str


def proposals_in_sight() -> QuerySet[ActionProposal]:
    """With all that a page says of them."""
    return ActionProposal.objects.select_related(
        "case__household", "case__team", "decision__conference", "decision__membership__user"
    )


def proposals_of(case: Case, names: Mapping[UUID, str], *, waiting: bool) -> list[Proposed]:
    """Of a family, in the order in which they were decided; only those that wait, or all."""
    rows = OF_CASE.rows(case=case.pk, state=ProposalState.WAITING.value if waiting else None)
    return [Proposed(row, _doer(row, names)) for row in rows]


def _doer(row: ActionProposal, names: Mapping[UUID, str]) -> str:
    decision = row.decision
    if decision.person_id:
        return names.get(decision.person_id) or _("una persona della famiglia")
    if decision.membership_id:
        return decision.membership.user.name if decision.membership else _("una persona della rete")
    return decision.somebody


def goals_in_draft(case: Case) -> list[Goal]:
    """The goals that something can be taken up for: those of the version in preparation."""
    rows = Goal.objects.filter(
        plan__case=case, plan__state=PlanState.DRAFT, plan__voided_at__isnull=True, voided_at__isnull=True
    )
    return list(rows.select_related("plan__case__household").order_by("side", "order", "pk"))
