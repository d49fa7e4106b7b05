"""Paths of a family: which are open, which may begin, and one of them as it is walked."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.plans.models import FamilyPath, PathMark
from intreccio.families.plans.queries.choices import Choice, workers_for
from intreccio.families.plans.queries.people import child_age
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership
from intreccio.workshop.protocols.queries.reading import Look
from intreccio.workshop.protocols.queries.versions import Version, in_use_for
from intreccio.workshop.protocols.queries.walking import Walk, walk
from intreccio.workshop.protocols.vocabulary import Subject


def paths_in_sight(viewer: Viewer) -> QuerySet[FamilyPath]:
    """Every path the viewer may open."""
    rows = FamilyPath.objects.select_related(
        "case__household",
        "case__team",
        "protocol_version",
        "contact__user",
        "contact__organisation",
        "person__merged_into",
    )
    return rows if sees_families(viewer) else rows.none()


def paths_of(viewer: Viewer, case: Case) -> list[FamilyPath]:
    """Those of a family: open, then ended; mistakes last."""
    rows = paths_in_sight(viewer).filter(case_id=case.pk)
    return sorted(rows, key=lambda path: (path.voided_at is not None, path.ended_on is not None, path.zero))


def startable(viewer: Viewer) -> list[Version]:
    """The versions in use that are for a family."""
    return in_use_for(viewer, Subject.FAMILY)


def contacts_for(case: Case, day: date, also: Membership | None = None) -> list[Choice]:
    """Who can keep in touch: whoever could work with the family; who does already stays, as long as nobody changes it."""
    choices = workers_for(case, day)
    if also is None or str(also.pk) in dict(choices):
        return choices
    return [(str(also.pk), also.user.name), *choices]


def walk_of(path: FamilyPath, today: date) -> Walk:
    """The path as it is on a day. Two queries: its marks, and what else the version cites."""
    look = Look(today, path.zero, Subject.FAMILY, path.loss, _age(path, today))
    return walk(path.protocol_version, look, marks_of(path), since=path.begun_on)


def marks_of(path: FamilyPath) -> QuerySet[PathMark]:
    """All that was said of its steps, mistakes too, with who said it."""
    return path.marks.select_related("by__user").order_by("day", "id")


def mark_in_sight(path: FamilyPath, mark_id: UUID) -> QuerySet[PathMark]:
    """One that stands."""
    return path.marks.filter(pk=mark_id, voided_at__isnull=True)


def _age(path: FamilyPath, today: date) -> str:
    """For whom one looks for words; of nobody in particular, those for every age. After a loss they are for who lives (`along`)."""
    person = path.person.merged_into or path.person if path.person else None
    return child_age(person, today) if person and not path.loss else ""
