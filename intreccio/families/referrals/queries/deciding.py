"""Who says yes to a request: who decides for whom it is, and may decide on what it is about."""

from collections.abc import Collection
from uuid import UUID

from intreccio.families.referrals.queries.snapshot import Family
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.rules.responsibility import (
    Asked,
    touched_by,
    weighs,
    why_a_reason,
    why_not_go_on,
)


def asked_for(family: Family, person_id: UUID | None, need: str) -> list[Asked]:
    """The yeses that a request needs: of the children it is about; of a grown-up where an act says that somebody helps."""
    about = family.person(person_id)
    people = [about] if about else [one for one in family.at_home if one.is_minor]
    asked = [
        family.deciding.asked(str(one.person.pk), touched_by(need), together=weighs(need)) for one in people
    ]
    helped = (
        one for one in zip(people, asked, strict=True) if one[0].is_minor or len(one[1].decides.must) > 1
    )
    return [each for _one, each in helped]


def why_not_yes(
    family: Family, person_id: UUID | None, need: str, *, yes: Collection[str], reason: str
) -> Words | None:
    """A reason, or None."""
    asked = asked_for(family, person_id, need)
    return why_not_go_on(asked, yes, reason=reason, called=family.deciding.called)


def needs_a_reason(family: Family, person_id: UUID | None, need: str, yes: Collection[str]) -> bool:
    """Whether somebody's yes is missing."""
    asked = asked_for(family, person_id, need)
    return why_a_reason(asked, yes, called=family.deciding.called) is not None


def who_can_say_yes(family: Family) -> list[tuple[str, str]]:
    """Grown-ups of this home, then who decides for its children from elsewhere: key and name."""
    named = family.adults or family.members
    here = [(str(one.person.pk), f"{one.name}, {one.age}" if one.age else one.name) for one in named]
    deciding, known = family.deciding, {key for key, _name in here}
    every = (deciding.whom(str(one.person.pk)).parents for one in family.members if one.is_minor)
    elsewhere = [key for parents in every for key in parents] + deciding.outside
    return here + [(key, deciding.called(key)) for key in dict.fromkeys(elsewhere) if key not in known]
