"""How the persons of an invented family are tied: parents and children, what a judge has said, who was born with us."""

from datetime import date, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.ways import Rows
from intreccio.front.web.stories.dice import dice_of
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.ages import age_on

TOGETHER = ("married", "married", "cohabiting")
JUDGED = 0.06  # of the families with two parents
YOUNGEST = 16  # a parent; who is not so much older came later


def ties_of(family: Family, today: date) -> Rows:
    """Rows of their own dice, so that the rest of the family stays as it is without them."""
    dice = dice_of(f"legami-{family.key}")
    parents, children = _in_role(family, "parent"), _in_role(family, "child")
    couple = [_tie(family, parents[0], parents[1], dice.choice(TOGETHER))] if len(parents) == 2 else []
    births = [
        _tie(family, one, child, "parent") for one in parents for child in children if _may_be(one, child)
    ]
    born = {child["birth"]: child for child in children if family.since <= child["birth"] <= today}
    judged = _judged(family, parents, children) if couple and dice.random() < JUDGED else []
    return {
        "kinship": [*couple, *births],
        "responsibilities": judged,
        "life_events": [
            {"household": family.key, "kind": "birth", "since": day, "person": child["key"]}
            for day, child in born.items()
        ],
    }


def _may_be(one: dict[str, Any], child: dict[str, Any]) -> bool:
    return age_on(one["birth"], child["birth"]) >= YOUNGEST


def _in_role(family: Family, role: str) -> list[dict[str, Any]]:
    of_role = {home["person"] for home in family.rows["homes"] if home["role"] == role}
    return [person for person in family.persons if person["key"] in of_role]


def _tie(family: Family, one: dict[str, Any], other: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"household": family.key, "one": one["key"], "other": other["key"], "kind": kind}


def _judged(family: Family, parents: list[dict[str, Any]], children: list[dict[str, Any]]) -> list[Row]:
    """Both parents decide; of school, one alone."""
    said = {"standing": "limited", "decisions": ["school"], "authority": "Tribunale ordinario di Milano"}
    return [
        {"household": family.key, "person": child["key"], "holder": parents[1]["key"],
         "since": max(family.since + timedelta(days=30), child["birth"]), **said}
        for child in children[:2] if _may_be(parents[1], child)
    ]  # fmt: skip
