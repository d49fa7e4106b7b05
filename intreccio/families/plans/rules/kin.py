"""How a child calls who is at home, from the ties that are written: nothing is guessed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import later
from intreccio.parties.people.rules.kinship import PARENTS, Tie
from intreccio.parties.people.vocabulary import KinshipKind

SIBLINGS = frozenset((KinshipKind.SIBLING, KinshipKind.IDENTICAL_TWIN))
PARENT: dict[str, Words] = {"F": later("mamma"), "M": later("papà")}
SIBLING: dict[str, Words] = {"F": later("tua sorella %s"), "M": later("tuo fratello %s")}
ELDER: dict[str, Words] = {"F": later("nonna %s"), "M": later("nonno %s")}


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody of the family: the given name, and the sex on the papers."""

    given: str
    sex: str = ""


def called_by(child: UUID, ties: Collection[Tie], kin: Mapping[UUID, Kin]) -> dict[UUID, str]:
    """«mamma», «papà», «tua sorella Nadia», «nonna Rosa», by person; two mothers are called with their names."""
    parents = _elders(child, ties)
    alike = {sex: [one for one in parents if _sex(one, kin) == sex] for sex in PARENT}
    called = {
        one: str(PARENT[sex]) if len(those) == 1 else f"{PARENT[sex]} {kin[one].given}"
        for sex, those in alike.items()
        for one in those
    }
    grandparents = {elder for parent in parents for elder in _elders(parent, ties)}
    for words, persons in ((ELDER, grandparents), (SIBLING, _siblings(child, parents, ties))):
        named = {
            one: str(words[_sex(one, kin)]) % kin[one].given for one in persons if _sex(one, kin) in words
        }
        called = {**named, **called}
    return {one: words for one, words in called.items() if one != child}


def _sex(person: UUID, kin: Mapping[UUID, Kin]) -> str:
    return kin[person].sex if person in kin else ""


def _elders(person: UUID, ties: Collection[Tie]) -> set[UUID]:
    return {tie.one for tie in ties if tie.kind in PARENTS and tie.other == person}


def _siblings(child: UUID, parents: set[UUID], ties: Collection[Tie]) -> set[UUID]:
    of_the_same = {tie.other for tie in ties if tie.kind in PARENTS and tie.one in parents}
    written = {one for tie in ties if tie.kind in SIBLINGS and child in tie.both for one in tie.both}
    return (of_the_same | written) - {child}


def in_words(text: str, called: Mapping[str, str]) -> str:
    """The same sentence with «mamma» in the place of «Elena»: only whole words. `called`: given name → as the child says."""
    said = " ".join(_word(word, called) for word in text.split(" "))
    return said if text[:1].islower() else said[:1].upper() + said[1:]


def _word(word: str, called: Mapping[str, str]) -> str:
    bare = word.strip(".,;:!?()«»")
    return word.replace(bare, called[bare], 1) if bare in called else word
