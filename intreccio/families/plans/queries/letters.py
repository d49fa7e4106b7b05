"""The letters of a path: which went, which waits, and the days that are left in peace."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intreccio.families.plans.models import FamilyPath, PathLetter
from intreccio.families.plans.rules.letters import Gone, Next, is_early, turn_of
from intreccio.families.plans.vocabulary import LetterWay
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited
from intreccio.workshop.protocols.queries.reading import Told
from intreccio.workshop.protocols.rules.letters import is_quiet, why_not_send


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the version: how it went, and when it goes next."""

    told: Told
    gone: Sequence[PathLetter]
    next: Next | None
    # Asked of a family without an answer yet: what stops a reminder is that somebody says so.
    may_answer: bool

    @property
    def code(self) -> str:
        """Of the letter, in its version."""
        return str(self.told.part["code"])

    @property
    def is_near(self) -> bool:
        """Whether it can be taken already."""
        return self.next is not None and not is_early(self.next, today())

    def waits(self, day: date) -> bool:
        """Whether its day has come."""
        return self.next is not None and self.next.day <= day


def is_unborn(path: FamilyPath, waits: Next | None) -> bool:
    """Whether a letter goes after a birth that is awaited still: on a day that was reckoned, and may never come."""
    awaits = path.protocol_version.definition["zero"].get("counter", {}).get("before")
    if not awaits or path.person is None or waits is None or waits.day <= path.zero:
        return False
    return is_awaited(path.person.merged_into or path.person, today())


def days_that_return(zero: date, person: Person | None) -> tuple[date, ...]:
    """The path's day, and the birthday of the person whom it is about: as the row says that stays, of two that were one."""
    whom = person.merged_into or person if person else None
    born = whom.birth_date if whom else None
    return (zero, born) if born else (zero,)


def letters_of(path: FamilyPath) -> dict[str, list[PathLetter]]:
    """What went and stands, by letter, in its order. One query."""
    found: dict[str, list[PathLetter]] = {}
    for row in path.letters.filter(voided_at__isnull=True).select_related("by__user").order_by("turn"):
        found.setdefault(row.letter, []).append(row)
    return found


def letters_gone(path: FamilyPath) -> dict[str, list[Gone]]:
    """The same, as the rules ask it."""
    return {code: _gone(rows) for code, rows in letters_of(path).items()} if path.pk else {}


def letters_told(path: FamilyPath, told: Sequence[Told]) -> list[Letter]:
    """Each letter of the version that concerns this family."""
    rows = letters_of(path)
    dates = days_that_return(path.zero, path.person)
    return [_letter(each, rows.get(each.part["code"], []), path, dates) for each in told]


def how_it_went(rows: Sequence[PathLetter]) -> Words:
    """Who took it, and when, for who comes second; empty where nobody did."""
    if not rows:
        return ""
    said = {"who": rows[-1].by.user.name, "day": spoken(rows[-1].day)}
    if rows[-1].way == LetterWay.ASIDE:
        return _("L'ha lasciata da parte %(who)s, %(day)s.") % said
    return _("L'ha portata %(who)s, %(day)s.") % said


def is_day_in_peace(path: FamilyPath, day: date) -> bool:
    """Whether nothing goes to this family around this day, whichever of its paths that go on asks so."""
    return any(_leaves_in_peace(each, day) for each in _going_on(household_id=path.household_id))


def _going_on(**whose: Any) -> QuerySet[FamilyPath]:
    rows = FamilyPath.objects.select_related("protocol_version", "person__merged_into")
    return rows.filter(ended_on__isnull=True, voided_at__isnull=True, **whose)


def _leaves_in_peace(path: FamilyPath, day: date) -> bool:
    quiet = path.protocol_version.definition.get("quiet")
    return bool(quiet) and is_quiet(day, days_that_return(path.zero, path.person), quiet)


def silence_of(household_id: UUID) -> Words | None:
    """`why_not_send`: a family that asked for silence on one of its paths gets nothing, of any other either, also once that path is
    over, nor where part of it lives elsewhere: until it says otherwise. Asked of the database itself: whoever does not see the path
    is told as much as who does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wants_silence(%s)", [household_id])
        (silent,) = cursor.fetchone() or (True,)
    return why_not_send(reminder=False, silent=bool(silent), ended=False, answered=False)


def silence_came_along(household_id: UUID) -> bool:
    """Whether its people had asked for it where they lived before, and nobody has said anything of it since."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT silence_came_along(%s, 0)", [household_id])
        (came,) = cursor.fetchone() or (False,)
    return bool(came)


def at_peace(path_ids: Collection[UUID], day: date) -> set[UUID]:
    """Of some paths, those of which nothing goes around this day. One query, none for none."""
    if not path_ids:
        return set()
    families = FamilyPath.objects.filter(pk__in=path_ids).values("household_id")
    rows = list(_going_on(household_id__in=families))
    resting = {row.household_id for row in rows if _leaves_in_peace(row, day)}
    return {row.pk for row in rows if row.household_id in resting}


def _letter(told: Told, rows: list[PathLetter], path: FamilyPath, dates: tuple[date, ...]) -> Letter:
    quiet = path.protocol_version.definition.get("quiet")
    waits = turn_of(told.part, path.zero, dates, _gone(rows), quiet=quiet, since=path.begun_on)
    last = rows[-1] if rows else None
    asks = last is not None and last.way != LetterWay.ASIDE and all(row.answered_on is None for row in rows)
    return Letter(told, rows, waits, asks)


def _gone(rows: Sequence[PathLetter]) -> list[Gone]:
    return [Gone(row.day, row.answered_on is not None, row.way == LetterWay.ASIDE) for row in rows]
