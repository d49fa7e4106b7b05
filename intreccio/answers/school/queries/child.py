"""All that stands on the page of a child's school."""

from datetime import date
from typing import Any

from intreccio.answers.school.queries.growing import growing_of
from intreccio.answers.school.queries.paths import school_paths_of, startable_at_school
from intreccio.answers.school.queries.plans import plans_of
from intreccio.answers.school.queries.pupils import Pupil, contacts_of
from intreccio.answers.school.queries.sheets import sheets_of
from intreccio.ground.kernel.viewer import Viewer


def school_of(viewer: Viewer, pupil: Pupil, may: set[str], today: date) -> dict[str, Any]:
    """Whom one talks with in the class of today, what teachers have told, paths. Of a child who has died nothing begins."""
    paths = school_paths_of(viewer, pupil.member.rows)
    plans = plans_of(viewer, pupil.member.rows) if may else []
    goes_on = [path for path in paths if path.ended_on is None]
    return {
        # Of a child who has died nobody draws the years that would have come.
        "growing": None if pupil.is_no_more else growing_of(pupil, today),
        "contacts": contacts_of(pupil.now) if pupil.now else [],
        "sheets": sheets_of(viewer, pupil.classes),
        # A PEI and a PDP are read by who works with the family: to the others they are not there at all.
        "school_plans": [kept for kept in plans if kept.plans or not pupil.is_no_more],
        "school_paths": paths,
        "has_two_paths": len(goes_on) > 1,
        "startable": startable_at_school(viewer) if may and not goes_on and not pupil.is_no_more else [],
    }
