"""What a child has said in this home, over time: own words, answers, drawings, the last first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.families.assessments.models import ChildWords
from intreccio.families.assessments.queries.assessments import Kept, kept_at_home
from intreccio.families.assessments.queries.listening import Listened, listenings_in_sight, told
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import Seen, household_of
from intreccio.parties.people.queries.members import Member, members_of


@dataclass(frozen=True, slots=True)
class Said:
    """Something a child said on a day: words of one's own in a look at the family, or a listening."""

    day: date
    moment: str
    words: ChildWords | None = None
    listened: Listened | None = None


def child_of(viewer: Viewer, household_id: UUID, person_id: UUID) -> tuple[Seen, Member] | None:
    """A family whose record is open, and somebody who is or was at home; None where either is out of sight. Two queries."""
    seen = household_of(viewer, household_id) if sees_families(viewer) else None
    if seen is None or not seen.shows_record:
        return None
    found = next((each for each in members_of(viewer, seen) if person_id in each.rows), None)
    return (seen, found) if found else None


def kept_by(household_id: UUID, child: Member, said: list[Said]) -> list[Kept]:
    """That a child has spoken and keeps the words near, where they are not among those read here. One query."""
    rows = (one.words for one in said if one.words and one.words.voided_at is None)
    read = {(row.assessment_id, row.person_id) for row in rows}
    found = kept_at_home(household_id)
    return [kept for look, whose, kept in found if whose in child.rows and (look, whose) not in read]


def said_by(viewer: Viewer, household_id: UUID, child: Member) -> list[Said]:
    """All of it, mistakes too: they stay readable. Three queries."""
    rows = ChildWords.objects.filter(household_id=household_id, person_id__in=child.rows)
    words = rows.select_related("assessment", "heard_by__user").order_by("-heard_on", "-id")
    heard = told(listenings_in_sight(viewer).filter(household_id=household_id, person_id__in=child.rows))
    found = [
        *(Said(row.heard_on, str(row.assessment), words=row) for row in words),
        *(Said(one.row.heard_on, str(one.row.assessment or ""), listened=one) for one in heard),
    ]
    return sorted(found, key=lambda said: said.day, reverse=True)
