"""Who speaks what, and who needs a mediator: as a home says it on a day, and row by row."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Language, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.rules.languages import (
    Said,
    Spoken,
    holds,
    said_of_somebody,
    spoken_at_home,
    spoken_by,
)
from intreccio.parties.people.vocabulary import SPOKEN, LanguageUse


@dataclass(frozen=True, slots=True)
class Told:
    """What is spoken at home on a day: «italiano», «arabo»; and whose mediators: «Karim, in arabo»."""

    languages: list[str]
    needs: list[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One row, with what became of it; `name`: whose, empty where it was said of the home."""

    row: Language
    name: str
    state: Words
    stands: bool

    @property
    def is_written(self) -> bool:
        """Whether it can be corrected by who reads it."""
        return not is_out_of_sight(self.row)

    @property
    def said(self) -> str:
        """«arabo: la parla»; «serve una mediazione in arabo»."""
        return words_of_one(self.row.use, self.row.code)


@dataclass(frozen=True, slots=True)
class Of:
    """What stands of one person, or of the home, which has no name; what is spoken elsewhere is of no home here."""

    name: str
    is_elsewhere: bool
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Speakers:
    """All that is written: of the home, of who lives here, of the others; what is over or was a mistake apart."""

    of_each: list[Of]
    past: list[Line]


def language_called(code: str) -> str:
    """«arabo»; a language that is not in the list is one."""
    return _("un'altra lingua") if code == "other" else str(SPOKEN.get(code, code))


def words_of_one(use: str, code: str) -> str:
    """One statement in words."""
    if use == LanguageUse.MEDIATOR:
        return _("serve una mediazione in %s") % language_called(code) if code else _("serve una mediazione")
    return f"{language_called(code)}: {LanguageUse(use).label}"


def spoken_in(seen: Seen, living: Collection[str], day: date) -> Spoken:
    """What is spoken in a home on a day by who lives there (`living`: their keys). No query."""
    return spoken_at_home(seen.languages, living, day)


def told_in(seen: Seen, living: Iterable[Member], day: date) -> Told:
    """The same in words. No query."""
    names = {str(one.person.pk): one.given or one.name for one in living}
    spoken = spoken_in(seen, names.keys(), day)
    return Told([language_called(code) for code in spoken.languages], needs_told(spoken, names))


def needs_told(spoken: Spoken, names: Mapping[str, str]) -> list[str]:
    """«Karim, in arabo»; of the home: «in arabo», or «non è scritto in quale lingua»."""
    return [_need(said, names.get(said.who, "")) for said in spoken.needs]


def mediation_needed(
    seen: Seen, living: Iterable[Member], day: date, *, only: UUID | None = None
) -> list[str] | None:
    """«in arabo», each once and not of whom: in a home, or for `only` one person, of whom their own words count. None where
    nothing is written. No query."""
    if only is None:
        spoken = spoken_in(seen, {str(one.person.pk) for one in living}, day)
    else:
        who = str(only)
        spoken = spoken_at_home([said for said in seen.languages if said.who == who], {who}, day)
    return list(dict.fromkeys(_need(said, "") for said in spoken.needs)) if spoken.is_written else None


def _need(said: Said, name: str) -> str:
    tongue = _("in %s") % language_called(said.code) if said.code else _("non è scritto in quale lingua")
    return f"{name}, {tongue}" if name else tongue


def told_of(seen: Seen, person_id: UUID, day: date) -> list[str]:
    """What is said of one person on a day. No query."""
    return [words_of_one(said.use, said.code) for said in spoken_by(seen.languages, str(person_id), day)]


def speakers_of(viewer: Viewer, seen: Seen) -> Speakers:
    """Two queries; nothing below the level *contact*."""
    members = members_of(viewer, seen)
    names = {str(one.person.pk): one.name for one in members}
    rows = list(Language.objects.filter(household=seen.household).select_related("person").order_by("id"))
    said = [said_by(row) for row in rows if row.voided_at is None]
    lines = [_line(row, names, said, today()) for row in rows]
    living = {"", *(str(one.person.pk) for one in members if one.lives_here)}
    together: dict[str, list[Line]] = {who: [] for who in ("", *names)}
    for line in lines:
        if line.stands:
            together.setdefault(said_by(line.row).who, []).append(line)
    of_each = [
        Of(theirs[0].name, who in names and who not in living, theirs)
        for who, theirs in together.items()
        if theirs
    ]
    return Speakers(
        sorted(of_each, key=lambda of: of.is_elsewhere), [line for line in lines if not line.stands]
    )


def said_by(row: Language) -> Said:
    """As the rule reads a row; of somebody merged into another, of the other; of somebody out of sight, still of somebody."""
    kept = row.person.merged_into_id if row.person else None
    return Said(str(kept or row.person_id or ""), row.use, row.code, row.since, row.until)


def _line(row: Language, names: Mapping[str, str], rows: Collection[Said], day: date) -> Line:
    said = said_by(row)
    state: Words = ""
    if row.voided_at is not None:
        state = _("era uno sbaglio")
    elif not holds(said, day):
        state = _("non è più così")
    elif not said.who and said_of_somebody(said, rows, day):
        state = _("ora è scritto di chi")
    name = names.get(said.who) or (_("una persona della famiglia") if said.who else "")
    return Line(row, name, state, not state)


def language_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Language | None:
    """One of a household's, that was no mistake; of somebody out of sight none is written over."""
    rows = Language.objects.select_related("household", "person")
    row = rows.filter(household_id=household_id, pk=row_id, voided_at__isnull=True).first()
    return None if row is None or is_out_of_sight(row) else row


def is_out_of_sight(row: Language) -> bool:
    """It is of somebody whom the viewer may not know of by now."""
    return row.person_id is not None and row.person is None


def languages_beside(row: Language) -> list[Said]:
    """What else is written in a home; with the household held."""
    rows = Language.objects.filter(household_id=row.household_id, voided_at__isnull=True).exclude(pk=row.pk)
    return [said_by(each) for each in rows.select_related("person")]


def languages_of(person: Person, day: date) -> list[Said]:
    """What is said of somebody on a day, in whatever home of theirs the viewer reads; followed to the row they are kept in."""
    whose = Q(person=person) | Q(person__merged_into=person)
    rows = Language.objects.filter(whose, voided_at__isnull=True).select_related("person").order_by("id")
    return [said for row in rows if holds(said := said_by(row), day)]
