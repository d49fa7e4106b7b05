"""The same facts as the drawing, in words: who is to whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from intreccio.ground.kernel.words import _, later
from intreccio.parties.people.rules.ages import born_together
from intreccio.parties.people.rules.kinds import TOGETHER
from intreccio.parties.people.rules.kinship import COUPLES, PARENTS, Tie
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import KinshipKind

F, M = "F", "M"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as they are called in a sentence."""

    name: str
    sex: str = ""
    birth: date | None = None


Persons = Mapping[UUID, Named]

OF = {
    (KinshipKind.PARENT, F): later("%(one)s è la madre di %(others)s"),
    (KinshipKind.PARENT, M): later("%(one)s è il padre di %(others)s"),
    (KinshipKind.PARENT, ""): later("%(one)s è genitore di %(others)s"),
    (KinshipKind.ADOPTIVE_PARENT, F): later("%(one)s è la madre di %(others)s, per adozione"),
    (KinshipKind.ADOPTIVE_PARENT, M): later("%(one)s è il padre di %(others)s, per adozione"),
    (KinshipKind.ADOPTIVE_PARENT, ""): later("%(one)s è genitore di %(others)s, per adozione"),
    **dict.fromkeys([(KinshipKind.FOSTER_CARER, sex) for sex in (F, M, "")], later("%(one)s accoglie in affido %(others)s")),
    **dict.fromkeys([(KinshipKind.KIN_CARER, sex) for sex in (F, M, "")], later("%(one)s, parente, si prende cura di %(others)s")),
}  # fmt: skip
GRAND = {
    F: later("%(one)s è la nonna di %(others)s"),
    M: later("%(one)s è il nonno di %(others)s"),
    "": later("%(one)s è nonna o nonno di %(others)s"),
}
BESIDE = {
    F: later("%(one)s fa coppia con la madre di %(others)s"),
    M: later("%(one)s fa coppia con il padre di %(others)s"),
    "": later("%(one)s fa coppia con chi è genitore di %(others)s"),
}
SHARED = {
    F: later("%(others)s hanno in comune la madre, %(one)s"),
    M: later("%(others)s hanno in comune il padre, %(one)s"),
    "": later("%(others)s hanno in comune un genitore, %(one)s"),
}
# The second is said where both are women.
COUPLED = {
    KinshipKind.MARRIED: (later("%(both)s sono sposati"), later("%(both)s sono sposate")),
    KinshipKind.CIVIL_UNION: (later("%(both)s sono uniti civilmente"), later("%(both)s sono unite civilmente")),
    KinshipKind.COHABITING: (later("%(both)s convivono"), later("%(both)s convivono")),
    KinshipKind.COUPLE: (later("%(both)s stanno insieme"), later("%(both)s stanno insieme")),
    KinshipKind.SEPARATED: (later("%(both)s sono separati"), later("%(both)s sono separate")),
    KinshipKind.DIVORCED: (later("%(both)s sono divorziati"), later("%(both)s sono divorziate")),
}  # fmt: skip
BEFORE = {
    KinshipKind.MARRIED: (later("%(both)s erano sposati"), later("%(both)s erano sposate")),
    KinshipKind.CIVIL_UNION: (later("%(both)s erano uniti civilmente"), later("%(both)s erano unite civilmente")),
    KinshipKind.COHABITING: (later("%(both)s convivevano"), later("%(both)s convivevano")),
    KinshipKind.COUPLE: (later("%(both)s stavano insieme"), later("%(both)s stavano insieme")),
    KinshipKind.SEPARATED: (later("%(both)s erano separati"), later("%(both)s erano separate")),
    KinshipKind.DIVORCED: (later("%(both)s erano divorziati"), later("%(both)s erano divorziate")),
}  # fmt: skip
SIBLINGS = {
    "F": later("%(both)s sono sorelle"),
    "M": later("%(both)s sono fratelli"),
    "FM": later("%(both)s sono sorella e fratello"),
    "": later("%(both)s sono sorelle e fratelli"),
}
TWINS = {"F": later("%(both)s sono gemelle"), "": later("%(both)s sono gemelli")}
IDENTICAL = {
    "F": later("%(both)s sono gemelle identiche"),
    "": later("%(both)s sono gemelli identici"),
}


def sentences(persons: Persons, ties: Sequence[Tie], day: date) -> list[str]:
    """Everything that is known on a day, couples first, then who descends from whom, then who has what in common."""
    known = [tie for tie in ties if tie.one in persons and tie.other in persons]
    now = [tie for tie in known if tie.holds(day)]
    said = (
        *_couples(persons, known, day),
        *_elders(persons, now),
        *_grand(persons, now),
        *_siblings(persons, now),
        *_shared(persons, now),
        *_beside(persons, now),
    )
    return [each[:1].upper() + each[1:] for each in said]


def years_of(tie: Tie, day: date) -> str:
    """«dal 2013 al 2024», «dal 2013», «fino al 2024»; empty where nothing is known. What came after `day` is not said."""
    until = tie.until if tie.until and tie.until <= day else None
    if tie.since and until:
        return _("dal %(first)d al %(last)d") % {"first": tie.since.year, "last": until.year}
    if tie.since:
        return _("dal %(year)d") % {"year": tie.since.year}
    return _("fino al %(year)d") % {"year": until.year} if until else ""


