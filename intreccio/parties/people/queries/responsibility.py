"""Who decides for whom in a home: what is written of it, read at once, and what follows from it on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Responsibility
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.rules.ages import is_minor, of_age_on
from intreccio.parties.people.rules.names import called, listed
from intreccio.parties.people.rules.responsibility import (
    WHATEVER,
    Asked,
    Decides,
    Held,
    Whom,
    in_force,
    named_in,
    who_decides,
)
from intreccio.parties.people.vocabulary import Decision, HomeRole, Standing

KIN = "kin"
# Of everybody of this home, in whatever home it was written that the viewer sees: a child of two homes has one judge.
# Beside the acts, who is written as mother or father. Rows of somebody merged are theirs. `people` stands in a SELECT of its
# own: however many they are, the statement is planned once a connection.
WRITTEN = f"""
    WITH people AS MATERIALIZED (SELECT p.id, coalesce(p.merged_into_id, p.id) AS root FROM people_person p
      WHERE p.id = ANY ((SELECT %(people)s::uuid[])::uuid[]) OR p.merged_into_id = ANY ((SELECT %(people)s::uuid[])::uuid[])),
    lines AS (SELECT r.id, r.version, r.household_id, w.root AS person_id, r.holder_id AS held_by, r.holder_words, r.kind,
        r.standing, r.decisions::text[] AS decisions, r.may_be_told, r.authority, r.act, r.since, r.until, r.voided_at, r.void_reason
      FROM people_responsibility r JOIN people w ON w.id = r.person_id
    UNION ALL SELECT k.id, 0, k.household_id, w.root, k.one_id, '', '{KIN}', 'full', ARRAY[]::text[], true, '', '',
        coalesce(k.since, %(day)s::date), k.until, NULL, ''
      FROM people_kinship k JOIN people w ON w.id = k.other_id
      WHERE k.kind IN ('parent', 'adoptive_parent') AND k.voided_at IS NULL)
    SELECT l.*, coalesce(h.merged_into_id, l.held_by) AS holder_id, h.died_on, h.birth_date,
      ARRAY(SELECT ARRAY[n.kind, n.given, n.family]::text[] FROM people_personname n WHERE n.person_id = l.held_by
        AND n.voided_at IS NULL AND (n.until IS NULL OR n.until > today()) ORDER BY n.id) AS names
    FROM lines l LEFT JOIN people_person h ON h.id = l.held_by ORDER BY l.since DESC, l.id DESC
