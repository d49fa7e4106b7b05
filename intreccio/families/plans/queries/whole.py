"""Everything that a yes is about, and what stands around it, for whoever is asked to say it."""

from datetime import date
from typing import Any

from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.plans.queries.paper import at_work, seen_by
from intreccio.families.plans.queries.resources import brought_to
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.parties.people.models import Grant
from intreccio.parties.people.queries.members import Member


def whole_of(
    sheet: Sheet, day: date, grants: list[Grant] | None = None, reader: Member | None = None
) -> dict[str, Any]:
    """What `_whole_plan.html` shows, of a plan that was read by `opened`. Two queries more than the sheet.

    grants: of a page that has read them, and offers who works with them by name: there the team stands for its people. reader: who of the
    family reads it here, from whatever home.
    """
    holding = grants_now(sheet.plan.household_id, day) if grants is None else grants
    return {
        "sheet": sheet,
        "plan": sheet.plan,
        "brings": brought_to(sheet.plan, sheet.family),
        "seen_by": seen_by(sheet, at_work(sheet) if grants is None else [], holding, reader),
    }
