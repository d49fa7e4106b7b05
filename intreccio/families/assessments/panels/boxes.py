"""«Che cosa c'è, che cosa serve» on the page of a case and of its review; the way to a child's voice on the page of a person."""

from collections.abc import Mapping
from typing import Any

from intreccio.families.assessments import policies
from intreccio.families.assessments.queries.of_case import briefs_of
from intreccio.families.assessments.rules.moments import next_moment
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.ages import is_minor

Words = Mapping[str, Any] | None


def on_case(viewer: Viewer, *, case: Case, **_subject: Any) -> Words:
    """Every moment there is, the last one first, and the way to the next; in charge, the first one is the next step."""
    briefs = briefs_of(viewer, case.pk)
    coming = next_moment({each.moment: each.closed_on is not None for each in briefs})
    begins = coming if _may_begin(viewer, case) else None
    onward = case.stage == Stage.IN_CHARGE and not (briefs and briefs[0].closed_on)
    if not (briefs or begins or onward):
        return None
    return {"briefs": briefs[::-1], "begins": begins, "onward": onward}


def on_person(viewer: Viewer, *, seen: Seen, person: Person, **_subject: Any) -> Words:
    """The way to what a minor has said, for who reads the record. Asks nothing of the database."""
    is_born = person.birth_date is not None and person.birth_date <= today()
    reads = sees_families(viewer) and seen.shows_record
    return {} if reads and is_born and is_minor(person.birth_date, today()) else None


def _may_begin(viewer: Viewer, case: Case) -> bool:
    here = policies.begin_assessment(viewer) and is_in_charge(viewer, case.team_id)
    return here and case.ended_on is None and case.voided_at is None
