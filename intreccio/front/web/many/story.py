"""What happened with an invented family: thirty acts on its timeline, who looked, who else may."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import TEAMS_OF_COORDINATOR, hat_of, key_of, partner_of
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.rules.ages import band_of

ACTS = 30
LOOKS = 3
DECIDED = {"in_charge": "case.taken_charge", "not_taken": "case.preliminary_ended"}
# What is written again and again, and which fields change.
EDITS = (
    ("household.edited", "people.household", ("languages",)),
    ("person.edited", "people.person", ("birth_date",)),
    ("household.edited", "people.household", ("municipality_code",)),
    ("person.edited", "people.person", ("citizenship",)),
)


def events_of(family: Family, case: Row, today: date) -> Iterator[Row]:
    """Thirty acts, from the day the family was written to yesterday."""
    acts = list(_acts(family, case))
    span = max((today - family.since).days - 2, 1)
    codes = _codes(family, today)
    begin = datetime.combine(family.since, time(8), UTC)
    for place, (kind, subject, fields, own) in enumerate(acts):
        yield {
            "kind": kind,
            "subject": subject,
            "household": family.key,
            "at": begin + timedelta(days=place * span // ACTS, minutes=place * 11),
            "membership": hat_of(family.team, "social_worker" if place % 3 else "educator"),
            "fields": list(fields),
            "codes": {**codes, **own} if own else codes,
        }


def _codes(family: Family, today: date) -> dict[str, Any]:
    """Municipality, team, age bands, needs: as the people area records them."""
    return {
        "municipality": family.municipality,
        "team": str(key_for("team", key_of(family.team))),
        "ages": sorted(band_of(person["birth"], today) for person in family.persons),
        "needs": [family.need],
    }


def _acts(
    family: Family, case: Row
) -> Iterator[tuple[str, tuple[str, str], tuple[str, ...], dict[str, Any]]]:
    household, of_case = ("people.household", family.key), ("cases.case", case["key"])
    yield "household.created", household, (), {}
    for person in family.persons:
        yield "person.added", ("people.person", person["key"]), (), {"role": "child"}
    yield "case.opened", of_case, (), {"motive": case["motive"], "asked": [family.need]}
    done = len(family.persons) + 2
    if case["stage"] in DECIDED:
        yield DECIDED[case["stage"]], of_case, ("stage",), {"motive": "agreed"}
        done += 1
    for place in range(ACTS - done):
        kind, subject, fields = EDITS[place % len(EDITS)]
        whose = (
            family.persons[place % len(family.persons)]["key"] if subject == "people.person" else family.key
        )
        yield kind, (subject, whose), fields, {}


def readings_of(dice: random.Random, family: Family, today: date) -> Iterator[Row]:
    """Openings of the family's page in the last weeks."""
    for place in range(LOOKS):
        yield {
            "page": "household_page",
            "household": family.key,
            "at": datetime.combine(
                today - timedelta(days=1 + place * 9), time(dice.randint(7, 15), place), UTC
            ),
            "membership": hat_of(family.team, dice.choice(("educator", "social_worker"))),
        }


def grants_of(dice: random.Random, family: Family) -> Iterator[Row]:
    """Three families in ten are open to somebody else: the next team, a school, a consultorio."""
    if dice.random() >= 0.3:
        return
    yield {
        "household": family.key,
        **_grantee(dice, family.team),
        "level": dice.choice(("known", "contact", "record")),
        "since": family.since + timedelta(days=20),
        "purpose": "collaboration",
        "reason": "lavora con la famiglia",
        "by": hat_of(family.team, "social_worker"),
    }


def _grantee(dice: random.Random, team: int) -> Row:
    """The first team of the same coordinator, which is surely there by now; or a partner."""
    first = team - team % TEAMS_OF_COORDINATOR
    if team != first and dice.random() < 0.4:
        return {"to_team": key_of(dice.randrange(first, team))}
    return {"to_organisation": partner_of(team, dice.choice(("scuola", "consultorio")))}
