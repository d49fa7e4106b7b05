"""Somebody stands in for somebody else with a family, and it ends by itself."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, CaseDeputy
from intreccio.families.cases.queries.candidates import standing_in
from intreccio.families.cases.queries.workers import worker_of
from intreccio.families.cases.rules.team import why_not_again, why_not_stand_in
from intreccio.families.cases.rules.workers import Standing
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def name_deputy(
    case: Case,
    *,
    absent_id: UUID,
    deputy_id: UUID,
    since: date,
    until: date,
    why: str,
    by: Viewer,
    today: date,
) -> CaseDeputy:
    """From a day to a day somebody of the team stands in. Raises Refused with the reason."""
    policies.name_deputy.require(by)
    held = lock_case(case, by=by)
    who = standing_in(held.team_id, deputy_id, today)
    works = held.responsible_id == absent_id or worker_of(held, absent_id) is not None
    refuse_if(
        why_not_stand_in(
            who.standing if who else Standing(at_work=False), is_same=absent_id == deputy_id, absent_works=works,
            since=since, until=until, today=today,
        )
        or why_not_again((since, until), held.deputies.filter(absent_id=absent_id).values_list("since", "until")),
        code="cannot_stand_in",
    )  # fmt: skip
    row = CaseDeputy(
        household_id=held.household_id, team_id=held.team_id, case=held, absent_id=absent_id,
        deputy_id=deputy_id, since=since, until=until, why=why,
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed(
        "case.deputy_named", row, held.household, by=by, absent=str(absent_id), deputy=str(deputy_id),
        since=since.isoformat(), until=until.isoformat(),
    )  # fmt: skip
    return row


@transaction.atomic
def end_deputy(row: CaseDeputy, *, version: int, by: Viewer, today: date) -> None:
    """Who was away is back before the day that was said. Raises Changed where somebody wrote first."""
    policies.end_deputy.require(by)
    held = lock_case(row.case, by=by)
    write_over(row, version=version, until=max(row.since, today))
    record_family_deed("case.deputy_ended", row, held.household, by=by, deputy=str(row.deputy_id))


def end_deputies(case: Case, *, today: date) -> None:
    """The family changes hands: nobody stands in any longer."""
    rows = CaseDeputy.objects.filter(case=case, until__gt=today)
    rows.update(until=Greatest("since", Value(today)), version=F("version") + 1)
