"""What a yes would be refused for, by the field that says it: before it is written, with the rules that write it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.goals import why_not_say_so, why_not_yes_on
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.families.plans.vocabulary import HowAccepted
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.rules.ages import is_minor


def reasons_of_yes(sheet: Sheet, who: str, how: str, day: date, *, today: date) -> Mapping[str, Words | None]:
    """`who`: as it is chosen, «person:…»."""
    kind, _separator, key = who.partition(":")
    member = sheet.family.get(UUID(key)) if kind == "person" else None
    birth = member.person.birth_date if member else None
    small = is_too_young(birth, day, from_age=sheet.voice_age)
    apart = sheet.needed.why_not_of_the_family(member, day, heard=True) if member else None
    return {
        "who": apart,
        "day": why_not_yes_on(day=day, today=today, begun_on=sheet.plan.begun_on),
        "how": why_not_say_so(
            own_version=how == HowAccepted.OWN_VERSION, is_minor=is_minor(birth, day), too_young=small
        ),
    }
