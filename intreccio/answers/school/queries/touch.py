"""Who talks with the school when whoever did no longer works with the family; what of school goes on, for a hand-over."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q

from intreccio.answers.school.models import Schooling, SchoolPath, SchoolSheet
from intreccio.answers.school.queries.paths import school_paths_in_sight
from intreccio.answers.school.queries.pupils import family_in_sight, pupils_of
from intreccio.answers.school.queries.sheets import sheets_in_sight
from intreccio.families.plans.queries.touch import still_works
from intreccio.ground.kernel.viewer import Viewer

# As along a family's own path: who answers for the family today, their team where nobody does.
WHO = f"""
    SELECT {still_works("p.contact_id")}, CASE WHEN {still_works("c.responsible_id")} THEN u.name ELSE t.name END
    FROM school_schoolpath p JOIN organisations_team t ON t.id = p.team_id
      LEFT JOIN LATERAL (SELECT c.responsible_id FROM cases_case c WHERE c.household_id = p.household_id AND c.voided_at IS NULL
        ORDER BY c.ended_on DESC NULLS FIRST, c.id DESC LIMIT 1) c ON true
      LEFT JOIN organisations_membership r ON r.id = c.responsible_id LEFT JOIN accounts_colleague u ON u.id = r.user_id
    WHERE p.id = %(path)s
"""  # noqa: S608  # fixed texts


def who_talks_instead(path: SchoolPath, day: date) -> str:
    """Who talks with the school where the path's contact no longer works with the family; empty where they do. One query."""
    with connection.cursor() as cursor:
        cursor.execute(WHO, {"path": path.pk, "day": day})
        works, instead = cursor.fetchone() or (True, "")
    return "" if works else str(instead)


@dataclass(frozen=True, slots=True)
class GoesOn:
    """What of school goes on in a family: each with the name of the child, and of a path who talks with the school."""

    paths: list[tuple[str, SchoolPath, str]] = field(default_factory=list)
    sheets: list[SchoolSheet] = field(default_factory=list)
    elsewhere: list[tuple[str, Schooling]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.paths or self.sheets or self.elsewhere)


def goes_on_in(viewer: Viewer, household_id: UUID, day: date) -> GoesOn:
    """Open paths, teachers who have still time to answer, and the classes of today that stand in another home of theirs: those do
    not come along where this one goes to another team. Of a child who has died nothing."""
    seen = family_in_sight(viewer, household_id)
    pupils = pupils_of(viewer, seen) if seen else []
    names = {row: pupil.member.given or pupil.member.name for pupil in pupils for row in pupil.member.rows}
    of_them = Q(household_id=household_id) | Q(child_id__in=names)
    paths = school_paths_in_sight(viewer).filter(of_them, ended_on__isnull=True, voided_at__isnull=True)
    sheets = sheets_in_sight(viewer).filter(
        schooling__child_id__in=names, answered_on__isnull=True, voided_at__isnull=True, until__gte=day
    )
    now = [(names[one.member.person.pk], one.now) for one in pupils if one.now is not None]
    return GoesOn(
        [
            (names.get(path.child_id, ""), path, who_talks_instead(path, day) or path.contact.user.name)
            for path in paths.order_by("begun_on", "id")
            if path.stilled_on is None
        ],
        list(sheets.order_by("until", "id")),
        [(name, row) for name, row in now if row.household_id != household_id],
    )
