"""The plans of the other families: which goals their age calls for, thrown with seeded dice; what moved, and what did not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from intreccio.front.web.stories.dice import dice_of
from intreccio.front.web.stories.planned_library import DIFFERENCES, HOME, PAIRS, RESERVATIONS, Pair
from intreccio.front.web.stories.planned_tale import DECIDES, Aim, PlanTale
from intreccio.front.web.stories.tale import Rows

N, E, S = DECIDES
AFTER, WEEKS = 24, 7
LEFT = "p2"  # by the next version

# What a parent of theirs brings, one after the other.
BROUGHT = (
    ("skill", "Aggiusta le biciclette"),
    ("time", "Il mercoledì pomeriggio è libero"),
    ("people", "Una sorella abita nella stessa via"),
    ("joy", "Canta, anche ai bambini degli altri"),
    ("lived", "È già passata per questo con il primo figlio"),
)


@dataclass(frozen=True, slots=True)
class Family:
    """One family with a plan: since when in charge, whose reference; children by key and age; what came of it.

    reviewed: scored together so many days ago; renewed: a second version counts since; ended: its way ended with the plan.
    """

    key: str
    team: str
    charged: int
    hat: str
    parent: str
    children: tuple[tuple[str, int], ...]
    draft: int | None = None
    reviewed: int | None = None
    renewed: int | None = None
    ended: int | None = None
    half: bool = False


def _drawn(key: str, team: str, charged: int, hat: str, *ages: int, **came: int | bool) -> Family:
    """A family of the generated ones: persons are numbered."""
    children = tuple((f"{key}_{place}", age) for place, age in enumerate(ages, 3))
    return Family(key, team, charged, hat, f"{key}_1", children, **came)  # type: ignore[arg-type]  # days and a flag


FAMILIES = (
    Family("bah", N, 120, "educatrice", "fatou", (("aminata", 5),)),
    _drawn("hoxha", N, 183, "assistente", 9, 12, reviewed=20, renewed=15),
    _drawn("el_amrani", N, 218, "awa", 5, 8, 10, reviewed=38, ended=30),
    _drawn("cattaneo", N, 106, "psicologa", 14, 16),
    _drawn("sala", N, 127, "assistente", 13),
    _drawn("rossetti_lima", N, 141, "educatrice", 4, 6, draft=25),
    Family("dervishi", E, 185, "lucia", "mira", (("arben_d", 9), ("luan_d", 6)), reviewed=28, renewed=24),
    Family("conti", E, 169, "davide", "rosa", (("mattia", 8),)),
    Family("lombardo", E, 100, "davide", "lombardo_1", (("lombardo_samu", 9), ("lombardo_gio", 5))),
    _drawn("okafor", E, 149, "awa", 2, 5, reviewed=22, ended=15),
    _drawn("bassi", E, 173, "davide", 13, reviewed=5, half=True),
    _drawn("hossain", E, 134, "davide", 7, 9),
    Family("haddad", E, 80, "awa", "karim", (("nadia", 11), ("leo", 3)), draft=12),
    Family("tosi", S, 172, "sara", "ilaria", (("davide_t", 14),), reviewed=8, half=True),
    Family("traore", N, 200, "educatrice", "traore_1", (("traore_sira", 3),), reviewed=78, ended=70),
    _drawn("brambati", S, 115, "tommaso", 0, 3),
    _drawn("galimberti", S, 176, "sara", 12, 14, reviewed=18, ended=10),
    _drawn("zhou", S, 99, "sara", 6, draft=40),
)


def stories(today: date) -> Iterator[Rows]:
    """One after the other."""
    for family in FAMILIES:
        yield Plans(family, today).tell()


# Of one of them the plan goes on without the yes that it began with: whoever answers for the family finds it.
HAS_SECOND_THOUGHTS, WITHDRAWN = "lombardo", "Ci ha ripensato: vuole prima parlarne con sua sorella"


class Plans:
    """The versions of one family's plan, told."""

    def __init__(self, family: Family, today: date) -> None:
        self.family = family
        self.dice = dice_of(f"progetto-{family.key}")
        self.tale = PlanTale(today, family.key, team=family.team, since=family.charged, by=family.hat)
        self.in_force = family.charged - AFTER
        self.goals: dict[str, tuple[Aim, str | None, str]] = {}

    def tell(self) -> Rows:
        """A draft, or what was agreed; then what moved, the review, the next version or the end."""
        family, tale = self.family, self.tale
        if family.draft is not None:
            tale.version(1, "draft", family.draft)
            self._pair(*self._chosen()[0], place=1)
            return tale.rows
        state, ends = self._state()
        review = tale.day(
            family.reviewed
            if family.reviewed is not None
            else self.in_force - 180 - 10 * self.dice.randint(0, 3)
        )
        tale.version(1, state, self.in_force + 8, self.in_force, review=review, **ends)
        self._all_goals()
        kind, what = BROUGHT[self.in_force % len(BROUGHT)]
        self.tale.brings(kind, what, self.in_force, person=self.family.parent)
        self._agree(self.in_force)
        self._moves()
        if family.renewed is not None:
            self._renew(family.renewed)
        return tale.rows

    def _state(self) -> tuple[str, dict[str, date]]:
        if self.family.renewed is not None:
            return "replaced", {"ended": self.tale.day(self.family.renewed)}
        if self.family.ended is not None:
            return "ended", {"ended": self.tale.day(self.family.ended)}
        return "in_force", {}

    def _chosen(self) -> list[tuple[Pair, str]]:
        """Pairs that fit a child of theirs, each with the child."""
        fit = [
            (pair, key)
            for pair in PAIRS
            for key, age in self.family.children
            if pair.youngest <= age <= pair.oldest
        ]
        self.dice.shuffle(fit)
        return list({pair.words: (pair, key) for pair, key in fit}.values())[:2]

    def _all_goals(self) -> None:
        for place, (pair, child) in enumerate(self._chosen(), 1):
            self._pair(pair, child, place=place)
        if self.dice.random() < 0.4:
            self._goal("p9", "parents", HOME, self.family.parent)

    def _pair(self, pair: Pair, child: str, *, place: int) -> None:
        one = self._goal(f"c{place}", "children", pair.child, child)
        other = self._goal(f"p{place}", "parents", pair.parent, self.family.parent)
        self.tale.knot(one, other, pair.words)

    def _goal(self, name: str, side: str, aim: Aim, person: str | None, carried: str = "") -> str:
        who = {"person:parent": f"person:{self.family.parent}", "worker:hat": f"worker:{self.family.hat}"}
        does = [replace(each, who=who.get(each.who, each.who)) for each in aim.does]
        does = [
            replace(each, who=f"person:{person}") if each.who == "person:child" else each for each in does
        ]
        early = self.tale.begun
        told = replace(aim, does=tuple(each for each in does if each.done is None or each.done < early))
        key = self.tale.goal(name, side, told, person, carried=carried)
        self.goals[name] = (aim, person, key)
        return key

    def _agree(self, ago: int) -> None:
        """The parent and who works with them; some with a reservation, some who do not agree on something."""
        family, dice, tale = self.family, self.dice, self.tale
        reservation = dice.choice(RESERVATIONS) if dice.random() < 0.25 else ""
        taken = WITHDRAWN if family.key == HAS_SECOND_THOUGHTS else ""
        tale.yes(f"person:{family.parent}", ago, dice.choice(("paper", "paper", "voice")), reservation, taken)
        tale.yes(f"worker:{family.hat}", ago)
        for child, age in family.children:
            if age >= WEEKS and dice.random() < 0.7:
                tale.yes(f"person:{child}", ago, "own_version")
        if dice.random() < 0.45:
            tale.differs(family.parent, ago, *dice.choice(DIFFERENCES))

    def _moves(self) -> None:
        """Most goals move by a step or two, not all; at a review they are looked at together."""
        reviewed = self.family.reviewed
        for place, (aim, _person, key) in enumerate(self.goals.values()):
            middle = self.in_force - self.dice.randint(20, 40)
            last = reviewed if reviewed is not None else 0
            if middle > last + 3 and self.dice.random() < 0.8:
                self.tale.score(key, aim.start + self.dice.choice((0, 1)), middle)
            if reviewed is not None and not (self.family.half and place):
                self.tale.score(
                    key, min(aim.start + self.dice.choice((0, 1, 1, 2, 3)), 2), reviewed, at_review=True
                )

    def _renew(self, ago: int) -> None:
        """The next version carries over the goals that are still on their way."""
        before, self.goals = self.goals, {}
        tale = self.tale
        tale.version(2, "in_force", ago + 2, ago, review=tale.day(ago - 170), replaces=tale.plan)
        for name, (aim, person, key) in before.items():
            if name != LEFT:
                said = _reworded(aim) if name == "c1" else aim
                self._goal(name, "children" if name.startswith("c") else "parents", said, person, carried=key)
        if LEFT in before and "p9" not in before:
            self._goal("p9", "parents", HOME, self.family.parent)
        for place in (1, 2):
            if f"c{place}" in self.goals and f"p{place}" in self.goals:
                tale.knot(self.goals[f"c{place}"][2], self.goals[f"p{place}"][2], "")
        self._agree(ago)


def _reworded(aim: Aim) -> Aim:
    """What the review taught to say better."""
    expected = f"{aim.steps[2]}, anche nelle settimane difficili"
    return replace(aim, steps=(*aim.steps[:2], expected, *aim.steps[3:]))
