"""The way to school, from a family's page and from a child's (neither asks the database anything), and from the look at siblings."""

from collections.abc import Mapping
from typing import Any

from intreccio.answers.school import policies
from intreccio.answers.school.models import SchoolPath, SchoolSheet
from intreccio.answers.school.queries.paths import siblings_of, startable_at_school
from intreccio.answers.school.rules.schooling import why_not_join
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.plans.models import FamilyPath
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.ages import is_minor

Box = Mapping[str, Any] | None


def on_household_side(viewer: Viewer, *, household: Household, **_subject: Any) -> Box:
    """For the team in charge."""
    return {} if is_in_charge(viewer, household.team_id) and sees_families(viewer) else None


def on_person_page(viewer: Viewer, *, seen: Seen, person: Person, **_subject: Any) -> Box:
    """Of a minor, or of whom was one when they died, for who reads the record."""
    day = person.died_on or today()
    is_born = person.birth_date is not None and person.birth_date <= day
    reads = sees_families(viewer) and seen.shows_record
    return {} if reads and is_born and is_minor(person.birth_date, day) else None


def on_path_page(viewer: Viewer, *, path: FamilyPath, **_subject: Any) -> Box:
    """After a loss, each child at whom one looks: their path at school, or the way to begin it."""
    siblings = siblings_of(viewer, path)
    if not siblings:
        return None
    goes_on = path.ended_on is None and path.voided_at is None
    may = goes_on and "walk_at_school" in policies.what_may(viewer, path.team_id)
    versions = startable_at_school(viewer) if may else []
    return {"siblings": siblings, "startable": next(iter(versions), None)}


def holds_joining_back(household: Household) -> Words | None:
    """`why_not_join_homes`: of a home that was absorbed nothing could be walked, shown or taken back any more."""
    paths = SchoolPath.objects.filter(household=household, ended_on__isnull=True, voided_at__isnull=True)
    asked = SchoolSheet.objects.filter(
        household=household, answered_on__isnull=True, voided_at__isnull=True, until__gte=today()
    )
    return why_not_join(has_path=paths.exists(), is_asked=asked.exists())
