"""The tables of the observatory worked out from what was counted by hand, in the words that its pages use."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import mean, median

from tests.house.counted_by_hand import One, interval
from tests.house.paper_look import Look, Mine
from tests.house.paper_words import (
    ALL_TOWNS,
    AREAS,
    AXES,
    CODES,
    DECLINED,
    EVERY_NEED,
    HELPED,
    LINES,
    MONTHS,
    NO,
    PROMISE,
    UNMET,
    YES,
)


class Paper(Look):
    """The numbers of a look, the brief words beside them, and the sentences."""

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
