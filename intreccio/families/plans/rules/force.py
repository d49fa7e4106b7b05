"""When a plan can come into force: two generations, five steps each, somebody's yes, a day to look at it again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from intreccio.families.plans.vocabulary import Side
from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

STEPS = 5
MISSING_SIDE = {
    Side.CHILDREN: later("Manca un obiettivo per i bambini: il progetto è di due generazioni."),
    Side.PARENTS: later("Manca un obiettivo per i genitori: il progetto è di due generazioni."),
}


@dataclass(frozen=True, slots=True)
class Aimed:
    """A goal, as far as the rule reads it."""

    side: str
    title: str
    steps: Sequence[str]


def empty_side(sides: Collection[str]) -> Side | None:
    """The generation that no goal is of: said, with the reason, and no bar; the children's first."""
    return next((side for side in MISSING_SIDE if side not in sides), None)


def is_described(steps: Sequence[str]) -> bool:
    """True where each of the five steps is in words."""
    return len(steps) == STEPS and all(step.strip() for step in steps)


def why_not_put_in_force(
    goals: Collection[Aimed],
    *,
    family_said_yes: bool,
    review_on: date | None,
    today: date,
    undecided: Words | None = None,
    unheard: Words | None = None,
    one_side_reason: str = "",
) -> Words | None:
    """A reason, or None. `undecided`: whose yes is missing, of those who decide for the children. `unheard`: whose word is.

    one_side_reason: why there is no goal of one of the two generations; where there is none at all no reason would do.
    """
    empty = empty_side([goal.side for goal in goals])
    if empty and not (goals and one_side_reason.strip()):
        return MISSING_SIDE[empty]
    bare = next((goal.title for goal in goals if not is_described(goal.steps)), None)
    if bare is not None:
        return _("Di «%(goal)s» mancano alcuni dei cinque gradini: si descrivono prima di cominciare.") % {
            "goal": bare
        }
    if not family_said_yes:
        return _("Nessun adulto della famiglia ha ancora detto sì: il progetto vale quando è anche loro.")
    return undecided or unheard or why_not_review(review_on, today=today)


def family_said_yes(minors: Iterable[bool], *, adults: bool) -> bool:
    """minors: of each who said yes, whether they may be one. A child's yes is heard, and binds nobody: somebody of age says it too,
    where there is one."""
    return any(not (adults and minor) for minor in minors)


def why_not_review(review_on: date | None, *, today: date) -> Words | None:
    """A plan is looked at again, on a day yet to come."""
    if review_on is None or review_on <= today:
        return _("Scegliete quando lo rivedete insieme: un giorno dopo oggi.")
    if review_on > today + A_YEAR:
        return _("Si rivede almeno una volta l'anno: scegliete un giorno più vicino.")
    return None
