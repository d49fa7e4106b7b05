"""Paths of a family: which are open, which may begin, and one of them as it is walked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.plans.models import FamilyPath, PathMark
from intreccio.families.plans.queries.choices import Choice, workers_for
from intreccio.families.plans.rules.paths import standing
from intreccio.families.plans.vocabulary import Standing
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited
from intreccio.parties.people.rules.ages import months_on
from intreccio.workshop.protocols.queries.reading import Look, Reading, Told, read
from intreccio.workshop.protocols.queries.versions import Version, shelves
from intreccio.workshop.protocols.rules.guidance import age_of
from intreccio.workshop.protocols.vocabulary import Age, Subject

# As many as one keeps in mind; the others are folded.
SOON = 4
ASKED = (Standing.NOW, Standing.LATE)
KEPT = (Standing.DONE, Standing.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the version with what was said of it on this path."""

    told: Told
    standing: Standing
    mark: PathMark | None

    @property
    def code(self) -> str:
        """Of the step, in its version."""
        return str(self.told.part["code"])


@dataclass(frozen=True, slots=True)
class Walk:
    """A path on a day: the version as it concerns this family, and each of its steps."""

    path: FamilyPath
    reading: Reading
    steps: list[Step]

    def those(self, *where: Standing) -> list[Step]:
        """The steps that stand there, in the order of their days."""
        return [step for step in self.steps if step.standing in where]

    @property
    def asked(self) -> list[Step]:
        """What is to be done now, what was left behind first."""
        return sorted(self.those(*ASKED), key=lambda step: step.standing != Standing.LATE)

    @property
    def soon(self) -> list[Step]:
        """The next few that come."""
        return self.those(Standing.COMING)[:SOON]

    @property
    def later(self) -> list[Step]:
        """What comes after them."""
        return self.those(Standing.COMING)[SOON:]

    @property
    def kept(self) -> list[Step]:
        """What was done, and what was not needed."""
        return self.those(*KEPT)

    @property
    def before(self) -> list[Step]:
        """What was over before the path began."""
        return self.those(Standing.BEFORE)


def paths_in_sight(viewer: Viewer) -> QuerySet[FamilyPath]:
    """Every path the viewer may open."""
    rows = FamilyPath.objects.select_related(
        "case__household",
        "case__team",
        "protocol_version",
        "contact__user",
        "contact__organisation",
        "person",
    )
    return rows if sees_families(viewer) else rows.none()


def paths_of(viewer: Viewer, case: Case) -> list[FamilyPath]:
    """Those of a family: open, then ended; mistakes last."""
    rows = paths_in_sight(viewer).filter(case_id=case.pk)
    return sorted(rows, key=lambda path: (path.voided_at is not None, path.ended_on is not None, path.zero))


def startable(viewer: Viewer) -> list[Version]:
    """The versions in use that are for a family; of a code that the own body made its own, that one."""
    ours: dict[str, Version] = {}
    for shelf in shelves(viewer):
        is_for_us = shelf.protocol.organisation_id in (None, viewer.organisation_id)
        if is_for_us and shelf.in_force and Subject.FAMILY in shelf.in_force.row.definition["about"]:
            ours[shelf.protocol.code] = shelf.in_force
    return list(ours.values())


def contacts_for(case: Case, day: date, also: Membership | None = None) -> list[Choice]:
    """Who can keep in touch: whoever could work with the family; who does already stays, as long as nobody changes it."""
    choices = workers_for(case, day)
    if also is None or str(also.pk) in dict(choices):
        return choices
    return [(str(also.pk), also.user.name), *choices]


def walk_of(path: FamilyPath, today: date) -> Walk:
    """The path as it is on a day. Two queries: its marks, and what else the version cites."""
    marks = {mark.step: mark for mark in marks_of(path) if mark.voided_at is None}
    look = Look(today, path.zero, Subject.FAMILY, path.loss, _age(path.person, today))
    reading = read(path.protocol_version, look)
    return Walk(path, reading, [_step(told, marks, path, today) for told in reading.steps])


def marks_of(path: FamilyPath) -> QuerySet[PathMark]:
    """All that was said of its steps, mistakes too, with who said it."""
    return path.marks.select_related("by__user").order_by("day", "id")


def mark_in_sight(path: FamilyPath, mark_id: UUID) -> QuerySet[PathMark]:
    """One that stands."""
    return path.marks.filter(pk=mark_id, voided_at__isnull=True)


def _step(told: Told, marks: Mapping[str, PathMark], path: FamilyPath, today: date) -> Step:
    mark = marks.get(str(told.part["code"]))
    days = told.days or (path.zero, path.zero)
    return Step(told, standing(days, mark.state if mark else "", since=path.begun_on, today=today), mark)


def _age(person: Person | None, today: date) -> str:
    """For whom one looks for words; of nobody in particular, those for every age."""
    if person is None or person.birth_date is None:
        return ""
    if is_awaited(person, today):
        return Age.PREGNANCY
    return age_of(months_on(person.birth_date, today)) or ""
