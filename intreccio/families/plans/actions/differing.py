"""A disagreement that is corrected, that is settled, or that was written by mistake."""

from datetime import date

from django.db import transaction

from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.agreeing import Disagreed
from intreccio.families.plans.actions.steps import lock_plan, told
from intreccio.families.plans.models import Disagreement, Plan
from intreccio.families.plans.rules.differing import why_not_said, why_not_settle
from intreccio.families.plans.rules.goals import why_not_yet_born
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited


@transaction.atomic
def edit_disagreement(
    row: Disagreement, said: Disagreed, *, version: int, person: Person | None, somebody: str = "", by: Viewer,
    today: date,
) -> None:  # fmt: skip
    """Corrects who said what, and when. Raises Refused, or Changed where somebody wrote first."""
    held = lock_plan(row.plan, "edit_disagreement", by=by)
    found = _of(held, row)
    if person is not None:
        require_member(person, held.case.household)
        refuse_if(why_not_yet_born(is_awaited(person, today)), code="not_born")
    said_on = said.said_on or found.said_on
    refuse_if(why_not_said(said_on=said_on, settled_on=found.settled_on, today=today), code="said_on")
    changed = write_over(
        found, version=version, person_id=person.pk if person else None, somebody=somebody.strip(), said_on=said_on,
        words=said.words.strip(), team_thinks=said.team_thinks.strip(), how_we_go_on=said.how_we_go_on.strip(),
        shared=said.shared,
    )  # fmt: skip
    if changed:
        told("disagreement.edited", found, held, by=by, fields=changed)


@transaction.atomic
def settle_disagreement(row: Disagreement, *, how: str, day: date, by: Viewer, today: date) -> None:
    """It is one no longer: how, and since when. It stays to be read. Raises Refused with the reason."""
    held = lock_plan(row.plan, "settle_disagreement", by=by)
    found = _of(held, row)
    refuse_if(
        why_not_settle(is_settled=found.settled_on is not None, day=day, said_on=found.said_on, today=today),
        code="settled",
    )
    write_over(found, version=found.version, settled_on=day, settled_how=how.strip())
    told("disagreement.settled", found, held, by=by)


@transaction.atomic
def void_disagreement(row: Disagreement, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable, and no paper shows it."""
    held = lock_plan(row.plan, "void_disagreement", by=by)
    void(_of(held, row), by=by, reason=reason.strip())
    told("disagreement.voided", row, held, by=by)


def _of(plan: Plan, row: Disagreement) -> Disagreement:
    found = plan.disagreements.filter(pk=row.pk, voided_at__isnull=True).first()
    if found is None:
        raise gone()
    return found
