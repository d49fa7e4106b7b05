"""Part of a family goes to live elsewhere: one home becomes two, and children may live in both."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.life.copying import copy_languages, copy_responsibilities, copy_ties
from intreccio.parties.people.actions.life.happening import Happening, standing_ties, stays
from intreccio.parties.people.models import Household, HouseholdMembership, Kinship, LifeEvent
from intreccio.parties.people.rules.kinds import TOGETHER
from intreccio.parties.people.rules.life import why_not_on, why_not_part_home, why_not_separate
from intreccio.parties.people.vocabulary import KinshipKind, LifeEventKind, LivingKind


@dataclass(frozen=True, slots=True)
class Parting:
    """Who goes, who lives in both homes, which two separate: keys of persons as text. And the new home."""

    going: frozenset[str]
    both: frozenset[str] = frozenset()
    couple: frozenset[str] = frozenset()
    name: str = ""
    municipality_code: str = ""


@transaction.atomic
def part_home(
    household: Household, parting: Parting, *, by: Viewer, day: date, note: str = ""
) -> tuple[LifeEvent, Household]:
    """Writes the second home, answered for by the same team. Who is registered where, or counts for an ISEE, does not change.

    Whoever stays is of the family in the new home too, and whoever goes in the old one. Raises Refused.
    """
    require_charge(household, by=by, ability=policies.edit_household)
    household = as_written(household.pk)
    here = stays(household, day, LivingKind.LIVES)
    _judge(parting, here, day)
    kind = LifeEventKind.SEPARATION if parting.couple else LifeEventKind.PARTED
    happening = Happening(household, by=by, kind=kind, day=day, note=note)
    if parting.couple:
        _separate(happening, parting.couple)
    new = happening.made(_second_home(household, parting, by=by, day=day))
    for row in here:
        _settle(happening, row, parting, new)
    copy_ties(happening, household, new)
    copy_responsibilities(happening, household, new)
    copy_languages(happening, household, new)
    return happening.finish(second=str(new.pk)), new


def _judge(parting: Parting, here: list[HouseholdMembership], day: date) -> None:
    keys = {str(row.person_id) for row in here}
    going, both = parting.going & keys, parting.both & keys
    refuse_if(why_not_part_home(going=going, both=both, here=keys), code="part_home")
    refuse_if(why_not_separate(couple=parting.couple, going=going, both=both), code="separate")
    first = max((row.since for row in here if str(row.person_id) in going | both), default=None)
    refuse_if(why_not_on(day=day, today=today(), since=first), code="day")


def _second_home(household: Household, parting: Parting, *, by: Viewer, day: date) -> Household:
    return create_household(
        by=by,
        name=parting.name or _("%s, seconda casa") % household.name,
        municipality_code=parting.municipality_code,
        team_id=household.team_id,
        today=day,
    )


def _settle(happening: Happening, row: HouseholdMembership, parting: Parting, new: Household) -> None:
    """One person of the old home, in one home, in the other, or in both."""
    key = str(row.person_id)
    if key in parting.both:
        happening.stay(row.person, LivingKind.LIVES, row.role, new)
    elif key in parting.going:
        happening.stay(row.person, LivingKind.KIN, row.role)
        happening.stay(row.person, LivingKind.LIVES, row.role, new)
        happening.end([row])
    else:
        happening.stay(row.person, LivingKind.KIN, row.role, new)


def _separate(happening: Happening, couple: frozenset[str]) -> None:
    """Ends what held the two together, and writes that they are separated."""
    home = happening.household
    ties = standing_ties(home, happening.day, *TOGETHER)
    happening.end(tie for tie in ties if {str(tie.one_id), str(tie.other_id)} == couple)
    one, other = sorted(couple)
    happening.make(
        Kinship(
            household=home,
            team_id=home.team_id,
            one_id=one,
            other_id=other,
            kind=KinshipKind.SEPARATED,
            since=happening.day,
        )
    )
