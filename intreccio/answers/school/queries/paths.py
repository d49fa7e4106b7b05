"""A child at school along a protocol: which paths there are, how one stands on a day, from whose look one begins."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.answers.school.models import SchoolMark, SchoolPath
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.looking import Whose, whose_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, Team
from intreccio.parties.organisations.queries.teams import members_of
from intreccio.parties.people.rules.ages import months_on
from intreccio.workshop.protocols.queries.no_longer import NoLonger, steps_no_longer
from intreccio.workshop.protocols.queries.reading import Look
from intreccio.workshop.protocols.queries.versions import Version, in_use_for
from intreccio.workshop.protocols.queries.walking import Walk, walk
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.guidance import age_of
from intreccio.workshop.protocols.rules.letters import is_quiet
from intreccio.workshop.protocols.vocabulary import Subject

Choice = tuple[str, str]


def school_paths_in_sight(viewer: Viewer) -> QuerySet[SchoolPath]:
    """Every one the viewer may open."""
    rows = SchoolPath.objects.select_related(
        "household__team", "child__merged_into", "protocol_version", "contact__user"
    )
    return rows if sees_families(viewer) else rows.none()


def school_paths_of(viewer: Viewer, rows: Iterable[UUID]) -> list[SchoolPath]:
    """Those of a child, under whichever row of theirs and in whichever home in sight: open, then ended."""
    found = school_paths_in_sight(viewer).filter(child_id__in=list(rows), voided_at__isnull=True)
    return sorted(found, key=lambda path: (path.ended_on is not None, path.zero))


def startable_at_school(viewer: Viewer) -> list[Version]:
    """The versions in use that are for who goes to school."""
    return in_use_for(viewer, Subject.SCHOOL)


def contacts_for(team: Team, day: date, also: Membership | None = None) -> list[Choice]:
    """Who of the team can talk with the school; who does already stays, as long as nobody changes it."""
    choices = [(str(one.membership_id), one.membership.user.name) for one in members_of(team, day)]
    if also is None or str(also.pk) in dict(choices):
        return choices
    return [(str(also.pk), also.user.name), *choices]


def walk_of(path: SchoolPath, today: date) -> Walk:
    """As it is on a day; of a child who has died, what was written and nothing else."""
    birth = path.child.birth_date
    age = (age_of(months_on(birth, today)) or "") if birth else ""
    look = Look(today, path.zero, Subject.SCHOOL, path.loss, age)
    whole = walk(path.protocol_version, look, marks_of(path), since=path.begun_on)
    return replace(whole, steps=whole.kept) if path.stilled_on else whole


def marks_of(path: SchoolPath) -> QuerySet[SchoolMark]:
    """All that was said of its steps, mistakes too, with who said it."""
    return path.marks.select_related("by__user").order_by("day", "id")


def mistakes_of(path: SchoolPath, walk: Walk) -> list[NoLonger]:
    """What was said of its steps and counts no more."""
    return steps_no_longer(walk, marks_of(path))


def mark_in_sight(path: SchoolPath) -> QuerySet[SchoolMark]:
    """Those that stand."""
    return path.marks.filter(voided_at__isnull=True)


def is_in_peace(path: SchoolPath, today: date) -> bool:
    """Whether these are days around the return of that day: no tests, no questions. Not the days of the loss itself."""
    quiet = path.protocol_version.definition.get("quiet")
    return bool(quiet) and (today - path.zero).days > quiet["after"] and is_quiet(today, [path.zero], quiet)


def peace_said(definition: Definition) -> str:
    """What one does on those days."""
    return str(definition.get("quiet", {}).get("text", ""))


@dataclass(frozen=True, slots=True)
class Sibling:
    """A child at whom a family's path looks: their path at school, or the way to begin one."""

    whose: Whose
    path: SchoolPath | None


def siblings_of(viewer: Viewer, path: FamilyPath) -> list[Sibling]:
    """Each child at whom one looks after a loss, with the path at school that goes on, or that began from here.

    Two queries; none where nothing was lost.
    """
    if not path.loss:
        return []
    children = whose_of(viewer, path)
    from_here = Q(family_path_id=path.pk) | Q(ended_on__isnull=True)
    theirs = {row for one in children for row in one.rows}
    rows = school_paths_in_sight(viewer).filter(from_here, child_id__in=theirs, voided_at__isnull=True)
    begun = {row.child.merged_into_id or row.child_id: row for row in rows.order_by("begun_on", "id")}
    return [Sibling(one, begun.get(one.person_id)) for one in children if one.person_id]


def family_path_of(viewer: Viewer, household_id: UUID, key: str) -> FamilyPath | None:
    """The family's path from which one comes; None where the address names none of this family."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    rows = FamilyPath.objects.filter(household_id=household_id, voided_at__isnull=True)
    return rows.filter(pk=wanted).first() if sees_families(viewer) else None
