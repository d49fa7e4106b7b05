"""The way of an invented family with us: its case, who works with it, each step, what was agreed for later."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import body_of, hat_of
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.days import months_after

STAGES = {"preliminary_analysis": 20, "in_charge": 15, "plan": 47, "review": 5, "closed": 8, "not_taken": 5}
PLANNED = ("plan", "review", "closed")
# Days from being taken in charge to the plan, at least; of a review, of what is left until a closing.
UNTIL_PLAN, UNTIL_REVIEW, LOOKING, UNTIL_CLOSING = 24, 90, 5, 12
CLOSINGS = ("reached", "on_their_own", "passed_on")
GOODBYE = "La strada adesso la sapete voi. La porta resta aperta."
PREPARED = "Come va a casa e a scuola, che cosa è cambiato, che cosa manca ancora."
READ = "Si va avanti: il passo più lungo è stato fatto, e da qui si riparte insieme."
LATER = "Come state, e che cosa di ciò che avete costruito vi aiuta ancora."
Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Journey:
    """The days of a way; None where it has not come so far.

    review: prepared, and T1 begun; looked: T1 closed and goals scored.
    """

    stage: str
    opened: date
    decided: date
    planned: date | None = None
    review: date | None = None
    looked: date | None = None
    closed: date | None = None

    @property
    def was_taken(self) -> bool:
        """In charge, now or once."""
        return self.stage not in ("preliminary_analysis", "not_taken")

    @property
    def since(self) -> date:
        """When its stage of today began."""
        if self.stage == "preliminary_analysis":
            return self.opened
        return self.closed or self.looked or self.review or self.planned or self.decided


def journey_of(dice: random.Random, family: Family, today: date) -> Journey:
    """Three in four were taken in charge; most of them have a plan, and every second plan has been reviewed."""
    stage = dice.choices(list(STAGES), weights=list(STAGES.values()))[0]
    opened = family.since + timedelta(days=dice.randint(0, 10))
    decided = opened + timedelta(days=dice.randint(20, 60))
    if stage not in PLANNED:
        return Journey(stage, opened, decided)
    planned = decided + timedelta(days=UNTIL_PLAN + dice.randint(0, 1))
    last = today - timedelta(days=UNTIL_CLOSING + 2)
    first = planned + timedelta(days=UNTIL_REVIEW)
    if first > last:
        return Journey("plan", opened, decided, planned)
    if stage == "review":
        return Journey(stage, opened, decided, planned, today - timedelta(days=dice.randint(2, 20)))
    if stage == "plan" and dice.random() < 0.3:
        return Journey(stage, opened, decided, planned)
    review = min(first + timedelta(days=dice.randint(0, 60)), last)
    looked = review + timedelta(days=LOOKING)
    closed = review + timedelta(days=UNTIL_CLOSING) if stage == "closed" else None
    return Journey(stage, opened, decided, planned, review, looked, closed)


def way_of(dice: random.Random, family: Family, way: Journey, *, code: str, today: date) -> Rows:
    """The rows of a case."""
    case = _case(family, way, code=code, motive=dice.choice(("signal", "own_request", "other_service")))
    follow_ups = _follow_ups(dice, family, way.closed, today) if way.closed else []
    return {
        "cases": [case],
        "case_workers": _workers(family, case),
        "case_steps": _steps(dice, family, case, way),
        "case_follow_ups": follow_ups,
    }


def _case(family: Family, way: Journey, *, code: str, motive: str) -> dict[str, Any]:
    not_taken = way.stage == "not_taken"
    return {
        "key": family.key,
        "household": family.key,
        "code": code,
        "stage": way.stage,
        "since": way.since,
        "asked": way.opened - timedelta(days=4),
        "opened": way.opened,
        "in_charge": way.decided if way.was_taken else None,
        "review": way.review,
        "ended": way.decided if not_taken else way.closed,
        "responsible": None if not_taken else hat_of(family.team, "social_worker"),
        "motive": motive,
        "needs": [family.need],
        "why": "Ne abbiamo parlato insieme al primo incontro.",
    }


def _workers(family: Family, case: dict[str, Any]) -> list[Row]:
    ended = case["ended"]
    return [
        {
            "case": case["key"],
            "household": family.key,
            "membership": hat_of(family.team, role),
            "profession": role,
            "organisation": body_of(family.team),
            "since": case["opened"],
            "until": ended,
            "why": why,
            "end_reason": "case_ended" if ended else "",
        }
        for role, why in (("social_worker", "Riferimento della famiglia"), ("educator", "Visite a casa"))
    ]


def _steps(dice: random.Random, family: Family, case: dict[str, Any], way: Journey) -> list[Row]:
    taken = ("take_charge", "in_charge", way.decided, "agreed", "")
    refrained = ("end_preliminary", "not_taken", way.decided, "oriented", "")
    decided = taken if way.was_taken else refrained if case["ended"] else None
    told = [
        ("open_case", "preliminary_analysis", way.opened, case["motive"], case["why"]),
        decided,
        ("begin_plan", "plan", way.planned, "agreed", "") if way.planned else None,
        ("begin_review", "review", way.review, "due", PREPARED) if way.review else None,
        ("end_review", "plan", way.looked, "goes_on", READ) if way.looked and not way.closed else None,
        ("close_case", "closed", way.closed, dice.choice(CLOSINGS), GOODBYE) if way.closed else None,
    ]
    about = {"case": case["key"], "household": family.key, "by": hat_of(family.team, "social_worker")}
    steps: list[Row] = []
    for verb, stage, day, motive, words in filter(None, told):
        before = steps[-1]["to"] if steps else ""
        steps.append(
            {**about, "verb": verb, "from": before, "to": stage, "day": day, "motive": motive, "words": words}
        )
    return steps


def _follow_ups(dice: random.Random, family: Family, closed: date, today: date) -> list[Row]:
    """What was agreed for 6 and 12 months later; of ten whose day has passed, nine were heard."""
    rows: list[Row] = []
    for months in (6, 12):
        due = months_after(closed, months)
        heard = due < today and dice.random() < 0.9
        rows.append(
            {
                "case": family.key,
                "household": family.key,
                "months": months,
                "due": due,
                "what": LATER,
                "who": hat_of(family.team, "social_worker"),
                "done": due if heard else None,
                "outcome": "going_well" if heard else "",
            }
        )
    return rows
