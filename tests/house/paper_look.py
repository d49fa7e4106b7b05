"""Which facts a look at the observatory is about, and whether a number of theirs may be shown.

From what the pages say, and from the words of the task: a week belongs to the quarter of its Monday; quarters that are over; the
last ones wait while they hold fewer than five; fewer than five is hidden, with what would give it away.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from tests.house.counted_by_hand import Counted, One
from tests.house.paper_words import (
    AXES,
    FEW,
    HIDDEN,
    NO,
    YES,
)


def number(shown: str) -> float | str:
    """«1.964», «4,5», «−0,6» as numbers; what is hidden stays as it is."""
    if shown == HIDDEN:
        return shown
    text = shown.replace("−", "-")
    return float(text.replace(".", "").replace(",", ".") if "," in text else text)


class Mine(NamedTuple):
    """A number by hand: what it is, the facts behind it; `beside`: way by way, how many facts each row next to it has."""

    value: float | None
    rows: Sequence[One] = ()
    beside: Sequence[Sequence[int]] = ()
    about: float = 0.001  # how near is the same
    open_data: bool = False  # of services, and of no family
    of_all_bodies: bool = False
    wholes: Sequence[Sequence[One]] = ()  # what it is a part of, where it is a share


@cache
def facts_of(counted: Counted) -> dict[str, list[One]]:
    """What is counted, kind by kind."""
    return {
        "asked": [*counted.asked_at_the_desk(), *(one for one in counted.asked_in_cases() if not one.reason)],
        "first": list(counted.first_contacts()), "taken": list(counted.taken_in_charge()),
        "decided": list(counted.told(YES, NO)), "helped": list(counted.told("record_answer")),
        "ended": list(counted.told("end_referral")), "goals": list(counted.reviewed_goals()),
        "unmet": list(counted.unmet()), "change": [one for axis in AXES.values() for one in counted.change(axis)],
    }  # fmt: skip


def _by_body(rows: Iterable[One]) -> Counter[str]:
    """How many of each body; who changed on three axes is one family, so the axis with most counts."""
    axes: dict[str, Counter[str]] = {}
    for one in rows:
        axes.setdefault(one.need if one.need in AXES.values() else "", Counter())[one.body] += 1
    found = Counter[str]()
    for each in axes.values():
        found |= each
    return found


def _is_enough(held: Counter[str]) -> bool:
    """Five at least; and without those of any one body none is left, or five at least: its lead knows which are its own."""
    left = [held.total() - number for body, number in held.items() if body]
    return held.total() >= FEW and not any(0 < each < FEW for each in left)


class Look:
    """One look at the observatory: a year or one of its quarters, perhaps one town, perhaps one's own body."""

    def __init__(
        self,
        counted: Counted,
        year: int,
        quarters: list[int],
        *,
        viewer: str,
        own: bool,
        town: str,
        only: int | None,
    ) -> None:
        self.counted, self.year, self.quarters = counted, year, quarters
        self.viewer, self.own, self.town, self.only = viewer, own, town, only
        self.by_line = not town and only is None
        self.facts = facts_of(counted)
        self.yes = {(one.family, one.day, one.need) for one in counted.told(YES)}

    # Which facts

    def told(self, kind: str) -> list[One]:
        """Of the year: in the quarters that count, of all towns."""
        facts = [one for one in self.facts[kind] if not self.own or one.body == self.viewer]
        kept, waiting, held = set[int](), set[int](), Counter[str]()
        for quarter in self.quarters:
            waiting.add(quarter)
            there = [one for one in facts if self.quarter(one) == quarter]
            # The ledger of unmet need is of nobody.
            held += Counter({"": len(there)}) if kind == "unmet" else _by_body(there)
            if self.own or _is_enough(held):
                kept, waiting, held = kept | waiting, set(), Counter()
        return [one for one in facts if self.quarter(one) in kept]

    def look(self, kind: str) -> list[One]:
        """Those of them that this look is about."""
        return [one for one in self.told(kind) if self.is_here(one)]

    def is_here(self, one: One) -> bool:
        """In the town, in the quarter."""
        return (not self.town or one.place == self.town) and (
            self.only is None or self.quarter(one) == self.only
        )

    def quarter(self, one: One) -> int:
        """That of its Monday; none of another year."""
        monday = one.day - timedelta(days=one.day.weekday())
        return (monday.month + 2) // 3 if monday.year == self.year else 0

    def month(self, one: One) -> int:
        """That of its Monday."""
        return (one.day - timedelta(days=one.day.weekday())).month

    def others(self, rows: Iterable[One]) -> int:
        """How many are of bodies for which the viewer does not answer."""
        return sum(1 for one in rows if not self.viewer or one.body != self.viewer)

    # Is it right to hide, is it right to show

    def may_show(self, mine: Mine) -> bool:
        """Nothing that speaks of fewer than five of others, nor of what is left of a whole."""
        if self.own or mine.open_data:
            return True
        parts = [mine.rows, *mine.wholes]
        return all(self.others(rows) >= FEW for rows in parts)

    def must_hide(self, mine: Mine) -> bool:
        """Few of others; or few beside it, that it would give away; or made of parts of which one is few."""
        if mine.value is None or any(self.others(rows) < FEW for rows in (mine.rows, *mine.wholes)):
            return True
        for way in mine.beside:
            small = [each for each in way if each < FEW]
            if small and sum(small) < FEW:
                return True
        areas = Counter(one.need.partition(".")[0] for one in mine.rows)
        return (bool(self.town) or self.only is not None) and any(0 < each < FEW for each in areas.values())
