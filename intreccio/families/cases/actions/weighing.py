"""How much work a way asks of whoever does it."""

from datetime import date

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, CaseWeight
from intreccio.families.cases.rules.team import why_not_weigh
from intreccio.ground.accounts.roles import Coordinator
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def weigh_case(case: Case, *, weight: str, since: date, by: Viewer, today: date) -> CaseWeight:
    """From a day on, this much. What held before stays to be read. Raises Refused with the reason."""
    policies.weigh_case.require(by)
    held = lock_case(case, by=by)
    refuse_if(
        why_not_weigh(
            coordinates=by.role == Coordinator.code, answers=held.responsible_id == by.membership_id,
            since=since, today=today, opened_on=held.opened_on,
        ),
        code="cannot_weigh",
    )  # fmt: skip
    row = CaseWeight(
        household_id=held.household_id, team_id=held.team_id, case=held, weight=weight, since=since,
        by_id=by.membership_id,
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("case.weighed", row, held.household, by=by, weight=weight, since=since.isoformat())
    return row
