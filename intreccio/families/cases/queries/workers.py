"""Who works with a family."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.vocabulary import Profession


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works or worked with a family, as pages show them."""

    id: UUID
    case_id: UUID
    membership_id: UUID
    name: str
    profession_code: str
    organisation: str
    since: date
    until: date | None
    why: str
    end_reason: str
    responsible_id: UUID | None

    @property
    def is_responsible(self) -> bool:
        """True for the reference of the family."""
        return self.membership_id == self.responsible_id

    @property
    def profession(self) -> str:
        """In plain words."""
        return str(Profession(self.profession_code).label)

    @property
    def ended_because(self) -> str:
        """Why they no longer do, or empty."""
        return str(WorkerEnd(self.end_reason).label) if self.end_reason else ""


def workers_on(case: Case) -> QuerySet[CaseWorker]:
    """Lines of who works or worked with the family, to act on."""
    return case.workers.select_related("membership__user", "organisation", "case__household")


def workers_of(case: Case) -> list[Worker]:
    """Everybody who works or worked with the family, in order of beginning. One narrow query."""
    return _as_shown(CaseWorker.objects.filter(case_id=case.pk))


def workers_now(viewer: Viewer, household_id: UUID) -> list[Worker]:
    """Who works with a family today, on its open case."""
    if not sees_families(viewer):
        return []
    return _as_shown(
        CaseWorker.objects.filter(
            household_id=household_id,
            until__isnull=True,
            case__ended_on__isnull=True,
            case__voided_at__isnull=True,
        )
    )


def _as_shown(rows: QuerySet[CaseWorker]) -> list[Worker]:
    columns = (
        "id", "case_id", "membership_id", "membership__user__name", "profession", "organisation__name",
        "since", "until", "why", "end_reason", "case__responsible_id",
    )  # fmt: skip
    found = rows.order_by("since", "id").values_list(*columns)
    return [Worker(*row) for row in found]


def worker_of(case: Case, membership_id: UUID) -> CaseWorker | None:
    """The open line of somebody at work, if there is one."""
    return case.workers.filter(membership_id=membership_id, until__isnull=True).first()
