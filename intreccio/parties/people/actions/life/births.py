"""A birth is awaited, and comes, or does not."""

from datetime import date

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import (
    as_written,
    require_answers,
    require_charge,
    require_member,
)
from intreccio.parties.people.actions.life.happening import Happening, stays
from intreccio.parties.people.models import Household, Kinship, LifeEvent, Person, PersonName
from intreccio.parties.people.rules.life import why_not_be_born, why_not_lose
from intreccio.parties.people.rules.persons import why_not_born
from intreccio.parties.people.vocabulary import (
    BirthPrecision,
    HomeRole,
    KinshipKind,
    LifeEventKind,
    LivingKind,
    NameKind,
)


@transaction.atomic
def expect_child(
    household: Household, *, by: Viewer, due_on: date, parents: tuple[Person, ...] = (), note: str = ""
) -> LifeEvent:
    """Somebody is awaited in this home, of these parents as far as they are known. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    expected = BirthPrecision.EXPECTED
    refuse_if(why_not_born(birth=due_on, precision=expected, died=None, today=today()), code="birth")
    for parent in parents:
        require_member(parent, household)
    child = Person(birth_date=due_on, birth_precision=expected)
    happening = Happening(
        household, by=by, kind=LifeEventKind.PREGNANCY, day=today(), person=child, note=note
    )
    happening.make(child)
    happening.stay(child, LivingKind.LIVES, HomeRole.CHILD)
    for parent in parents:
        happening.make(
            Kinship(
                household=household,
                team_id=household.team_id,
                one=parent,
                other=child,
                kind=KinshipKind.PARENT,
            )
        )
    return happening.finish()


@transaction.atomic
def record_birth(
    person: Person,
    household: Household,
    *,
    by: Viewer,
    version: int,
    day: date,
    given: str,
    family: str,
    sex: str,
    note: str = "",
) -> LifeEvent:
    """Who was awaited is born. Raises Refused, or Changed where somebody wrote first."""
    _require(person, household, by)
    refuse_if(
        why_not_be_born(
            precision=person.birth_precision,
            expected=person.birth_date,
            died=person.died_on,
            day=day,
            today=today(),
        ),
        code="birth",
    )
    person.version = version
    happening = Happening(household, by=by, kind=LifeEventKind.BIRTH, day=day, person=person, note=note)
    happening.change(person, birth_date=day, birth_precision=BirthPrecision.EXACT, sex=sex)
    # Who was awaited only later was here from the first day all the same.
    for row in stays(household, day, *LivingKind.values):
        if row.person_id == person.pk and row.since > day:
            happening.change(row, since=day)
    if given or family:
        happening.make(
            PersonName(person=person, kind=NameKind.LEGAL, given=given.strip(), family=family.strip())
        )
    return happening.finish()


@transaction.atomic
def record_loss(
    person: Person, household: Household, *, by: Viewer, version: int, day: date, note: str = ""
) -> LifeEvent:
    """Who was awaited will not be born. Raises Refused, or Changed where somebody wrote first."""
    _require(person, household, by)
    refuse_if(
        why_not_lose(precision=person.birth_precision, died=person.died_on, day=day, today=today()),
        code="birth",
    )
    person.version = version
    happening = Happening(household, by=by, kind=LifeEventKind.LOSS, day=day, person=person, note=note)
    happening.change(person, died_on=day)
    happening.end(row for row in stays(household, day, *LivingKind.values) if row.person_id == person.pk)
    return happening.finish()


def _require(person: Person, household: Household, by: Viewer) -> None:
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    require_answers(person, household)
