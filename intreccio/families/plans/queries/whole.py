"""Everything that a yes is about, and what stands around it, for whoever is asked to say it."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.hearing import with_voice_age
from intreccio.families.plans.queries.paper import at_work, seen_by
from intreccio.families.plans.queries.resources import brought_to, with_resources
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.viewer import Viewer


def plans_to_read(viewer: Viewer, day: date) -> QuerySet[Plan]:
    """Versions in sight, each with what its whole text needs."""
    return with_voice_age(with_resources(plans_in_sight(viewer), day))


def whole_of(sheet: Sheet, day: date) -> dict[str, Any]:
    """What `_whole_plan.html` shows, of a plan that was found by `plans_to_read`. Two queries more than the sheet."""
    return {
        "sheet": sheet,
        "plan": sheet.plan,
        "brings": brought_to(sheet.plan, sheet.family),
        "seen_by": seen_by(sheet, at_work(sheet), day),
    }
