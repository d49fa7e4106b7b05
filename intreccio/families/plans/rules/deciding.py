"""For whom a plan decides something, and on which matters: each goal of the children asks the yes of who decides for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intreccio.families.plans.vocabulary import Side
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.rules.responsibility import touched_by


@dataclass(frozen=True, slots=True)
class Touching:
    """A goal, as far as this rule reads it: whose it is (None: all of theirs), and to which need it is tied."""

    side: str
    person: str | None
    need: str


def matters_of(goals: Iterable[Touching], minors: Collection[str]) -> list[tuple[str, str]]:
    """Child and matter, each pair once, in the order in which they are met. A grown-up's goal is theirs to say yes to."""
    pairs = [
        (child, touched_by(goal.need))
        for goal in goals
        for child in ((goal.person,) if goal.person else minors)
        if child in minors and (goal.side == Side.CHILDREN or goal.person)
    ]
    return list(dict.fromkeys(pairs))


def why_not_of_the_family(*, belongs: bool, is_kin: bool, decides: bool) -> Words | None:
    """A reason, or None: the family's yes is of who is of the home, and of who lives elsewhere and decides for a child of it."""
    if belongs or decides:
        return None
    if is_kin:
        return _(
            "Vive altrove e non decide per nessun minorenne di questa casa: a questo progetto dice sì chi ne fa parte."
        )
    return _(
        "Non è più di questa famiglia: dice sì chi ne fa parte. Se lo aveva detto prima, scrivete quel giorno."
    )