def _names(persons: Persons, keys: Iterable[UUID]) -> str:
    """The elder before the younger."""
    kept = [persons[key] for key in dict.fromkeys(keys)]
    kept.sort(key=lambda each: (each.birth is None, each.birth or date.max))
    return listed([each.name for each in kept], _("e"))


def _couples(persons: Persons, ties: Sequence[Tie], day: date) -> Iterator[str]:
    """How they are today, then how they were."""
    begun = [tie for tie in ties if tie.kind in COUPLES and (tie.since is None or tie.since <= day)]
    for tie in sorted(begun, key=lambda each: (not each.holds(day), each.since or date.min)):
        words = COUPLED if tie.holds(day) else BEFORE
        women = all(persons[key].sex == F for key in (tie.one, tie.other))
        said = str(words[KinshipKind(tie.kind)][women]) % {"both": _names(persons, (tie.one, tie.other))}
        when = years_of(tie, day)
        yield f"{said}, {when}" if when else said


def _elders(persons: Persons, ties: Sequence[Tie]) -> Iterator[str]:
    groups: dict[tuple[UUID, str], list[UUID]] = {}
    for tie in ties:
        if (tie.kind, "") in OF:
            groups.setdefault((tie.one, tie.kind), []).append(tie.other)
    for (one, kind), others in groups.items():
        words = OF[KinshipKind(kind), persons[one].sex]
        yield str(words) % {"one": persons[one].name, "others": _names(persons, others)}


def children_of(ties: Sequence[Tie]) -> dict[UUID, list[UUID]]:
    """Of each parent, by birth or adoption."""
    children: dict[UUID, list[UUID]] = {}
    for tie in ties:
        if tie.kind in PARENTS:
            children.setdefault(tie.one, []).append(tie.other)
    return children


def _grand(persons: Persons, ties: Sequence[Tie]) -> Iterator[str]:
    children = children_of(ties)
    for elder, theirs in children.items():
        if grand := [each for child in theirs for each in children.get(child, [])]:
            yield str(GRAND[persons[elder].sex]) % {
                "one": persons[elder].name,
                "others": _names(persons, grand),
            }


def parents_of(ties: Sequence[Tie]) -> dict[UUID, frozenset[UUID]]:
    """Of each child, by birth or adoption."""
    parents: dict[UUID, frozenset[UUID]] = {}
    for tie in ties:
        if tie.kind in PARENTS:
            parents[tie.other] = parents.get(tie.other, frozenset()) | {tie.one}
    return parents


def _siblings(persons: Persons, ties: Sequence[Tie]) -> Iterator[str]:
    """Of the same parents; of whom two are known, or said to be so."""
    groups: dict[frozenset[UUID], list[UUID]] = {}
    for child, parents in parents_of(ties).items():
        if len(parents) > 1:
            groups.setdefault(parents, []).append(child)
    told = [tie for tie in ties if tie.kind == KinshipKind.SIBLING]
    identical = {tie.both for tie in ties if tie.kind == KinshipKind.IDENTICAL_TWIN}
    same = [group for group in groups.values() if len(group) > 1]
    for group in [*same, *([tie.one, tie.other] for tie in told)]:
        yield _said_of(persons, group, SIBLINGS)
    twins = {
        frozenset(pair) for group in same for pair in combinations(group, 2) if _born_together(persons, *pair)
    }
    for pair in sorted(twins | identical, key=lambda pair: sorted(map(str, pair))):
        yield _said_of(persons, pair, IDENTICAL if pair in identical else TWINS)


def _born_together(persons: Persons, one: UUID, other: UUID) -> bool:
    first, second = persons[one].birth, persons[other].birth
    return first is not None and second is not None and born_together(first, second)


def _said_of(persons: Persons, group: Iterable[UUID], words: Mapping[str, object]) -> str:
    """By the sex of all of them, where it is one."""
    kept = list(group)
    sexes = {persons[key].sex for key in kept}
    only = sexes.pop() if len(sexes) == 1 else "".join(sorted(sexes)) if len(kept) == 2 else ""
    return str(words.get(only, words[""])) % {"both": _names(persons, kept)}


def _shared(persons: Persons, ties: Sequence[Tie]) -> Iterator[str]:
    """Half-siblings: of one parent, and of different ones."""
    parents = parents_of(ties)
    for parent, children in children_of(ties).items():
        if len({parents[child] for child in children}) > 1:
            yield str(SHARED[persons[parent].sex]) % {
                "one": persons[parent].name,
                "others": _names(persons, children),
            }


def _beside(persons: Persons, ties: Sequence[Tie]) -> Iterator[str]:
    """Who is in a couple with a parent and is no parent of the child."""
    parents, children = parents_of(ties), children_of(ties)
    for tie in ties:
        if tie.kind not in TOGETHER:
            continue
        for partner, parent in ((tie.one, tie.other), (tie.other, tie.one)):
            if theirs := [child for child in children.get(parent, []) if partner not in parents[child]]:
                yield str(BESIDE[persons[parent].sex]) % {
                    "one": persons[partner].name,
                    "others": _names(persons, theirs),
                }
