"""A child is looked after elsewhere, by relatives or by others (art. 4-5 l. 184/1983), and comes home again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge, require_join, require_member
from intreccio.parties.people.actions.life.happening import Happening, standing_ties, stays
from intreccio.parties.people.models import (
    HouseholdMembership,
    Kinship,
    LifeEvent,
    Person,
    PersonName,
    Responsibility,
)
from intreccio.parties.people.rules.kinds import CARERS
from intreccio.parties.people.rules.life import why_not_on
from intreccio.parties.people.vocabulary import (
    Decision,
    HomeRole,
    KinshipKind,
    LifeEventKind,
    LivingKind,
    NameKind,
    ResponsibilityKind,
)


@dataclass(frozen=True, slots=True)
class Carer:
    """Who looks after a child: somebody of the family, or somebody new by name."""

    person: Person | None = None
    given: str = ""
    family: str = ""
    is_kin: bool = False


@transaction.atomic
def foster_child(
    home: HouseholdMembership, carer: Carer, *, by: Viewer, day: date, note: str = ""
) -> LifeEvent:
    """The child's stay ends and they remain of the family; the carer decides the ordinary things (art. 5 l. 184/1983).

    Raises Refused.
    """
    household, child = home.household, home.person
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    refuse_if(why_not_on(day=day, today=today(), since=home.since), code="day")
    happening = Happening(household, by=by, kind=LifeEventKind.FOSTERED, day=day, person=child, note=note)
    happening.stay(child, LivingKind.KIN, home.role)
    happening.end([home])
    person = _of_the_family(happening, carer)
    kind = KinshipKind.KIN_CARER if carer.is_kin else KinshipKind.FOSTER_CARER
    happening.make(
        Kinship(household=household, team_id=household.team_id, one=person, other=child, kind=kind, since=day)
    )
    happening.make(
        Responsibility(
            household=household,
            team_id=household.team_id,
            person=child,
            holder=person,
            kind=ResponsibilityKind.FOSTER_CARER,
            decisions=[Decision.HEALTH.value, Decision.SCHOOL.value],
            since=day,
        )
    )
    return happening.finish()


def _of_the_family(happening: Happening, carer: Carer) -> Person:
    """The carer's row; somebody new is written as living elsewhere."""
    if carer.person is not None:
        require_member(carer.person, happening.household)
        return carer.person
    person: Person = happening.make(Person())
    happening.stay(person, LivingKind.KIN, HomeRole.RELATIVE if carer.is_kin else HomeRole.OTHER)
    happening.make(
        PersonName(person=person, kind=NameKind.LEGAL, given=carer.given.strip(), family=carer.family.strip())
    )
    return person


@transaction.atomic
def return_home(home: HouseholdMembership, *, by: Viewer, day: date, note: str = "") -> LifeEvent:
    """Who was of the family and lived elsewhere (`home`: that stay) lives here again; who looked after them no longer does.

    Raises Refused.
    """
    household, person = home.household, home.person
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    require_join(person)
    refuse_if(why_not_on(day=day, today=today(), since=home.since), code="day")
    happening = Happening(household, by=by, kind=LifeEventKind.RETURNED, day=day, person=person, note=note)
    kin = stays(household, day, LivingKind.KIN)
    happening.end(row for row in kin if row.person_id == person.pk)
    happening.stay(person, LivingKind.LIVES, home.role)
    happening.end(tie for tie in standing_ties(household, day, *CARERS) if tie.other_id == person.pk)
    happening.end(
        Responsibility.objects.filter(
            household=household,
            person=person,
            kind=ResponsibilityKind.FOSTER_CARER,
            until=None,
            voided_at=None,
        )
    )
    return happening.finish()
