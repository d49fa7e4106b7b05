"""The way of an invented family with us: its case, who works with it, each step."""

import random
from datetime import date, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import body_of, hat_of
from intreccio.ground.kernel.bulk import Row

STAGES = ("preliminary_analysis", "in_charge", "not_taken")
Rows = dict[str, list[Row]]


def way_of(dice: random.Random, family: Family, *, code: str) -> Rows:
    """Three in four are in charge, one in five in preliminary analysis, the others were helped otherwise."""
    stage = dice.choices(STAGES, weights=(20, 75, 5))[0]
    opened = family.since + timedelta(days=dice.randint(0, 10))
    decided = opened + timedelta(days=dice.randint(20, 60))
    case = _case(
        family,
        stage,
        opened,
        decided,
        code=code,
        motive=dice.choice(("signal", "own_request", "other_service")),
    )
    return {"cases": [case], "case_workers": _workers(family, case), "case_steps": _steps(family, case)}


def _case(
    family: Family, stage: str, opened: date, decided: date, *, code: str, motive: str
) -> dict[str, Any]:
    preliminary, ended = stage == STAGES[0], stage == STAGES[2]
    return {
        "key": family.key,
        "household": family.key,
        "code": code,
        "stage": stage,
        "since": opened if preliminary else decided,
        "asked": opened - timedelta(days=4),
        "opened": opened,
        "in_charge": decided if stage == STAGES[1] else None,
        "ended": decided if ended else None,
        "responsible": None if ended else hat_of(family.team, "social_worker"),
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


def _steps(family: Family, case: dict[str, Any]) -> list[Row]:
    about = {"case": case["key"], "household": family.key, "by": hat_of(family.team, "social_worker")}
    steps: list[Row] = [
        {
            **about,
            "verb": "open_case",
            "from": "",
            "to": STAGES[0],
            "day": case["opened"],
            "motive": case["motive"],
            "words": case["why"],
        }
    ]
    if case["stage"] != STAGES[0]:
        verb, motive = ("end_preliminary", "oriented") if case["ended"] else ("take_charge", "agreed")
        steps.append(
            {
                **about,
                "verb": verb,
                "from": STAGES[0],
                "to": case["stage"],
                "day": case["since"],
                "motive": motive,
            }
        )
    return steps
