"""The plan of an invented family: goals of two generations in pairs, who does what, who agrees, how far it has come."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import hat_of
from intreccio.front.web.many.ways import Journey, Rows
from intreccio.front.web.stories.planned_library import DIFFERENCES, HOME, PAIRS, RESERVATIONS, Pair
from intreccio.front.web.stories.planned_tale import Aim, Does
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.ages import age_on

TABLES = ("plans", "goals", "goal_links", "goal_scores", "plan_actions", "disagreements", "acceptances")
FEWEST, MOST = 10, 12
MORE = (
    Does("Sentirsi al telefono ogni settimana", "worker:hat", rhythm="il lunedì"),
    Does("Portare le carte che servono", "person:parent", ahead=12),
    Does("Chiedere un incontro alle maestre", "worker:hat", ahead=9),
    Does("Dire ai nonni che cosa abbiamo deciso", "person:parent", ahead=20),
    Does("Provare, e dire com'è andata", "service:any", rhythm="una volta la settimana"),
    Does("Accompagnarli la prima volta", "worker:hat", ahead=30),
)


@dataclass(slots=True)
class Plan:
    """A plan while it is written."""

    dice: random.Random
    family: Family
    way: Journey
    agreed: date
    today: date
    services: list[str]
    rows: Rows = field(default_factory=lambda: {name: [] for name in TABLES})

    @property
    def key(self) -> str:
        """Of its one version."""
        return f"{self.family.key}-1"

    def write(self) -> Rows:
        """In the order in which one would."""
        self._version()
        young = [one for one in self.family.persons if age_on(one["birth"], self.agreed) < 18]
        children = [one for one in young if one["birth"] <= self.agreed] or young
        child = self.dice.choice(children)
        for pair in self._pairs(age_on(child["birth"], self.agreed)):
            self._pair(pair, child)
        if len(self.rows["goals"]) < 6 and self.dice.random() < 0.4:
            self._goal(HOME, "parents", self.family.persons[0], child)
        self._more(child)
        self._yeses(child)
        self._scores()
        return self.rows

    def _put(self, table: str, **row: Any) -> None:
        by = hat_of(self.family.team, "social_worker")
        self.rows[table].append({"household": self.family.key, "by": by, **row})

    def _version(self) -> None:
        until = {"state": "ended", "ended": self.way.closed} if self.way.closed else {"state": "in_force"}
        again = max(self.agreed + timedelta(days=180), self.today + timedelta(days=self.dice.randint(3, 90)))
        self._put(
            "plans", key=self.key, case=self.family.key, number=1, begun=self.agreed - timedelta(days=8), in_force=self.agreed,
            review=again, decided_by=hat_of(self.family.team, "social_worker"), **until,
        )  # fmt: skip

    def _pairs(self, age: int) -> list[Pair]:
        fit = [pair for pair in PAIRS if pair.youngest <= age <= pair.oldest]
        return self.dice.sample(fit, min(len(fit), self.dice.choice((2, 2, 3))))

    def _pair(self, pair: Pair, child: Row) -> None:
        held = self._goal(pair.child, "children", child, child)
        holds = self._goal(pair.parent, "parents", self.family.persons[0], child)
        self._put("goal_links", plan=self.key, child=held, parent=holds, words=pair.words, day=self._begun)

    @property
    def _begun(self) -> date:
        return self.agreed - timedelta(days=8)

    def _goal(self, aim: Aim, side: str, person: Row, child: Row) -> str:
        order = len(self.rows["goals"]) + 1
        key = f"{self.key}-{order}"
        self._put(
            "goals", key=key, plan=self.key, order=order, side=side, strand=aim.strand, person=person["key"], need=aim.need,
            title=f"{person['given']}: {aim.title[0].lower()}{aim.title[1:]}", why=aim.why, steps=aim.steps, start=aim.start,
            day=self._begun, child_words=aim.child_words, picture=aim.picture,
            families=aim.families, own_time=aim.own_time,
        )  # fmt: skip
        for does in aim.does:
            self._action(key, does, child)
        return key

    def _more(self, child: Row) -> None:
        """Up to ten, eleven or twelve actions, whatever the goals brought."""
        wanted, goals = self.dice.randint(FEWEST, MOST), [goal["key"] for goal in self.rows["goals"]]
        for place in range(wanted - len(self.rows["plan_actions"])):
            self._action(goals[place % len(goals)], MORE[place % len(MORE)], child)

    def _action(self, goal: str, does: Does, child: Row) -> None:
        days = self.dice.randint(5, 60)
        done = self.agreed + timedelta(days=days)
        is_done = bool(self.way.closed) or (done < self.today and self.dice.random() < 0.5)
        ends = {"state": "done", "done": min(done, self.way.closed or done)} if is_done else {}
        by_when = None if does.rhythm else done if is_done else self.today + timedelta(days=days)
        self._put(
            "plan_actions", key=f"{self.key}-a{len(self.rows['plan_actions'])}", goal=goal, what=does.what, rhythm=does.rhythm,
            by_when=by_when, day=self._begun, **self._doer(does, child), **ends,
        )  # fmt: skip

    def _doer(self, does: Does, child: Row) -> dict[str, str]:
        kind, _colon, who = does.who.partition(":")
        if kind == "service":
            return (
                {"service": self.dice.choice(self.services)} if self.services else {"somebody": "Una vicina"}
            )
        if kind == "worker":
            return {"worker": hat_of(self.family.team, self.dice.choice(("educator", "social_worker")))}
        return {"person": (child if who == "child" else self.family.persons[0])["key"]}

    def _yeses(self, child: Row) -> None:
        parent = self.family.persons[0]["key"]
        said = {"plan": self.key, "day": self.agreed}
        kept = self.dice.choice(RESERVATIONS) if self.dice.random() < 0.2 else ""
        self._put(
            "acceptances", **said, person=parent, how=self.dice.choice(("paper", "voice")), reservation=kept
        )
        self._put("acceptances", **said, worker=hat_of(self.family.team, "educator"), how="voice")
        if age_on(child["birth"], self.agreed) >= 6 and child["key"] != parent:
            self._put("acceptances", **said, person=child["key"], how="own_version")
        words, thinks, how = self.dice.choice(DIFFERENCES)
        self._put("disagreements", **said, person=parent, words=words, team_thinks=thinks, how=how)

    def _scores(self) -> None:
        """At the review every goal; while it lasts half of them; before it the first that has moved."""
        goals = self.rows["goals"]
        if self.way.looked:
            self._score(goals, self.way.looked, at_review=True)
        elif self.way.review:
            self._score(goals[::2], self.way.review, at_review=True)
        elif (day := self.agreed + timedelta(days=25)) < self.today:
            self._score(goals[:1], day, at_review=False)

    def _score(self, goals: list[Row], day: date, *, at_review: bool) -> None:
        for goal in goals:
            level = min(goal["start"] + self.dice.choice((0, 1, 1, 2, 2, 3)), 2)
            self._put("goal_scores", goal=goal["key"], level=level, day=day, at_review=at_review)


def plan_of(dice: random.Random, family: Family, way: Journey, *, services: list[str], today: date) -> Rows:
    """Of a family whose case has come so far; nothing of the others."""
    return Plan(dice, family, way, way.planned, today, services).write() if way.planned else {}
