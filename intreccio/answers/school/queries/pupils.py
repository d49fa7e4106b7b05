"""Who of a family studies, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet

from intreccio.answers.school.models import SchoolContact, Schooling
from intreccio.answers.school.rules.schooling import FIRST_MONTH, YEARS, school_year
from intreccio.answers.school.vocabulary import Ending
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.vocabulary import OrganisationKind
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.households import Seen, household_of
from intreccio.parties.people.queries.members import LOOKED_AFTER, Member, members_of

Choice = tuple[str, str]
# Of the stays `m` of a child, those that make them of that home on a day, under whichever row of theirs.
OF_THE_DAY = f"""m.voided_at IS NULL AND (m.until IS NULL OR m.until > %(day)s::date) AND (m.kind <> 'kin' OR {LOOKED_AFTER})"""
# The home of the row itself; another of ours where they live, or are looked after from; the one that took it in; else itself.
HOME = f"""
    SELECT h.* FROM people_household h JOIN (
      SELECT m.household_id AS id, CASE WHEN m.household_id = %(household)s THEN 0 WHEN m.kind = 'lives' THEN 1 ELSE 2 END AS turn
        FROM people_householdmembership m JOIN people_person r ON r.id = m.person_id JOIN people_person c ON c.id = %(child)s
        WHERE coalesce(c.merged_into_id, c.id) IN (r.id, r.merged_into_id) AND {OF_THE_DAY}
      UNION ALL SELECT w.joined_into_id, 3 FROM people_household w WHERE w.id = %(household)s
      UNION ALL SELECT %(household)s, 4) found ON found.id = h.id
    WHERE found.turn IN (0, 3, 4) OR (h.team_id = ANY ((SELECT my_teams())::uuid[]) AND h.voided_at IS NULL)
    ORDER BY found.turn, h.id LIMIT 1
"""  # noqa: S608  # fixed texts


class OfAChild(Protocol):
    """A row of a family that is about one child."""

    household_id: Any
    child_id: Any


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody of the family with the classes in which they were: the last first, mistakes apart."""

    member: Member
    classes: list[Schooling]
    mistakes: list[Schooling]

    @property
    def now(self) -> Schooling | None:
        """The class of today."""
        return next((row for row in self.classes if row.until is None), None)

    @property
    def has_two(self) -> bool:
        """More than one class of today: they had been written twice, or in two homes."""
        return sum(row.until is None for row in self.classes) > 1

    @property
    def is_no_more(self) -> bool:
        """They have died: what was written stays readable, and nothing is asked."""
        return self.member.has_died

    @property
    def last(self) -> Schooling | None:
        """The class of today, or the one before."""
        return next(iter(self.classes), None)


def schoolings_in_sight(viewer: Viewer) -> QuerySet[Schooling]:
    """Every class the viewer may read of, mistakes too."""
    rows = Schooling.objects.select_related("household__team", "organisation", "child")
    return rows if sees_families(viewer) else rows.none()


def contacts_in_sight(viewer: Viewer) -> QuerySet[SchoolContact]:
    """With whom one talks."""
    rows = SchoolContact.objects.select_related(
        "household__team", "schooling__organisation", "schooling__child"
    )
    return rows if sees_families(viewer) else rows.none()


def family_in_sight(viewer: Viewer, household_id: UUID) -> Seen | None:
    """A family whose record the viewer opens; None for everybody else."""
    seen = household_of(viewer, household_id)
    return seen if seen is not None and seen.shows_record and sees_families(viewer) else None


def pupils_of(viewer: Viewer, seen: Seen) -> list[Pupil]:
    """The children of a family, and who is grown up and still studies. Two queries."""
    return [pupil for pupil in _everybody(viewer, seen) if _belongs(pupil)]


def pupil_of(viewer: Viewer, seen: Seen, person_id: UUID) -> Pupil | None:
    """One of them, under whichever row of theirs."""
    return next((one for one in pupils_of(viewer, seen) if person_id in one.member.rows), None)


def pupil_to_read(viewer: Viewer, seen: Seen, person_id: UUID) -> Pupil | None:
    """The same, or a child who has died: of them one reads, and writes nothing."""
    everybody = _everybody(viewer, seen)
    return next(
        (one for one in everybody if person_id in one.member.rows and (_belongs(one) or one.is_no_more)), None
    )


def _everybody(viewer: Viewer, seen: Seen) -> list[Pupil]:
    """Their classes stand where they were written: they are read by child, in whichever home the viewer sees."""
    members = members_of(viewer, seen)
    theirs = {row for member in members for row in member.rows}
    there = schoolings_in_sight(viewer).filter(child_id__in=theirs, household__voided_at__isnull=True)
    rows = list(there.order_by("-since", "-id"))
    return [_pupil(member, rows) for member in members]


def _pupil(member: Member, rows: Iterable[Schooling]) -> Pupil:
    theirs = [row for row in rows if row.child_id in member.rows]
    standing = [row for row in theirs if row.voided_at is None]
    return Pupil(member, standing, [row for row in theirs if row.voided_at is not None])


def _belongs(pupil: Pupil) -> bool:
    member = pupil.member
    if member.mistake or member.has_died or member.is_awaited:
        return False
    return bool(pupil.classes) or (member.is_written_of and member.is_taken_for_child)


def contacts_of(schooling: Schooling) -> QuerySet[SchoolContact]:
    """With whom one talks there, as it stands."""
    return schooling.contacts.filter(voided_at__isnull=True).order_by("name", "id")


def rows_of(child: Person) -> list[UUID]:
    """Theirs, and all that were merged into it."""
    root = child.merged_into_id or child.pk
    return [root, child.pk, *Person.objects.filter(merged_into_id=root).values_list("pk", flat=True)]


def home_of(row: OfAChild) -> Household:
    """Where a child of whom something is written is today: there one goes on. One query."""
    said = {"household": row.household_id, "child": row.child_id, "day": today()}
    return next(iter(Household.objects.raw(HOME, said)))


def spans_of(children: Iterable[UUID], *, but: UUID | None = None) -> list[tuple[date, date | None]]:
    """From when to when their other classes are, in whichever home in sight."""
    rows = Schooling.objects.filter(
        child_id__in=children, voided_at__isnull=True, household__voided_at__isnull=True
    )
    return list((rows.exclude(pk=but) if but else rows).values_list("since", "until"))


def schools() -> list[Choice]:
    """The schools that stand among the bodies of the network, by name."""
    rows = Organisation.objects.filter(kind=OrganisationKind.SCHOOL).order_by("name", "id")
    return [(str(row.pk), row.name) for row in rows]


def schooling_after(pupil: Pupil, on: date) -> dict[str, Any]:
    """What the next class will most likely be: the same school, a year further on where it was passed."""
    last = pupil.last
    if last is None or last.until is None:
        return {"since": None}
    passed, most = last.ending == Ending.PASSED, YEARS.get(last.cycle)
    year = (last.year + 1 if passed and most and last.year < most else last.year) if last.year else None
    same = last.ending in (Ending.PASSED, Ending.REPEATS)
    where = (
        {"organisation": str(last.organisation_id or ""), "school": last.school, "section": last.section}
        if same
        else {}
    )
    after = {"cycle": last.cycle, "year": year, **where} if same or last.ending == Ending.CHANGED else {}
    return {**after, "since": min(max(last.until, _autumn(on)), on)}


def _autumn(day: date) -> date:
    return date(school_year(day), FIRST_MONTH, 12)
