"""The tables of the observatory worked out from what was counted by hand, in the words that its pages use.

From what the pages say, and from the words of the task: a week belongs to the quarter of its Monday; quarters that are over; the
last ones wait while they hold fewer than five; fewer than five is hidden, with what would give it away.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import cache
from statistics import mean, median
from typing import NamedTuple

from tests.house.counted_by_hand import Counted, One, interval
from tests.house.paper_words import (
    ALL_TOWNS,
    AREAS,
    AXES,
    CODES,
    DECLINED,
    EVERY_NEED,
    FEW,
    HELPED,
    HIDDEN,
    LINES,
    MONTHS,
    NO,
    PROMISE,
    UNMET,
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


class Paper:
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

    # The tables

    def of(self, name: str, line: str, measure: str) -> Mine:
        """The number of a cell."""
        table: dict[str, Callable[[str, str], Mine]] = {
            "Che cosa si chiede, che cosa c'è": self._needs, "Dal messaggio al primo contatto": self._first,
            "Dove manca": self._where, "Che cosa è cambiato fra T0 e T1": self._change, "Famiglie accompagnate": self._taken,
            "Obiettivi raggiunti o superati alla verifica": self._goals, "Famiglie che dicono «mi ha aiutato»": self._helped,
            "Invii e risposte": self._referrals, "Bisogni senza risposta": self._unmet,
        }  # fmt: skip
        return table[name](line, measure)

    def _count(self, rows: list[One], *beside: Iterable[Iterable[One]], **more: bool) -> Mine:
        return Mine(len(rows), rows, [[self.others(each) for each in way] for way in beside], **more)

    def _needs(self, line: str, measure: str) -> Mine:
        code = (LINES if self.by_line else AREAS)[line]
        if measure in ("Servizi", "Posti liberi"):
            return self._offer(code, measure)
        kind, facts = (
            ("asked", self.look("asked")) if measure == "Chiesto" else ("decided", self._answered(YES))
        )
        rows = [one for one in facts if _is_of(one, code)]
        area = code.partition(".")[0]
        lines = [
            [one for one in facts if _is_of(one, each)]
            for each in EVERY_NEED
            if each.startswith(f"{area}.") and each != code
        ]
        every = [[one for one in self.told(kind) if _is_of(one, each)] for each in _areas() if each != area]
        mine = self._count(rows, lines if self.by_line else [], every, self._elsewhere(kind, code))
        return self._one_of_two(mine) if kind == "decided" else mine

    def _elsewhere(self, kind: str, code: str = "") -> list[list[One]]:
        """The same in the other towns, and where none is told; the same in the other quarters."""
        rows = [one for one in self.told(kind) if _is_of(one, code)]
        if self.town:
            return [
                [one for one in rows if one.place == town] for town in ("", *ALL_TOWNS) if town != self.town
            ]
        if self.only is not None:
            return [
                [one for one in rows if self.quarter(one) == each]
                for each in self.quarters
                if each != self.only
            ]
        return []

    def _one_of_two(self, mine: Mine) -> Mine:
        """Beside a yes or a no stand the yeses and the noes of the year."""
        told = self.told("decided")
        return mine._replace(
            beside=[*mine.beside, [self.others(self._answered(verb, told)) for verb in (YES, NO)]]
        )

    def _answered(self, verb: str, facts: list[One] | None = None) -> list[One]:
        rows = self.look("decided") if facts is None else facts
        return [one for one in rows if ((one.family, one.day, one.need) in self.yes) == (verb == YES)]

    def _offer(self, code: str, measure: str) -> Mine:
        there = {
            row["key"]: row["free"] or 0
            for town, need, row in self.counted.services()
            if (need == code or need.startswith(f"{code}.")) and self.town in ("", town)
        }
        return Mine(len(there) if measure == "Servizi" else sum(there.values()), open_data=True)

    def _first(self, line: str, measure: str) -> Mine:
        months = _months(line)
        rows = [one for one in self.look("first") if self.month(one) in months]
        return Mine(len(rows) if measure == "Contatti" else median([one.days or 0 for one in rows]), rows)

    def _where(self, line: str, measure: str) -> Mine:
        here = [
            one for one in self.told("decided") if one.place == CODES[line] and _is_of(one, AREAS[measure])
        ]
        yes, no = self._answered(YES, here), self._answered(NO, here)
        return Mine(_tens(len(yes), len(here)) if here else None, here, wholes=(yes, no))

    def _change(self, line: str, measure: str) -> Mine:
        rows = [one for one in self.look("change") if one.need == AXES[line]]
        moved = [one.number or 0 for one in rows]
        beside = self._count(rows, self._elsewhere("change", AXES[line])).beside
        if measure == "Famiglie" or not moved:
            return Mine(len(rows) if measure == "Famiglie" else None, rows, beside)
        low, high = interval(moved) if len(moved) > 1 else (None, None)
        # The house keeps scores with two decimals: with few families that moves the ends, and hardly the mean.
        about = 0.02 if measure == "Differenza media" or low is None else 0.02 + 0.02 * (high - low)
        value = {"Differenza media": mean(moved), "Da": low, "A": high}[measure]
        return Mine(value, rows, beside, about)

    def _taken(self, line: str, _measure: str) -> Mine:
        rows, months = self.look("taken"), _months(line)
        whole = self.told("taken")
        mine = [one for one in rows if line == "In tutto" or self.month(one) in months]
        quarter = [
            [one for one in whole if self.quarter(one) == each]
            for each in self.quarters
            if line != "In tutto" or self.only
        ]
        return self._count(mine, quarter, self._elsewhere("taken"))

    def _goals(self, line: str, _measure: str) -> Mine:
        rows = self.look("goals")
        wanted = {"Raggiunto o superato": [1.0], "Non ancora": [0.0], "In tutto": [0.0, 1.0]}[line]
        parts = [[one for one in self.told("goals") if one.number == each] for each in (0.0, 1.0)]
        return self._count([one for one in rows if one.number in wanted], parts, self._elsewhere("goals"))

    def _helped(self, line: str, _measure: str) -> Mine:
        rows = self.look("helped")
        parts = [[one for one in self.told("helped") if one.reason == each] for each in HELPED.values()]
        mine = [one for one in rows if line == "In tutto" or one.reason == HELPED[line]]
        return self._count(mine, parts, self._elsewhere("helped"))

    def _referrals(self, line: str, _measure: str) -> Mine:
        if line.startswith("No: "):
            no = self._answered(NO)
            parts = {each: [one for one in no if one.reason == each] for each in DECLINED.values()}
            return self._one_of_two(self._count(parts[DECLINED[line[4:]]], parts.values()))
        return self._one_of_two(
            self._count(self._answered(YES if line == "Sì" else NO), self._elsewhere("decided"))
        )

    def _unmet(self, line: str, _measure: str) -> Mine:
        """The ledger knows no body: nobody answers for all of it."""
        rows = [one._replace(body="") for one in self._ledger()]
        parts = {each: [one for one in rows if one.reason == each] for each in UNMET.values()}
        mine = rows if line == "In tutto" else parts[UNMET[line]]
        beside = self._elsewhere("unmet") if line == "In tutto" else list(parts.values())
        return self._count(mine, beside, of_all_bodies=True)

    def _ledger(self) -> list[One]:
        viewer, self.viewer = self.viewer, ""
        try:
            return self.look("unmet")
        finally:
            self.viewer = viewer

    # In brief, and in sentences

    def brief(self, name: str, shown: str, about: str) -> list[str]:
        """What is wrong with a number told in brief, with its words."""
        said = [float(each) for each in re.findall(r"\d+(?:[.,]\d+)?", f"{shown} {about}".replace(",", "."))]
        first, decided, goals = self.look("first"), self.look("decided"), self.look("goals")
        helped, ended = self.look("helped"), self.look("ended")
        kept = sum(1 for one in first if (one.days or 0) <= PROMISE)
        reached = sum(one.number or 0 for one in goals)
        right: dict[str, list[list[float]]] = {
            "Che cosa si chiede, che cosa c'è": [[len(self.look("asked"))]],
            "Dal messaggio al primo contatto": [[_mid(first), PROMISE], [_mid(first), _tens(kept, len(first)), 10, PROMISE]],
            "Famiglie accompagnate": [[len(self.look("taken"))]],
            "Obiettivi raggiunti o superati alla verifica": [[_percent(reached, len(goals)), len(goals), 2, 2]],
            "Famiglie che dicono «mi ha aiutato»": [
                [_tens(sum(1 for one in helped if one.reason == "yes"), len(helped)), 10, len(helped), *more]
                for more in ([], [_percent(len(helped), len(ended))])
            ],
            "Invii e risposte": [[_mid(decided)]],
            "Bisogni senza risposta": [[len(self._ledger())]],
        }  # fmt: skip
        return [] if said in right[name] else [f"{said} is none of {right[name]}"]

    def is_true(self, sentence: str) -> bool:
        """One of the sentences in brief, read again with the numbers by hand."""
        name = next(
            (
                each
                for each in ("trova meno risposte", "Si risponde prima", "Si aspetta di più", "Dal messaggio")
                if each in sentence
            ),
            "",
        )
        said = [
            float(each)
            for each in re.findall(r"[−-]?\d+(?:[.,]\d+)?", sentence.replace(",", ".").replace("−", "-"))
        ]
        if name == "trova meno risposte":
            return self._answers_least(sentence, said)
        if name in ("Si risponde prima", "Si aspetta di più"):
            return self._waits(sentence, said, sooner=name == "Si risponde prima")
        if name == "Dal messaggio":
            return said == [_mid(self.look("first"))]
        return self._of_change(sentence, said) or self._of_asking(sentence, said)

    def _answers_least(self, sentence: str, said: list[float]) -> bool:
        code = LINES[re.search(r"«(.*?)»", sentence)[1]]  # type: ignore[index]  # every such sentence names one
        asked = Counter(one.need for one in self.look("asked"))
        yes = Counter(one.need for one in self._answered(YES))
        mine = yes[code] / asked[code]
        return said == [asked[code], yes[code]] and any(yes[each] / asked[each] > mine for each in asked)

    def _waits(self, sentence: str, said: list[float], *, sooner: bool) -> bool:
        last, first = (_months(each) for each in re.findall(r"\(([^)]*)\)", sentence))
        now, before = (
            _mid([one for one in self.look("first") if self.month(one) in each]) for each in (last, first)
        )
        return said == [now, before] and (now < before) == sooner and min(first) < min(last)

    def _of_change(self, sentence: str, said: list[float]) -> bool:
        moved = {
            line: [one.number or 0 for one in self.look("change") if one.need == axis]
            for line, axis in AXES.items()
        }
        sure = {line: interval(each) for line, each in moved.items() if len(each) > 1}
        if "non si può dire che qualcosa sia cambiato" in sentence:
            return bool(sure) and all(low <= 0 <= high for low, high in sure.values())
        line = next((each for each in AXES if sentence.startswith(f"{each}:")), "")
        if not line:
            return False
        low, high = sure[line]
        is_far = low > 0 if "si sta meglio" in sentence else high < 0
        return is_far and said[0] == _spoken(mean(moved[line]))

    def _of_asking(self, sentence: str, said: list[float]) -> bool:
        if "Mi ha aiutato" in sentence:
            helped = self.look("helped")
            return said == [_tens(sum(1 for one in helped if one.reason == "yes"), len(helped)), 10]
        if "famiglie prese in carico" in sentence:
            return said == [len(self.look("taken"))]
        code = LINES[re.search(r"«(.*?)»", sentence)[1]]  # type: ignore[index]  # every such sentence names one
        asked = Counter(one.need for one in self.look("asked"))
        return said == [asked[code], sum(asked.values())] and asked[code] == max(asked.values())


def _spoken(value: float) -> float:
    """One decimal, as sentences have it."""
    return round(value, 1)


def _areas() -> list[str]:
    return list(dict.fromkeys(need.partition(".")[0] for need in EVERY_NEED))


def _is_of(one: One, code: str) -> bool:
    return not code or one.need == code or one.need.startswith(f"{code}.")


def _months(line: str) -> set[int]:
    """«maggio», «gen–giu»."""
    names = [each.strip().lower()[:3] for each in line.split("–")]
    found = [number for number, month in enumerate(MONTHS, 1) if month[:3] in names]
    return set(range(found[0], found[-1] + 1)) if found else set()


def _mid(rows: Sequence[One]) -> float:
    return float(median([one.days or 0 for one in rows])) if rows else -1


def _tens(part: int, whole: int) -> int:
    if not whole:
        return 0
    tens = round(10 * part / whole)
    return min(max(tens, 1), 9) if 0 < part < whole else tens


def _percent(part: float, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
