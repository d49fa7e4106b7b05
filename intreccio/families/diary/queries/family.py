"""Who is of the family, as a line calls them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.families.diary.rules.asking import Somebody
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.rules.ages import age_on
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import HomeRole, Level

PARENTS = (HomeRole.PARENT, HomeRole.PARTNER)


@dataclass(frozen=True)
class Family:
    """Everybody who is or was at home, or is of the family elsewhere."""

    members: list[Member]

    @cached_property
    def _names(self) -> dict[UUID, str]:
        return {member.person.pk: member.short for member in self.members}

    def named(self, ids: Iterable[UUID]) -> str:
        """«Elena e Karim»; of whom the viewer no longer sees, that they are of the family. Cards that were joined are one."""
        wanted = list(ids)
        kept = _joined([one for one in wanted if one not in self._names])
        names = [self._names.get(kept.get(one, one), _("una persona della famiglia")) for one in wanted]
        return listed(list(dict.fromkeys(names)), _("e"))

    def called(self, keys: Iterable[str]) -> str:
        """The same, of keys and of who is not of the family, in words."""
        return listed([self.named([one]) if (one := _key(key)) else key for key in keys], _("e"))

    @property
    def here(self) -> list[Member]:
        """For whom a line can be: who is of the family and born, and parents who live elsewhere."""
        return [member for member in self.members if _is_here(member)]

    def somebody(self, person_id: UUID, day: date) -> Somebody | None:
        """As a rule knows them; None where no line can be for them."""
        member = next((each for each in self.here if each.person.pk == person_id), None)
        if member is None:
            return None
        birth = member.person.birth_date
        age = age_on(birth, day) if birth else None
        return Somebody(age, is_minor=member.is_minor, is_parent=member.home.role in PARENTS)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _joined(ids: list[UUID]) -> dict[UUID, UUID]:
    """Of cards that nobody of the home has any more, the card each was joined into. Nothing is asked where there are none."""
    if not ids:
        return {}
    rows = Person.objects.filter(pk__in=ids, merged_into__isnull=False)
    return {person: kept for person, kept in rows.values_list("pk", "merged_into_id") if kept}


def _is_here(member: Member) -> bool:
    return (member.is_ours or _is_parent(member)) and not member.is_awaited


def _is_parent(member: Member) -> bool:
    """Also of another home: a mother or father who has moved away is one."""
    return member.home.role == HomeRole.PARENT and not (member.mistake or member.has_died or member.is_minor)


def family_of(viewer: Viewer, household: Household) -> Family:
    """Who opens a line sees the record. One query."""
    seen = Seen(household, Level.RECORD, in_charge=household.team_id in viewer.team_ids)
    return Family(members_of(viewer, seen))


def labelled(members: Iterable[Member]) -> list[tuple[str, str]]:
    """For a form: «Nadia, 11 anni», «Elena Marchetti»."""
    return [
        (str(member.person.pk), f"{member.name}, {member.age}" if member.age else member.name)
        for member in members
    ]
