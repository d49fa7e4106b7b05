"""A family as it was on a day: who was there in which sense, how they were tied, where, and with which ISEE."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import HomeAddress, Isee, Responsibility
from intreccio.parties.people.queries.ages import age_words
from intreccio.parties.people.queries.genogram import said_of
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.languages import Told, told_in
from intreccio.parties.people.queries.members import SENSES, Member, members_of
from intreccio.parties.people.rules.isee import standing
from intreccio.parties.people.rules.persons import LONGEST_WAIT
from intreccio.parties.people.vocabulary import LivingKind


@dataclass(frozen=True, slots=True)
class Then:
    """One person on the day; `senses`: in which of the three sets, and of the family elsewhere."""

    member: Member
    age: str
    role: str
    senses: frozenset[str]
    has_died: bool

    @property
    def in_each(self) -> list[bool]:
        """Lives here, registered here, in the ISEE."""
        return [sense in self.senses for sense in SENSES[:3]]

    @property
    def lives(self) -> bool:
        """In this home, on the day."""
        return LivingKind.LIVES in self.senses and not self.has_died


@dataclass(frozen=True, slots=True)
class OnDay:
    """All that the dates of the rows say of a day."""

    day: date
    people: list[Then]
    kin: list[Then]
    ties: list[str]
    deciding: list[tuple[str, Responsibility, str]]
    address: HomeAddress | None
    isee: list[Isee]
    spoken: Told


def on_day(viewer: Viewer, seen: Seen, day: date) -> OnDay:
    """Eight queries; only at the level *record*. Names are those of today."""
    members = members_of(viewer, seen)
    named: Mapping[UUID | None, str] = {member.person.pk: member.name for member in members}
    there = [then for member in members if (then := _then(member, day))]
    here = seen.household.pk
    holds = _dated(day)
    deciding = Responsibility.objects.filter(holds, household_id=here, voided_at__isnull=True).order_by("id")
    addresses = HomeAddress.objects.filter(holds, household_id=here, voided_at__isnull=True).order_by(
        "-since"
    )
    isee = Isee.objects.filter(household_id=here, voided_at__isnull=True)
    return OnDay(
        day=day,
        people=[then for then in there if any(then.in_each)],
        kin=[then for then in there if not any(then.in_each)],
        ties=said_of(viewer, seen, day),
        deciding=[
            (named.get(row.holder_id) or row.holder_words, row, named.get(row.person_id, ""))
            for row in deciding
            if row.person_id in named
        ],
        address=None if seen.household.is_protected else addresses.first(),
        isee=standing(list(isee), day),
        spoken=told_in(seen, [then.member for then in there if then.lives], day),
    )


def _dated(day: date) -> Q:
    return (Q(since__isnull=True) | Q(since__lte=day)) & (Q(until__isnull=True) | Q(until__gt=day))


def _then(member: Member, day: date) -> Then | None:
    """None for who was not of the family on the day, or could not even be awaited yet."""
    birth = member.person.birth_date
    if birth is not None and birth - day > LONGEST_WAIT:
        return None
    stays = [
        home
        for home in member.homes
        if home.voided_at is None and home.since <= day and (home.until is None or day < home.until)
    ]
    if member.mistake or not stays:
        return None
    first = min(stays, key=lambda home: SENSES.index(home.kind))
    person = member.person
    dead = person.died_on is not None and person.died_on <= day
    return Then(
        member=member,
        age="" if dead else age_words(person.birth_date, person.birth_precision, day),
        role=str(first.get_role_display()),
        senses=frozenset() if dead else frozenset(home.kind for home in stays),
        has_died=dead,
    )


def days_that_changed(seen: Seen, members: Iterable[Member], today: date) -> list[date]:
    """The days until today on which somebody came or went, or a language began or ended, the last first; what was written
    by mistake changed nothing."""
    stays = [home for member in members for home in member.homes if home.voided_at is None]
    dated = [(row.since, row.until) for row in stays] + [(row.since, row.until) for row in seen.languages]
    days = {day for ends in dated for day in ends if day is not None and day <= today}
    return sorted(days, reverse=True)
