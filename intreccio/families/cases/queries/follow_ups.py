"""What was agreed for after a closing."""

from collections.abc import Iterable

from django.db.models import QuerySet

from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.queries.story import Step, last_step

TO_COME = {"done_on__isnull": True, "voided_at__isnull": True}


def agreed_at_closing(case: Case, steps: Iterable[Step]) -> list[CaseFollowUp]:
    """Heard, to come or left out, in order of day; a case that was never closed is not asked about."""
    if last_step(steps, "close_case") is None:
        return []
    return list(follow_ups_on(case).order_by("due_on", "id"))


def still_to_come(case: Case) -> list[CaseFollowUp]:
    """What nobody has heard yet; ask with the case locked."""
    return list(case.follow_ups.filter(**TO_COME))


def follow_ups_on(case: Case) -> QuerySet[CaseFollowUp]:
    """To act on."""
    return case.follow_ups.select_related("who__user", "case__household")


def read_again(follow_up: CaseFollowUp) -> CaseFollowUp:
    """As it stands now."""
    return CaseFollowUp.objects.select_related("who__user", "case__household").get(pk=follow_up.pk)
