"""The five families of goals for children, and whose a goal is: what is asked before it is written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intreccio.families.plans.vocabulary import GoalFamily, Side
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class Covered:
    """Of the five, those that some goal is of and those that none is, in their order; of how many goals nobody has said."""

    held: tuple[GoalFamily, ...]
    empty: tuple[GoalFamily, ...]
    unsaid: int


def covered(goals: Iterable[Collection[str]]) -> Covered:
    """goals: of each goal of the children, which of the five it is of."""
    told = [frozenset(one) for one in goals]
    said = frozenset().union(*told)
    held = tuple(one for one in GoalFamily if one in said)
    return Covered(held, tuple(one for one in GoalFamily if one not in said), sum(not one for one in told))


def why_not_families(side: str, families: Collection[str]) -> Words | None:
    """A reason, or None: the five are known, and of goals for children."""
    if families and side != Side.CHILDREN:
        return _(
            "I cinque intenti sono degli obiettivi per i bambini: togliete la spunta, o cambiate di chi è."
        )
    return _("Questo intento non è tra i cinque.") if set(families) - set(GoalFamily.values) else None


def why_not_own_time(side: str, own_time: str) -> Words | None:
    """A reason, or None: what waits for somebody to be ready is a child's."""
    if own_time and side != Side.CHILDREN:
        return _("I suoi tempi si scrivono per i bambini: qui il giorno si scrive accanto a chi fa che cosa.")
    return None


def what_is_odd(side: str, *, is_minor: bool) -> Words | None:
    """What is asked before saving; None where side and age go together. Neither is forbidden."""
    if side == Side.CHILDREN and not is_minor:
        return _("«Per i bambini e i ragazzi», ma è una persona adulta. È una figlia o un figlio già grande?")
    if side == Side.PARENTS and is_minor:
        return _("«Per i genitori», ma è minorenne. È una mamma o un papà molto giovane?")
    return None
