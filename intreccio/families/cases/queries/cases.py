"""Cases in sight: one, a family's, the list of a team."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from intreccio.families.cases.models import OPEN, Case
from intreccio.ground.accounts.roles import BY_CODE, Sight
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut
from intreccio.parties.people.models import Household

PAGE = 25


def sees_families(viewer: Viewer) -> bool:
    """False for roles that see none: row security says so too, and here nothing is even asked."""
    return BY_CODE[viewer.role].sight is not Sight.NONE


def cases_in_sight(viewer: Viewer) -> QuerySet[Case]:
    """Every case the viewer may open, voided ones too: they stay readable to those who could."""
    rows = Case.objects.select_related("household", "team", "responsible__user")
    return rows if sees_families(viewer) else rows.none()


OPENED = WrittenOut(
    Case,
    "c",
    """
    SELECT {c}, {h}, {t}, {m}, {u} FROM cases_case c JOIN people_household h ON h.id = c.household_id
      JOIN organisations_team t ON t.id = c.team_id LEFT JOIN organisations_membership m ON m.id = c.responsible_id
      LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE c.id = %(case)s
    """,
    h="c.household",
    t="c.team",
    m="c.responsible",
    u="m.user",
)


def opened(viewer: Viewer, case_id: UUID) -> Case | None:
    """One of `cases_in_sight`, as its pages open it; None where there is none. One query."""
    return next(iter(OPENED.rows(case=case_id)), None) if sees_families(viewer) else None


def households_in_sight(viewer: Viewer) -> QuerySet[Household]:
    """The families a case can be opened for."""
    rows = Household.objects.filter(voided_at__isnull=True).select_related("team")
    return rows if sees_families(viewer) else rows.none()


# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
OF_HOUSEHOLD = WrittenOut(
    Case,
    "c",
    """
    SELECT {c} FROM cases_case c WHERE c.household_id = %(household)s
    ORDER BY c.ended_on DESC NULLS FIRST, c.opened_on DESC, c.id DESC
    """,
)


def case_of(viewer: Viewer, household_id: UUID) -> Case | None:
    """A family's open case, or the last one; None where there is none in sight."""
    return cases_of(viewer, household_id)[0]


def cases_of(viewer: Viewer, household_id: UUID) -> tuple[Case | None, list[Case]]:
    """The same, and the family's cases that were written by mistake, last first, with the reason. One query."""
    rows = OF_HOUSEHOLD.rows(household=household_id) if sees_families(viewer) else []
    return next((row for row in rows if row.voided_at is None), None), [row for row in rows if row.voided_at]


def open_case_of(household_id: UUID) -> Case | None:
    """A family's open case with its household, to act on."""
    return Case.objects.select_related("household").filter(OPEN, household_id=household_id).first()


def has_open_case(household_id: UUID) -> bool:
    """What `rules.why_not_open` counts; ask with the household locked."""
    return Case.objects.filter(OPEN, household_id=household_id).exists()


def read_again(case: Case) -> Case:
    """The case as it stands now, with what pages show of it."""
    return Case.objects.select_related("household", "responsible__user").get(pk=case.pk)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the key after which the next ones begin."""

    rows: list[Case]
    after: str = ""


def case_list(viewer: Viewer, *, stage: str, team_id: UUID | None = None, after: str = "") -> Page:
    """Families of my teams (or of one) at one stage, the longest there first. Two queries, nothing counted."""
    if not viewer.team_ids:
        return Page([])
    day, row_id = _key(after)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id FROM cases_at_stage(%s, %s, %s, %s, %s)", [stage, team_id, day, row_id, PAGE + 1]
        )
        ids = [row[0] for row in cursor.fetchall()]
    rows = Case.objects.filter(pk__in=ids).select_related("household", "team", "responsible__user")
    found = sorted(rows, key=lambda row: (row.stage_since, row.pk))
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(found[:PAGE], f"{last.stage_since.isoformat()}_{last.pk}" if last else "")


def _key(after: str) -> tuple[date | None, UUID | None]:
    day, _, row_id = after.partition("_")
    try:
        return date.fromisoformat(day), UUID(row_id)
    except ValueError:
        return None, None