"""  # noqa: S608  # fixed text


@dataclass(frozen=True, slots=True)
class Line:
    """One act, as the page shows it."""

    row: Any
    who: str
    state: Words
    standing: bool
    here: bool  # written in this home: elsewhere it is only read

    @property
    def key(self) -> str:
        """Who it is about, for the rule."""
        return str(self.row.holder_id or self.row.holder_words)

    @property
    def on(self) -> str:
        """«salute, scuola ed educazione»."""
        return ", ".join(str(Decision(each).label) for each in self.row.decisions)

    @property
    def says(self) -> tuple[Any, ...]:
        """All that it says, wherever it is written."""
        row = self.row
        told = (
            row.kind,
            row.standing,
            tuple(row.decisions),
            row.may_be_told,
            row.since,
            row.until,
            row.authority,
        )
        return (self.key, row.voided_at is None, *told)

    @property
    def limited(self) -> bool:
        """A limit, in whatever measure."""
        return bool(self.row.standing != Standing.FULL)


@dataclass(frozen=True, slots=True)
class Says:
    """Whose yes is needed, on which matters; `every_day` for small things."""

    matters: str
    who: str
    every_day: str


@dataclass(frozen=True, slots=True)
class Of:
    """Somebody for whom others decide."""

    member: Member
    says: list[Says]
    cannot: list[tuple[str, Words]]
    lines: list[Line]
    guessed: bool
    other_unknown: bool

    @property
    def may_be_limited(self) -> bool:
        """They live in another home too, of which this one may not read what a judge has said."""
        return self.member.elsewhere and self.member.is_minor

    @property
    def standing(self) -> list[Line]:
        """Acts that hold today."""
        return [line for line in self.lines if line.standing]

    @property
    def past(self) -> list[Line]:
        """Those that are over, or were a mistake."""
        return [line for line in self.lines if not line.standing]

    @property
    def untold(self) -> str:
        """Who is not to be told: «Karim Haddad»."""
        return listed(
            list(dict.fromkeys(line.who for line in self.standing if not line.row.may_be_told)), _("e")
        )


class Deciding:
    """A home, its people and all that is written of who decides for them."""

    def __init__(self, household_id: UUID, members: Iterable[Member], rows: Sequence[Any], day: date) -> None:
        self.household_id, self.day = household_id, day
        self.members: Mapping[str, Member] = {str(one.person.pk): one for one in members if not one.mistake}
        self.acts = [row for row in rows if row.kind != KIN]
        self.kin = [row for row in rows if row.kind == KIN and in_force(held(row), day)]
        self.seen = {str(row.holder_id): row for row in rows if row.holder_id}
        self._asked: dict[str, tuple[Whom, list[Held]]] = {}

    def called(self, key: str) -> str:
        """Who that is: of the home, of another one, or in the words in which they were written."""
        if key in self.members:
            return self.members[key].name
        if key not in self.seen:
            return key
        return " ".join(filter(None, called(map(tuple, self.seen[key].names)))) or _(
            "una persona della famiglia"
        )

    @cached_property
    def minors(self) -> list[Member]:
        """Who is not yet of age, of those who belong here or are in foster care."""
        return [one for one in self.members.values() if one.is_written_of and one.is_minor]

    def is_guessed(self, key: str) -> bool:
        """Whether nobody has written yet who the parents are."""
        return not any(str(row.person_id) == key for row in self.kin)

    def whom(self, key: str) -> Whom:
        """As the rule asks it. Where no kinship is written, parents are those who are called so in this home."""
        parents = [str(row.holder_id) for row in self.kin if str(row.person_id) == key]
        if not parents:
            named = (one for one in self.members.values() if self._is_parent(one))
            parents = [str(one.person.pk) for one in named if str(one.person.pk) != key]
        facts = {one: self._facts(one) for one in sorted(parents, key=self._place)}
        member = self.members.get(key)
        return Whom(
            is_minor=member is not None and member.is_minor,
            parents=list(facts),
            gone=[one for one in {*self.members, *self.seen} if self._has_died(one)],
            young=[one for one, (_died, birth) in facts.items() if is_minor(birth, self.day)],
            key=key,
            of_age_on=of_age_on(member.person.birth_date) if member else None,
        )

    def _has_died(self, key: str) -> bool:
        died, _birth = self._facts(key)
        return died is not None and died <= self.day

    @staticmethod
    def _is_parent(member: Member) -> bool:
        return any(home.role == HomeRole.PARENT for home in member.homes)

    def _place(self, key: str) -> int:
        order = list(self.members)
        return order.index(key) if key in order else len(order)

    def _facts(self, key: str) -> tuple[date | None, date | None]:
        found = self.members[key].person if key in self.members else self.seen[key]
        return found.died_on, found.birth_date

    def decides(self, key: str, matter: str = WHATEVER) -> Decides:
        """Who decides for this person about a matter, today."""
        whom, rows = self._of_whom(key)
        return who_decides(whom, rows, matter, self.day)

    def _of_whom(self, key: str) -> tuple[Whom, list[Held]]:
        """Somebody and what is written of them: gathered once, and asked matter by matter."""
        if key not in self._asked:
            rows = (row for row in self.acts if row.voided_at is None and str(row.person_id) == key)
            self._asked[key] = self.whom(key), [held(row) for row in rows]
        return self._asked[key]

    def asked(self, key: str, matter: str, *, together: bool = True) -> Asked:
        """The yes that is needed for this person."""
        member = self.members[key]
        return Asked(member.given or member.name, self.decides(key, matter), together)

    @cached_property
    def untold(self) -> dict[str, str]:
        """Who is not to be told something of somebody of this home: key → name."""
        acts = (row for row in self.acts if row.voided_at is None and not row.may_be_told)
        keys = (key_of(row) for row in acts if in_force(held(row), self.day))
        return {key: self.called(key) for key in keys}

    @property
    def outside(self) -> list[str]:
        """Who decides for somebody here and is not of the family, in the words in which they were written."""
        acts = (row for row in self.acts if row.voided_at is None and row.holder_id is None)
        return list(dict.fromkeys(row.holder_words for row in acts if in_force(held(row), self.day)))

    @cached_property
    def of_each(self) -> list[Of]:
        """Everybody for whom somebody decides: who is not of age, and grown-ups of whom an act says so."""
        keys = [str(one.person.pk) for one in self.minors]
        keys += [str(row.person_id) for row in self.acts if str(row.person_id) in self.members]
        return [self._of(key) for key in dict.fromkeys(keys)]

    @property
    def together(self) -> list[tuple[str, Of]]:
        """The same, sisters and brothers for whom the same holds said once: «Nadia (11) e Leo (3)»."""
        groups: dict[tuple[Any, ...], list[Of]] = {}
        for of in self.of_each:
            groups.setdefault(_same(of), []).append(of)
        return [(listed([of.member.short for of in ofs], _("e")), ofs[0]) for ofs in groups.values()]

    def _of(self, key: str) -> Of:
        lines = self._lines(key)
        general, named = self.decides(key), named_in(self._of_whom(key)[1])
        every = {each.value: self.decides(key, each) if each in named else general for each in Decision}
        cannot = {one: why for decides in (*every.values(), general) for one, why in decides.cannot.items()}
        guessed = self.members[key].is_minor and self.is_guessed(key) and bool(self._of_whom(key)[0].parents)
        reasons = [(self.called(one), general.cannot.get(one, why)) for one, why in cannot.items()]
        return Of(self.members[key], self._says(every), reasons, lines, guessed, general.other_unknown)

    def _lines(self, key: str) -> list[Line]:
        """What was written here, then what only another home says: an act that was copied with somebody is one act."""
        lines = [self._line(row) for row in self.acts if str(row.person_id) == key]
        said = {line.says for line in lines if line.here}
        return [line for line in lines if line.here or line.says not in said]

    def _says(self, every: Mapping[str, Decides]) -> list[Says]:
        """Matters on which the same people decide, together."""
        together: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        for matter, decides in every.items():
            together.setdefault((decides.must, decides.every_day), []).append(matter)
        return [
            Says(
                _("Per ogni cosa") if len(matters) == len(every) else _on(matters),
                listed([self.called(key) for key in must], _("e")),
                listed([self.called(key) for key in every_day], _("e")),
            )
            for (must, every_day), matters in together.items()
        ]

    def _line(self, row: Any) -> Line:
        state, standing = _state(row, self.day)
        return Line(row, self.called(key_of(row)), state, standing, row.household_id == self.household_id)


def _same(of: Of) -> tuple[Any, ...]:
    """Of whom this is the same, it is said once."""
    return (tuple(of.says), tuple(of.cannot), of.untold, of.guessed, of.other_unknown, of.may_be_limited)


def _on(matters: Iterable[str]) -> str:
    words = ", ".join(str(Decision(each).label) for each in matters)
    return words[:1].upper() + words[1:]


def _state(row: Any, day: date) -> tuple[Words, bool]:
    if row.voided_at is not None:
        return _("era uno sbaglio"), False
    if in_force(held(row), day):
        return _("vale oggi"), True
    return _("non vale più"), False


def key_of(row: Any) -> str:
    """Who holds it, for the rule: a person's key, or the words for who is not of the family."""
    return str(row.holder_id or row.holder_words)


