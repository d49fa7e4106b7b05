"""What was agreed for after a closing."""

from django.db.models import QuerySet

from intreccio.families.cases.models import Case, CaseFollowUp

TO_COME = {"done_on__isnull": True, "voided_at__isnull": True}


def still_to_come(case: Case) -> list[CaseFollowUp]:
    """What nobody has heard yet; ask with the case locked."""
    return list(case.follow_ups.filter(**TO_COME))


def follow_ups_on(case: Case) -> QuerySet[CaseFollowUp]:
    """To act on."""
    return case.follow_ups.select_related("who__user", "case__household")


def read_again(follow_up: CaseFollowUp) -> CaseFollowUp:
    """As it stands now."""
    return CaseFollowUp.objects.select_related("who__user", "case__household").get(pk=follow_up.pk)
