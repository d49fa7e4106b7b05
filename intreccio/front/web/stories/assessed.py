"""What families and teams saw together at each moment: rows and acts, told apart from the families' own stories."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from intreccio.families.assessments.demo.rows import definition, point_key, scores
from intreccio.families.assessments.rules.change import change_between, mean_scores
from intreccio.front.web.stories import (
    bah,
    conti,
    dervishi,
    generated,
    haddad,
    lombardo,
    looks,
    marchetti,
    sheets,
    tosi,
    traore,
)
from intreccio.front.web.stories.dice import dice_of
from intreccio.front.web.stories.looked import by_hand
from intreccio.front.web.stories.tale import Rows, Tale, merged
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.ages import age_on
from intreccio.workshop.instruments.rules.definition import items_of

World = dict[str, Any]
STORIES = (marchetti, haddad, bah, dervishi, conti, tosi, traore, lombardo)


def rows(today: date) -> Rows:
    """Rows of the district as it stands on `today`."""
    homes = _homes(today)
    looked = [Looked(when, today, homes.get(when.family, [])) for when in looks.MOMENTS]
    noted = sheets.factors_of(today, {each.when.family: each.listens for each in looked})
    return merged([*(each.tell() for each in looked), {"factors": list(noted)}])


@cache
def _homes(today: date) -> dict[str, list[Row]]:
    """Stays of each family, with the person of each."""
    told = merged([*(story.story(today) for story in STORIES), *generated.stories(today)])
    persons = {person["key"]: person for person in told["persons"]}
    found: dict[str, list[Row]] = {}
    for home in told["homes"]:
        found.setdefault(home["household"], []).append({**persons[home["person"]], **home})
    return found


class Looked:
    """One moment of one family, thrown with seeded dice where nobody wrote it by hand."""

    def __init__(self, when: looks.When, today: date, homes: list[Row]) -> None:
        self.when, self.today, self.homes = when, today, homes
        self.dice = dice_of(f"sguardo-{when.family}-{when.moment}")
        decides, listens = looks.THEN.get(when.family, looks.WHO[when.team])
        self.tale, self.listens = (
            Tale(today, when.family, team=when.team, since=when.begun, by=decides),
            listens,
        )
        self.begun = self.tale.day(when.begun)
        self.closed = None if when.closed is None else self.tale.day(when.closed)
        self.key = f"{when.family}_{when.moment}"
        self.here = [home for home in homes if _lives(home, self.closed or today)]

    def tell(self) -> Rows:
        """The assessment, its voices, sheets of the library, the children's words."""
        written = by_hand(self.when)
        points: list[Row] = [*written.points] if written else list(self._points())
        read = written.read if written else self._read(points)
        self.tale.put(
            "assessments", key=self.key, household=self.when.family, case=self.when.family, moment=self.when.moment,
            begun=self.begun, closed=self.closed, read_together=read if self.closed else "",
        )  # fmt: skip
        for place, point in enumerate(points):
            self._put("points_of_view", heard=self._day(place), **point)
        here = [{**home, "years": self._age(home)} for home in self.here]
        for sheet in sheets.sheets_of(self.when.family, self.when.moment, here):
            self._put("sheets", heard=self._day(1), **sheet)
        if self.closed:
            for child in written.children if written else self._children():
                self._put("child_words", heard=self._day(1), reference=self.tale.by, **child)
        return self.tale.rows

    def _put(self, table: str, **row: Any) -> None:
        self.tale.put(
            table, **{"assessment": self.key, "household": self.when.family, "by": self.listens, **row}
        )

    def _day(self, place: int) -> date:
        return min(self.begun + timedelta(days=min(place, 2)), self.closed or self.today)

    def _points(self) -> Iterator[Row]:
        voices = [
            ("mother" if home["sex"] == "F" else "father", home["person"])
            for home in self.here
            if home["role"] == "parent"
        ]
        tall = [
            ("child", home["person"])
            for home in self.here
            if home["role"] == "child" and self._age(home) >= 12
        ]
        everybody = [*(voices or [("family", None)]), *tall[:1]]
        if self.closed is None:
            everybody = everybody[:1]
        for voice, person in everybody:
            yield {"voice": voice, "person": person, **self._answers(0.3 if voice == "child" else 0)}
        if self.when.begun > 7:
            yield {"voice": "team", **self._answers(self.dice.choice((-0.6, -0.3, 0.4))), **self._so_far()}

    def _so_far(self) -> Row:
        """The team is last to answer: while an assessment is open its answers are a draft."""
        return {} if self.closed else {"finished": False, "answers": {}, "words": {}}

    def _answers(self, lean: float) -> Row:
        answers = {item["code"]: self._step(item["scale"], lean) for item in items_of(definition())}
        axis = self.dice.choice(list(looks.FACTS))
        return {"answers": answers, "words": {axis: self.dice.choice(looks.FACTS[axis])}}

    def _step(self, axis: str, lean: float) -> int:
        return min(max(round(self._level(axis) + lean + self.dice.uniform(-1, 1)), 1), 5)

    def _level(self, axis: str) -> float:
        """Where an axis stands: at T1 mostly better than at the beginning."""
        first = dice_of(f"asse-{self.when.family}-{axis}")
        level, grown = first.uniform(1.7, 3.4), first.uniform(0.2, 1.3)
        if self.when.moment == "t0":
            return level + (0.8 if axis == looks.HARDER.get(self.when.family, ("", ""))[0] else 0)
        return level - 0.4 if axis == looks.HARDER.get(self.when.family, ("", ""))[0] else level + grown

    def _age(self, home: Row) -> int:
        return age_on(home["birth"], self.closed or self.today)

    def _children(self) -> Iterator[Row]:
        for home in self.here:
            if home["role"] == "child" and self._age(home) < 18:
                said = self._words(self._age(home))
                yield {
                    "person": home["person"],
                    **said,
                    **(_agreed(home["person"]) if "words" in said else {}),
                }

    def _words(self, age: int) -> Row:
        if age < 3:
            return {"how": "not_yet", "not_heard": "too_small"}
        if age > 5 and self.dice.random() < 0.15:
            return {"how": "not_yet", "not_heard": self.dice.choice(("prefers_not", "not_met"))}
        pool, how = (looks.SMALL, "drawn") if age < 6 else (looks.MIDDLE if age < 12 else looks.TALL, "said")
        return {"how": how, "words": self.dice.choice(pool)}

    def _read(self, points: list[Row]) -> str:
        means = mean_scores(scores(point) for point in points)
        if not means:
            return ""
        hard = looks.AXES[min(means, key=lambda axis: means[axis])]
        if self.when.moment == "t0":
            strong = looks.AXES[max(means, key=lambda axis: means[axis])]
            return f"Il nostro punto forte: {strong}. Costa più fatica: {hard}. Cominciamo da lì, insieme."
        if self.when.family in looks.HARDER:
            return f"{looks.HARDER[self.when.family][1]} Sul resto si sta meglio che all'inizio."
        moved = change_between(mean_scores(map(scores, self.before())), means)
        better = looks.AXES[max(moved, key=lambda axis: moved[axis])]
        return f"Rispetto all'inizio il passo più lungo: {better}. Resta da lavorarci: {hard}."

    def before(self) -> list[Row]:
        """What the same voices said at T0."""
        first = next(when for when in looks.MOMENTS if (when.family, when.moment) == (self.when.family, "t0"))
        return list(Looked(first, self.today, self.homes)._points())