def held(row: Any) -> Held:
    """As the rule reads an act."""
    return Held(key_of(row), row.kind, row.standing, row.decisions, row.may_be_told, row.since, row.until)


def deciding_of(household_id: UUID, members: Iterable[Member], day: date) -> Deciding:
    """All of it, of members read already. One query; who sees no record of the family finds nothing written."""
    people = list(members)
    asked = {"people": [one.person.pk for one in people], "day": day}
    rows = list(Responsibility.objects.raw(WRITTEN, asked)) if people else []
    return Deciding(household_id, people, rows, day)


def deciding_in(viewer: Viewer, seen: Seen, day: date) -> Deciding:
    """The same, and who is of the home. Two queries."""
    return deciding_of(seen.household.pk, members_of(viewer, seen), day)


def of_person(viewer: Viewer, seen: Seen, person_id: UUID, day: date) -> Of | None:
    """Who decides for one person; None for who decides alone, and below the level *record*. Two queries."""
    if not seen.shows_record:
        return None
    found = (of for of in deciding_in(viewer, seen, day).of_each if of.member.person.pk == person_id)
    return next(found, None)


def responsibility_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Responsibility | None:
    """One of a household's, that was no mistake."""
    rows = Responsibility.objects.select_related("household", "person", "holder")
    return rows.filter(household_id=household_id, pk=row_id, voided_at__isnull=True).first()


def periods_beside(row: Responsibility) -> list[tuple[date, date | None]]:
    """From when to when other acts of this home say the same of the same two; with the household held."""
    rows = Responsibility.objects.filter(
        household_id=row.household_id, person_id=row.person_id, holder_id=row.holder_id,
        holder_words=row.holder_words, kind=row.kind, voided_at__isnull=True,
    )  # fmt: skip
    return list(rows.exclude(pk=row.pk).values_list("since", "until"))
