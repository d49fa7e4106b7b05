"""Lines in sight, and what hangs on them."""

from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.diary.models import SupportCycle, SupportLine, SupportMeeting
from intreccio.ground.kernel.viewer import Viewer


def lines_in_sight(viewer: Viewer) -> QuerySet[SupportLine]:
    """Every line the viewer may open, voided ones too: they stay readable to those who could."""
    rows = SupportLine.objects.select_related(
        "household", "team", "case", "asked_by__user", "psychologist__user"
    )
    return rows if sees_families(viewer) else rows.none()


def cycles_of(line: SupportLine) -> QuerySet[SupportCycle]:
    """The cycles of a line with their meetings, the last one first. Two queries."""
    return line.cycles.prefetch_related("meetings").order_by("-number")


def cycle_now(line: SupportLine) -> SupportCycle | None:
    """The cycle that goes on, if there is one."""
    return line.cycles.filter(ended_on__isnull=True).first()


def meetings_on(line: SupportLine) -> QuerySet[SupportMeeting]:
    """Every meeting of a line, to act on."""
    return SupportMeeting.objects.filter(cycle__line=line).select_related("cycle").order_by("day")


def states_of(case_id: UUID) -> list[str]:
    """Where the lines of a case stand, mistakes left out."""
    rows = SupportLine.objects.filter(case_id=case_id, voided_at__isnull=True)
    return list(rows.order_by("asked_on").values_list("state", flat=True))


def states_of_home(household_id: UUID) -> list[str]:
    """The same of every case of a family."""
    rows = SupportLine.objects.filter(household_id=household_id, voided_at__isnull=True)
    return list(rows.order_by("asked_on").values_list("state", flat=True))
