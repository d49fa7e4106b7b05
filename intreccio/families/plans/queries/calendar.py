"""What of the paths of families stands in a calendar: the steps that begin on a day, and the milestones.

Letters do not: what goes to a family is not an appointment. A worker's own path is of nobody's calendar (decision 108).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.urls import reverse

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_language
from intreccio.parties.organisations.queries.weeks import people_named, rows_of, who_in
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.rules.entries import Entry
from intreccio.workshop.calendar.vocabulary import EntryKind
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.rules.calendar import Line, timeline
from intreccio.workshop.protocols.vocabulary import StepKind, Subject

# No step that waits begins before the first that does: a path whose next one lies further on has nothing in these days.
PATHS = f"""
    SELECT p.id, p.household_id, (SELECT h.name FROM people_household h WHERE h.id = p.household_id), p.protocol_version_id, p.zero,
      p.begun_on, p.loss, ARRAY(SELECT k.step FROM plans_pathmark k WHERE k.path_id = p.id AND k.voided_at IS NULL),
      {who_in("p.contact_id")}
    FROM plans_familypath p JOIN cases_case c ON c.id = p.case_id AND c.voided_at IS NULL
    WHERE p.ended_on IS NULL AND p.voided_at IS NULL AND p.next_on <= %(until)s
      AND (p.team_id = %(team)s::uuid OR p.contact_id = ANY (%(members)s::uuid[]))
"""  # noqa: S608  # fixed texts


def entries_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Those that the viewer may see. Two queries; one where there is no path."""
    rows = rows_of(PATHS, wanted)
    definitions = _definitions({row[3] for row in rows})
    for key, family_id, family, version, zero, begun, loss, marked, who in rows:
        walk = timeline(definitions[version], zero, about=Subject.FAMILY, loss=loss)
        for line in _in_days(walk, wanted, marked=set(marked), since=begun):
            yield _entry(line, key, family_id, family, who, begun)


def _definitions(versions: set[UUID]) -> dict[UUID, Any]:
    if not versions:
        return {}
    return dict(ProtocolVersion.objects.filter(pk__in=versions).values_list("pk", "definition"))


def _in_days(walk: list[Line], wanted: Wanted, *, marked: set[str], since: date) -> Iterator[Line]:
    """What was over before the path began was asked of nobody."""
    for line in walk:
        first = max(line.first, since)
        if wanted.since <= first <= wanted.until and line.last >= since and line.step["code"] not in marked:
            yield line


def _entry(line: Line, key: UUID, family_id: UUID, family: str, who: Any, since: date) -> Entry:
    is_step = line.step.get("kind", StepKind.STEP) == StepKind.STEP
    kind = EntryKind.STEP if is_step else EntryKind.MILESTONE
    return Entry(
        kind, uuid5(key, line.step["code"]), max(line.first, since),
        family or "", reverse("path_page", args=[key]), what=f"{kind.label}: {in_language(line.step['title'])}", who=people_named(who),
        about=family_id,
    )  # fmt: skip
