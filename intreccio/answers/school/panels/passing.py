"""What of school is told before a family goes to another team."""

from collections.abc import Mapping
from typing import Any

from intreccio.answers.school.queries.touch import goes_on_in
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer


def on_passing_under_way(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """For the words of a hand-over: paths at school, teachers who have not answered yet, what stands in another home."""
    going = goes_on_in(viewer, case.household_id, today())
    return {"paths": going.paths, "sheets": going.sheets, "elsewhere": going.elsewhere} if going else None
