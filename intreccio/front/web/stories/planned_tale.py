"""How a plan is told: versions, goals in pairs, actions, yeses, scores, in days ago."""

from dataclasses import dataclass
from typing import Any

from intreccio.front.web.stories.tale import Fact, Tale

# Who lets a plan count, by team.
DECIDES = {"equipe_nord": "assistente", "equipe_est": "lucia", "equipe_sud": "tommaso"}


@dataclass(frozen=True, slots=True)
class Does:
    """Something to do. who: `person:…`, `worker:…`, `service:…`, or somebody by name; days ahead, or a rhythm."""

    what: str
    who: str
    ahead: int | None = None
    rhythm: str = ""
    done: int | None = None
    leans_on: str = ""

    @property
    def doer(self) -> Fact:
        """The column of who does it."""
        kind, separator, key = self.who.partition(":")
        return {kind: key} if separator else {"somebody": self.who}


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal as a story tells it."""

    title: str
    strand: str
    steps: tuple[str, str, str, str, str]
    start: int
    need: str = ""
    why: str = ""
    does: tuple[Does, ...] = ()
    child_words: str = ""
    picture: str = ""
    look: str = ""
    families: tuple[str, ...] = ()
    own_time: str = ""


class PlanTale(Tale):
    """One version of one family's plan. Tables are those of `plans.demo`."""

    def version(self, number: int, state: str, begun: int, in_force: int | None = None, **more: Any) -> None:
        """A version: when it was begun, and from when it counts."""
        self.plan, self.begun = f"{self.key}-{number}", begun
        day = {} if in_force is None else {"in_force": self.day(in_force)}
        self.put(
            "plans", key=self.plan, case=self.key, household=self.key, number=number, state=state,
            begun=self.day(begun), decided_by=DECIDES[self.team], **day, **more,
        )  # fmt: skip

    def goal(self, name: str, side: str, aim: Aim, person: str | None, *, carried: str = "") -> str:
        """A goal with what there is to do for it; answers its key."""
        key = f"{self.plan}-{name}"
        order = len([row for row in self.rows.get("goals", []) if row["plan"] == self.plan]) + 1
        self.put(
            "goals", key=key, plan=self.plan, household=self.key, side=side, strand=aim.strand, order=order, person=person,
            need=aim.need, title=aim.title, why=aim.why, steps=aim.steps, start=aim.start, day=self.day(self.begun),
            carried_from=carried or None, origin=carried or None, child_words=aim.child_words, picture=aim.picture,
            look=aim.look, families=aim.families, own_time=aim.own_time,
        )  # fmt: skip
        for place, does in enumerate(aim.does):
            self._action(f"{key}-{place}", key, does, carried=self._former(carried, does))
        return key

    def _former(self, goal: str, does: Does) -> str | None:
        """The same thing to do, in the version before."""
        rows = self.rows.get("plan_actions", [])
        return next((row["key"] for row in rows if row["goal"] == goal and row["what"] == does.what), None)

    def _action(self, key: str, goal: str, does: Does, *, carried: str | None = None) -> None:
        ends = {} if does.done is None else {"state": "done", "done": self.day(does.done)}
        by_when = None if does.ahead is None else self.day(-does.ahead)
        self.put(
            "plan_actions", key=key, goal=goal, household=self.key, what=does.what, rhythm=does.rhythm, by_when=by_when,
            day=self.day(self.begun), carried_from=carried, leans_on=does.leans_on, **does.doer, **ends,
        )  # fmt: skip

    def brings(self, kind: str, what: str, ago: int, **whose: Any) -> None:
        """What the family brings: of a `person`, of `somebody` by name, or of all of them."""
        self.put("resources", household=self.key, kind=kind, what=what, day=self.day(ago), **whose)

    def knot(self, child: str, parent: str, words: str) -> None:
        """Two goals hold each other."""
        self.put(
            "goal_links",
            plan=self.plan,
            household=self.key,
            child=child,
            parent=parent,
            words=words,
            day=self.day(self.begun),
        )

    def score(self, goal: str, level: int, ago: int, words: str = "", *, at_review: bool = False) -> None:
        """How far a goal was."""
        self.put(
            "goal_scores",
            goal=goal,
            household=self.key,
            level=level,
            day=self.day(ago),
            words=words,
            at_review=at_review,
        )

    def yes(self, who: str, ago: int, how: str = "paper", reservation: str = "", voided: str = "") -> None:
        """Somebody said yes: `person:…` or `worker:…`; voided: why they took it back."""
        kind, _separator, key = who.partition(":")
        self.put(
            "acceptances", plan=self.plan, household=self.key, how=how, day=self.day(ago), reservation=reservation,
            voided=voided, imprinted=True, mark=how in ("drawn", "link"),
            **{kind: key, "by": key if how == "signed_in" else DECIDES[self.team]},
        )  # fmt: skip

    def differs(self, person: str, ago: int, words: str, team_thinks: str, how: str) -> None:
        """What somebody does not agree on."""
        self.put(
            "disagreements", plan=self.plan, household=self.key, person=person, day=self.day(ago), words=words,
            team_thinks=team_thinks, how=how,
        )  # fmt: skip
