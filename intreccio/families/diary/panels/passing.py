"""What a family's lines of support say when it goes to another team: on the page of the hand-over, and in its summary."""

from collections.abc import Mapping
from typing import Any

from intreccio.families.cases.models import Case
from intreccio.families.diary.queries.diary import visits_to_come
from intreccio.families.diary.queries.of_case import Brief, briefs_of
from intreccio.families.diary.vocabulary import OPEN_STATES, LineState, MeetingState
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import Panel, add_panel
from intreccio.ground.kernel.viewer import Viewer


def ask_passing() -> None:
    """Draws where a family is handed over."""
    add_panel("case.passing", Panel("families/diary/pages/_on_passing.html", on_passing, order=10))
    add_panel("case.under_way", Panel("families/diary/pages/under_way.txt", on_passing_under_way, order=30))
    add_panel("case.promised", Panel("families/diary/pages/promised.txt", on_passing_promised, order=30))


def _open(viewer: Viewer, case: Case) -> list[Brief]:
    return [each for each in briefs_of(viewer, case.pk) if each.state in OPEN_STATES]


def on_passing(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """The lines that will look for somebody who follows them."""
    followed = [each for each in _open(viewer, case) if each.state == LineState.ACCEPTED and not each.is_open]
    return {"followed": followed} if followed else None


def on_passing_under_way(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """For the words of a hand-over: the lines that are open, and who follows them."""
    lines = _open(viewer, case)
    return {"lines": lines} if lines else None


def on_passing_promised(viewer: Viewer, *, case: Case, **_subject: Any) -> Mapping[str, Any] | None:
    """The same: the meetings already agreed, and the visits."""
    day = today()
    agreed = [
        (line, each) for line in _open(viewer, case) for each in line.dates
        if each.state == MeetingState.PLANNED and each.day >= day
    ]  # fmt: skip
    visits = [each for each in visits_to_come(viewer, case) if each.day >= day]
    return {"agreed": agreed, "visits": visits} if agreed or visits else None