KEPT_NEAR = frozenset({"el_amrani_5"})


def _agreed(person: str) -> Row:
    """Whom a child's words are for; of some nobody has asked yet. The same at both moments."""
    if person in KEPT_NEAR:
        return {"agreed": "near"}
    dice = dice_of(f"voce-{person}")
    return {"agreed": dice.choices(("plan", "team", "near", "not_asked"), (5, 2, 2, 2))[0]}


def _lives(home: Row, day: date) -> bool:
    """At home on a day, and born."""
    born = home.get("precision") != "expected" and home.get("birth") is not None and home["birth"] <= day
    there = home.get("kind", "lives") == "lives" and not home.get("voided") and home["since"] <= day
    return born and there and (home.get("until") is None or day < home["until"])


def acts_of(world: World) -> Iterator[Row]:
    """The acts behind them, in the order in which they happen on one day."""
    points = _by_assessment(world, "points_of_view")
    children = _by_assessment(world, "child_words")
    added = sheets.acts_of_sheets(world)
    for row in world.get("assessments", []):
        yield _act("assessment.begun", row, row["begun"], moment=row["moment"])
        for point in points.get(row["key"], []):
            yield _of_voice(
                "assessment.point_of_view_added", point, voice=point["voice"], moment=row["moment"]
            )
            yield _of_voice(
                "assessment.point_of_view_answered",
                point,
                voice=point["voice"],
                finished=point.get("finished", True),
            )
        yield from added.get(row["key"], [])
        for child in children.get(row["key"], []):
            yield _of_child(child)
        if row["closed"]:
            yield {**_act("assessment.read_together", row, row["closed"]), "fields": ["read_together"]}
            yield _act("assessment.closed", row, row["closed"], **_closed(row, points))
    yield from sheets.acts_of_factors(world)


def _by_assessment(world: World, table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in world.get(table, []):
        found.setdefault(row["assessment"], []).append(row)
    return found


def _closed(row: Row, points: dict[str, list[Row]]) -> Row:
    now = mean_scores(map(scores, points[row["key"]]))
    codes: Row = {"moment": row["moment"], "scores": now, "views": len(points[row["key"]])}
    if row["moment"] == "t0":
        return codes
    before = mean_scores(map(scores, points[f"{row['case']}_t0"]))
    return {**codes, "change": change_between(before, now)}


def _act(kind: str, row: Row, at: date, **codes: Any) -> Row:
    subject = ("assessments.assessment", row["key"])
    return {
        "kind": kind,
        "membership": row["by"],
        "at": at,
        "subject": subject,
        "household": row["household"],
        "codes": codes,
    }


def _of_voice(kind: str, point: Row, **codes: Any) -> Row:
    key = ("point_of_view", *point_key(point))
    row = {**point, "key": "/".join(key)}
    return {
        **_act(kind, row, point["heard"], **codes),
        "subject": ("assessments.pointofview", row["key"]),
        "key": key,
    }


def _of_child(child: Row) -> Row:
    key = ("child_words", child["assessment"], child["person"])
    row = {**child, "key": "/".join(key)}
    act = _act("assessment.child_words_written", row, child["heard"], heard=child["how"])
    return {**act, "subject": ("assessments.childwords", row["key"]), "key": key}
