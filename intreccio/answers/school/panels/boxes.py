"""The way to school, from a family's page and from a child's. Neither asks the database anything."""

from collections.abc import Mapping
from typing import Any

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.ages import is_minor

Box = Mapping[str, Any] | None


def on_household_side(viewer: Viewer, *, household: Household, **_subject: Any) -> Box:
    """For the team in charge."""
    return {} if is_in_charge(viewer, household.team_id) and sees_families(viewer) else None


def on_person_page(viewer: Viewer, *, seen: Seen, person: Person, **_subject: Any) -> Box:
    """Of a minor, for who reads the record."""
    is_born = person.birth_date is not None and person.birth_date <= today()
    reads = sees_families(viewer) and seen.shows_record
    return {} if reads and is_born and is_minor(person.birth_date, today()) else None
