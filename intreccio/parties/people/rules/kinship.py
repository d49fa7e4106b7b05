"""How persons may be tied: what cannot be is refused with its reason, what is unusual is written as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.rules.ages import born_together
from intreccio.parties.people.rules.kinds import APART, CARERS, TOGETHER
from intreccio.parties.people.vocabulary import BirthPrecision, KinshipKind

BIRTH: frozenset[str] = frozenset({KinshipKind.PARENT})
PARENTS: frozenset[str] = BIRTH | {KinshipKind.ADOPTIVE_PARENT}
ELDERS = PARENTS | frozenset(CARERS)
COUPLES = frozenset((*TOGETHER, *APART))
LEAST_GAP = 11  # years between a parent by birth and a child
MOST_BIRTH_PARENTS = 2


@dataclass(frozen=True, slots=True)
class Tie:
    """Two persons and how they are tied."""

    one: UUID
    other: UUID
    kind: str
    since: date | None = None
    until: date | None = None

    @property
    def both(self) -> frozenset[UUID]:
        """Whatever the order."""
        return frozenset((self.one, self.other))

    def holds(self, day: date) -> bool:
        """Whether it is so on a day. Who is somebody's parent or sibling is so always."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Born:
    """What is known of a birth."""

    day: date | None = None
    precision: str = BirthPrecision.EXACT
    sex: str = ""


def why_not_tie(tie: Tie, others: Iterable[Tie], births: Mapping[UUID, Born], today: date) -> Words | None:
    """A reason, or None. `others`: the ties of the home that were no mistake, without this one."""
    kept = list(others)
    if tie.one == tie.other:
        return _("Servono due persone diverse.")
    if reason := _why_not_days(tie, today) or _why_not_again(tie, kept):
        return reason
    if tie.kind in ELDERS:
        return _why_not_elder(tie, kept, births)
    if tie.kind in COUPLES:
        return _why_not_couple(tie, kept)
    return _why_not_siblings(tie, kept, births)


def _why_not_days(tie: Tie, today: date) -> Words | None:
    if tie.since is not None and tie.since > today:
        return _("La data è nel futuro: scrivetela quando sarà successo.")
    if tie.until is not None and tie.until > today:
        return _("La data della fine è nel futuro: scrivetela quando sarà successo.")
    if tie.since is not None and tie.until is not None and tie.until < tie.since:
        return _("La fine viene prima dell'inizio.")
    return None


def _why_not_again(tie: Tie, others: list[Tie]) -> Words | None:
    """The same two, in the same sense, at the same time."""
    same = [each for each in others if each.both == tie.both and each.kind == tie.kind]
    if any(meet(each, tie) for each in same):
        return _("È già scritto: potete correggere quella riga.")
    return None


def _why_not_elder(tie: Tie, others: list[Tie], births: Mapping[UUID, Born]) -> Words | None:
    if tie.kind in PARENTS and tie.one in descendants_of(tie.other, others):
        return _("Così qualcuno sarebbe antenato di sé stesso: guardate chi è la madre o il padre di chi.")
    if tie.kind in BIRTH:
        parents = {each.one for each in others if each.kind in BIRTH and each.other == tie.other}
        if len(parents) >= MOST_BIRTH_PARENTS:
            return _("Una madre e un padre ci sono già: se uno è sbagliato, prima annullatelo.")
    if any(each.both == tie.both and each.kind in COUPLES for each in others):
        return _("Queste due persone sono già scritte come coppia.")
    return _why_not_older(tie, births)


def _why_not_older(tie: Tie, births: Mapping[UUID, Born]) -> Words | None:
    elder, child = _certain(births.get(tie.one)), _certain(births.get(tie.other))
    if elder is None or child is None:
        return None
    if elder >= child:
        return _("Chi è madre, padre o si prende cura è nato prima: guardate le due date di nascita.")
    if tie.kind in BIRTH and child.year - elder.year < LEAST_GAP:
        return _("Fra le due nascite passano troppo pochi anni: guardate le due date.")
    return None


def _certain(born: Born | None) -> date | None:
    """A birth that may be compared: one that is only estimated may not."""
    return None if born is None or born.precision == BirthPrecision.ESTIMATED else born.day


def _why_not_couple(tie: Tie, others: list[Tie]) -> Words | None:
    if tie.other in descendants_of(tie.one, others) or tie.one in descendants_of(tie.other, others):
        return _("Queste due persone sono già scritte come madre o padre e figlia o figlio.")
    if any(each.both == tie.both and each.kind in COUPLES and meet(each, tie) for each in others):
        return _("Per gli stessi giorni di questa coppia è già scritto altro: prima dite fino a quando.")
    return None


def _why_not_siblings(tie: Tie, others: list[Tie], births: Mapping[UUID, Born]) -> Words | None:
    if tie.other in descendants_of(tie.one, others) or tie.one in descendants_of(tie.other, others):
        return _("Queste due persone sono già scritte come madre o padre e figlia o figlio.")
    if tie.kind != KinshipKind.IDENTICAL_TWIN:
        return None
    one, other = births.get(tie.one, Born()), births.get(tie.other, Born())
    if one.day and other.day and not born_together(one.day, other.day):
        return _("I gemelli nascono insieme: guardate le due date di nascita.")
    if one.sex and other.sex and one.sex != other.sex:
        return _("Gemelli identici sono dello stesso sesso: guardate le due schede.")
    return None


def meet(one: Tie, other: Tie) -> bool:
    """Whether two spans have a day in common; `until` is the first day without it."""
    first = max(one.since or date.min, other.since or date.min)
    return first < min(one.until or date.max, other.until or date.max)


def descendants_of(person: UUID, ties: Iterable[Tie]) -> set[UUID]:
    """Children, their children, and so on, by birth or adoption."""
    children: dict[UUID, list[UUID]] = {}
    for tie in ties:
        if tie.kind in PARENTS:
            children.setdefault(tie.one, []).append(tie.other)
    found: set[UUID] = set()
    waiting = [person]
    while waiting:
        for child in children.get(waiting.pop(), []):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def ends_before(tie: Tie, others: Iterable[Tie]) -> Tie | None:
    """The row of the same couple that a new one follows: open until now, and begun before."""
    if tie.kind not in COUPLES or tie.since is None:
        return None
    for each in others:
        begun = each.since is None or each.since < tie.since
        if each.both == tie.both and each.kind in COUPLES and each.until is None and begun:
            return each
    return None
