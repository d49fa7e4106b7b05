"""What was agreed for after a closing."""

from django.db.models import QuerySet

from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer

TO_COME = {"done_on__isnull": True, "voided_at__isnull": True}


def follow_ups_of(case: Case) -> list[CaseFollowUp]:
    """Everything agreed at this case's closings, heard, to come or left out, in order of day."""
    return list(case.follow_ups.select_related("who__user").order_by("due_on", "id"))


def still_to_come(case: Case) -> list[CaseFollowUp]:
    """What nobody has heard yet; ask with the case locked."""
    return list(case.follow_ups.filter(**TO_COME))


def follow_ups_in_sight(viewer: Viewer) -> QuerySet[CaseFollowUp]:
    """To act on: each with its case and family."""
    rows = CaseFollowUp.objects.select_related(
        "who__user", "case__household", "case__team", "case__responsible__user"
    )
    return rows if sees_families(viewer) else rows.none()


def read_again(follow_up: CaseFollowUp) -> CaseFollowUp:
    """As it stands now."""
    return CaseFollowUp.objects.select_related("who__user", "case__household").get(pk=follow_up.pk)
