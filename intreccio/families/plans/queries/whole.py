"""Everything that a yes is about, and what stands around it, for whoever is asked to say it."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.hearing import with_voice_age
from intreccio.families.plans.queries.paper import at_work, seen_by
from intreccio.families.plans.queries.resources import brought_to, with_resources
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Grant


def plans_to_read(viewer: Viewer, day: date) -> QuerySet[Plan]:
    """Versions in sight, each with what its whole text needs."""
    rows = plans_in_sight(viewer).select_related("case__team__organisation")
    return with_voice_age(with_resources(rows, day))


def whole_of(sheet: Sheet, day: date, grants: list[Grant] | None = None) -> dict[str, Any]:
    """What `_whole_plan.html` shows, of a plan that was found by `plans_to_read`. Two queries more than the sheet.

    grants: of a page that has read them, and offers who works with them by name: there the team stands for its people.
    """
    holding = grants_now(sheet.plan.household_id, day) if grants is None else grants
    return {
        "sheet": sheet,
        "plan": sheet.plan,
        "brings": brought_to(sheet.plan, sheet.family),
        "seen_by": seen_by(sheet, at_work(sheet) if grants is None else [], holding),
    }
