"""Sheets of teachers: one as it is read beside the former ones, what a link opens, whose yes is needed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from intreccio.answers.school.models import Schooling, SchoolSheet
from intreccio.answers.school.queries.pupils import family_in_sight, home_of, pupil_of
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.responsibility import Deciding, deciding_of
from intreccio.parties.people.rules.responsibility import Asked
from intreccio.parties.people.vocabulary import Decision
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import find_link, why_not_open

PURPOSE = "school_sheet"
# Who answers has no access: the house acts for them, and may read and answer this one thing.
TEACHER = House("teacher")


class Closed(Exception):
    """The address does not open: `unknown`, `used`, `expired`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Opened:
    """What a token opens."""

    link: OneTimeLink
    sheet: SchoolSheet


def opened_by(token: str) -> Opened:
    """Asked as the house's door, read as the teacher. Raises Closed."""
    link = find_link(token, PURPOSE)
    if link is None:
        raise Closed("unknown")
    if link.used_at is not None:
        raise Closed("used")
    with acting(TEACHER):
        sheet = SchoolSheet.objects.select_related("instrument").filter(pk=link.subject_id).first()
    if sheet is None or why_not_open(link) is not None or _is_elsewhere(link, sheet):
        raise Closed("expired")
    return Opened(link, sheet)


def _is_elsewhere(link: OneTimeLink, sheet: SchoolSheet) -> bool:
    """Whether the family has gone to another team since: the teacher would be read by others than they were told."""
    return bool(json.loads(link.about["codes"])["team"] != str(sheet.team_id))


def sheets_in_sight(viewer: Viewer) -> QuerySet[SchoolSheet]:
    """Every sheet the viewer may read, mistakes too."""
    rows = SchoolSheet.objects.select_related(
        "household__team",
        "schooling__organisation",
        "schooling__child__merged_into",
        "instrument",
        "response",
        "asked_by__user",
    )
    return rows if sees_families(viewer) else rows.none()


def sheets_of(viewer: Viewer, classes: list[Schooling]) -> list[SchoolSheet]:
    """Those of a child, class by class, the last asked first."""
    rows = sheets_in_sight(viewer).filter(schooling__in=classes, voided_at__isnull=True)
    return list(rows.order_by("-asked_on", "-id"))


@dataclass(frozen=True, slots=True)
class Needed:
    """Whose yes is needed before a teacher is asked."""

    deciding: Deciding
    asked: Asked

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Who decides about school, by name."""
        return [(key, self.deciding.called(key)) for key in self.asked.decides.must]


def needed_for(viewer: Viewer, schooling: Schooling, day: date) -> Needed | None:
    """As it is in the home where the child is today. None where they are of none of the team's any more."""
    seen = family_in_sight(viewer, home_of(schooling).pk)
    pupil = pupil_of(viewer, seen, schooling.child_id) if seen else None
    if seen is None or pupil is None:
        return None
    deciding = deciding_of(seen.household.pk, members_of(viewer, seen), day)
    return Needed(deciding, deciding.asked(str(pupil.member.person.pk), Decision.SCHOOL))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: what was said now, and what the time before."""

    text: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet, in the order in which it was asked."""

    label: str
    lines: list[Line]
    facts: str
    facts_before: str


def before(sheet: SchoolSheet) -> SchoolSheet | None:
    """The sheet of the same child, under whichever row of theirs, that came before, in the same edition."""
    root = sheet.schooling.child.merged_into_id or sheet.schooling.child_id
    child = Q(schooling__child_id=root) | Q(schooling__child__merged_into_id=root)
    rows = SchoolSheet.objects.filter(
        child, team_id=sheet.team_id, instrument_id=sheet.instrument_id,
        answered_on__isnull=False, voided_at__isnull=True,
    )  # fmt: skip
    if sheet.answered_on is None:
        return None
    return (
        rows.filter(asked_on__lt=sheet.asked_on)
        .select_related("response")
        .order_by("-asked_on", "-id")
        .first()
    )


def parts_of(sheet: SchoolSheet, former: SchoolSheet | None) -> Iterator[Part]:
    """What was told, part by part, beside what was told before. Nothing is added up."""
    now = sheet.response
    then = former.response if former else None
    if now is None:
        return
    said = sheet.instrument.said
    for section in said["sections"]:
        code = section["code"]
        lines = [
            Line(
                item["text"], _step(said, item, now.answers), _step(said, item, then.answers if then else {})
            )
            for item in section["items"]
        ]
        words = then.words.get(code, "") if then else ""
        yield Part(
            section["label"], [one for one in lines if one.now or one.before], now.words.get(code, ""), words
        )


def _step(said: Mapping[str, Any], item: Mapping[str, Any], answers: Mapping[str, int]) -> str:
    value = answers.get(item["code"])
    return next((step["label"] for step in said["steps"][item["steps"]] if step["value"] == value), "")
