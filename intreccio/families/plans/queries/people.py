"""Who is of the family, as a plan calls them."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, is_awaited, members_of
from intreccio.parties.people.rules.ages import GROWN, YOUNG, months_on
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import HomeRole, Level
from intreccio.workshop.protocols.rules.guidance import age_of
from intreccio.workshop.protocols.vocabulary import Age


def family_of(viewer: Viewer, household: Household) -> dict[UUID, Member]:
    """Everybody who is or was in the home, by the key of the person. Who opens a plan sees the record. One query."""
    seen = Seen(household, Level.RECORD, in_charge=household.team_id in viewer.team_ids)
    return {member.person.pk: member for member in members_of(viewer, seen) if not member.mistake}


def member_of(family: Mapping[UUID, Member], person_id: UUID | None) -> Member | None:
    """Whoever somebody is now, also by a row that was merged into another; None for nobody, or out of sight."""
    return next((one for one in family.values() if person_id in one.rows), None)


def may_be_minor(member: Member | None, day: date) -> bool:
    """Below eighteen on a day; also of whom nobody can tell: out of sight, without a birth and called no grown-up here, or with a
    year alone, or a guess, in which they become eighteen."""
    return member is None or member.may_be_minor(day)


def child_age(person: Person, day: date) -> str:
    """How old, as one speaks to a child; empty where nobody knows, or of who is grown up."""
    if is_awaited(person, day):
        return Age.PREGNANCY
    return (age_of(months_on(person.birth_date, day)) or "") if person.birth_date else ""


def first_name(family: Mapping[UUID, Member], person_id: UUID | None) -> str:
    """«Nadia»; of whom the viewer cannot see by name, that they are of the family."""
    member = member_of(family, person_id) if person_id else None
    return (member.given or member.name) if member else _("una persona della famiglia")


def with_age(family: Mapping[UUID, Member], person_id: UUID | None) -> str:
    """«Nadia, 11 anni» for the young, «Elena» for adults."""
    member = family.get(person_id) if person_id else None
    who = first_name(family, person_id)
    return f"{who}, {member.age}" if member and member.is_minor and member.age else who


def together(family: Iterable[Member], *, minors: bool) -> str:
    """«Nadia e Leo», «Elena e Karim»: the children, or the grown-ups who bring them up, also from another home."""
    roles = YOUNG if minors else GROWN
    names = [
        member.given or member.name
        for member in family
        if member.is_minor == minors and member.home.role in roles and not _only_remembered(member)
    ]
    return listed(names, _("e"))


def _only_remembered(member: Member) -> bool:
    """A relative who lives elsewhere and brings nobody up here, or who no longer lives."""
    return member.person.died_on is not None or (
        member.is_kin and member.home.role not in {HomeRole.PARENT, HomeRole.CHILD}
    )
