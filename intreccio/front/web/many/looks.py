"""What was seen together at the beginning and at the review: assessments, voices with their answers, children's words."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any

from intreccio.families.assessments.demo.rows import definition
from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import hat_of
from intreccio.front.web.many.ways import LOOKING, Journey, Rows
from intreccio.front.web.stories.dice import dice_of
from intreccio.front.web.stories.looks import FACTS, MIDDLE, SMALL, TALL
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.ages import age_on
from intreccio.workshop.instruments.rules.definition import items_of
from intreccio.workshop.instruments.rules.scoring import scores_of

UNTIL_T0 = 14
VARIANTS = 8
TOGETHER = "Il passo che costa di più lo abbiamo scelto insieme: cominciamo da lì."


@cache
def sheet(level: int, variant: int) -> Row:
    """A questionnaire filled in around a level (in tenths of a step), with its scores: worked out once, given to many."""
    dice = dice_of(f"foglio-{level}-{variant}")
    answers = {
        item["code"]: min(max(round(level / 10 + dice.uniform(-1, 1)), 1), 5)
        for item in items_of(definition())
    }
    return {"answers": answers, "scores": scores_of(definition(), answers)}


def looks_of(dice: random.Random, family: Family, way: Journey) -> Rows:
    """T0 of every family that was taken in charge; T1 of those that were reviewed, mostly a little better."""
    rows: Rows = {"assessments": [], "points_of_view": [], "child_words": []}
    if way.was_taken:
        begun, level = way.decided + timedelta(days=UNTIL_T0), dice.randint(17, 32)
        _look(rows, dice, family, ("t0", begun, begun + timedelta(days=LOOKING)), level)
        if way.review:
            _look(rows, dice, family, ("t1", way.review, way.looked), level + dice.randint(-3, 10))
    return rows


def _look(
    rows: Rows, dice: random.Random, family: Family, when: tuple[str, date, date | None], level: int
) -> None:
    moment, begun, closed = when
    key, by = f"{family.key}_{moment}", hat_of(family.team, "social_worker")
    rows["assessments"].append(
        {"key": key, "household": family.key, "case": family.key, "moment": moment, "begun": begun, "closed": closed,
         "by": by, "read_together": TOGETHER if closed else ""}
    )  # fmt: skip
    about = {"assessment": key, "household": family.key, "by": by, "heard": begun}
    first = family.persons[0]
    rows["points_of_view"].append(
        {**about, "voice": "mother" if first["sex"] == "F" else "father", "person": first["key"], **_answers(dice, level)}
    )  # fmt: skip
    if closed is None:
        return
    rows["points_of_view"].append({**about, "voice": "team", **_answers(dice, level - 2)})
    for person in family.persons:
        if (age := age_on(person["birth"], closed)) < 18:
            rows["child_words"].append({**about, "person": person["key"], **_words(dice, age)})


def _answers(dice: random.Random, level: int) -> dict[str, Any]:
    axis = dice.choice(list(FACTS))
    return {**sheet(level, dice.randrange(VARIANTS)), "words": {axis: dice.choice(FACTS[axis])}}


def _words(dice: random.Random, age: int) -> dict[str, str]:
    if age < 3:
        return {"how": "not_yet", "not_heard": "too_small"}
    pool = SMALL if age < 6 else MIDDLE if age < 12 else TALL
    return {"how": "drawn" if age < 6 else "said", "words": dice.choice(pool), "agreed": "plan"}
