"""Cases in sight: one, a family's, the list of a team."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from intreccio.families.cases.models import Case, CaseStep
from intreccio.ground.accounts.roles import BY_CODE, Sight
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household

PAGE = 25


def sees_families(viewer: Viewer) -> bool:
    """False for roles that see none: row security says so too, and here nothing is even asked."""
    return BY_CODE[viewer.role].sight is not Sight.NONE


def cases_in_sight(viewer: Viewer) -> QuerySet[Case]:
    """Every case the viewer may open, voided ones too: they stay readable to those who could."""
    rows = Case.objects.select_related(
        "household", "team__organisation", "responsible__user", "responsible__organisation"
    )
    return rows if sees_families(viewer) else rows.none()


def households_in_sight(viewer: Viewer) -> QuerySet[Household]:
    """The families a case can be opened for."""
    rows = Household.objects.filter(voided_at__isnull=True).select_related("team")
    return rows if sees_families(viewer) else rows.none()


def case_of(viewer: Viewer, household_id: UUID) -> Case | None:
    """A family's open case, or the last one; None where there is none in sight."""
    return (
        cases_in_sight(viewer)
        .filter(household_id=household_id, voided_at__isnull=True)
        .order_by(F("ended_on").desc(nulls_first=True), "-opened_on", "-id")
        .first()
    )


def has_open_case(household_id: UUID) -> bool:
    """What `rules.why_not_open` counts; ask with the household locked."""
    return Case.objects.filter(
        household_id=household_id, ended_on__isnull=True, voided_at__isnull=True
    ).exists()


def read_again(case: Case) -> Case:
    """The case as it stands now, with what pages show of it."""
    return Case.objects.select_related("household", "responsible__user").get(pk=case.pk)


def steps_of(case: Case) -> list[CaseStep]:
    """The log, oldest first."""
    return list(case.steps.select_related("by__user", "from_team", "to_team").order_by("day", "id"))


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the key after which the next ones begin."""

    rows: list[Case]
    after: str = ""


def case_list(viewer: Viewer, *, team_id: UUID, stage: str, after: str = "") -> Page:
    """A team's families at one stage, the longest there first; one page, one query, the `case_list` index."""
    if team_id not in viewer.team_ids:
        return Page([])
    rows = Case.objects.filter(team_id=team_id, stage=stage, voided_at__isnull=True)
    if key := _key(after):
        day, row_id = key
        rows = rows.filter(Q(stage_since__gt=day) | Q(stage_since=day, id__gt=row_id)).filter(
            stage_since__gte=day
        )
    found = list(
        rows.select_related("household", "responsible__user").order_by("stage_since", "id")[: PAGE + 1]
    )
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{last.stage_since.isoformat()}_{last.pk}" if last else "")


def _key(after: str) -> tuple[date, UUID] | None:
    day, _, row_id = after.partition("_")
    try:
        return date.fromisoformat(day), UUID(row_id)
    except ValueError:
        return None
