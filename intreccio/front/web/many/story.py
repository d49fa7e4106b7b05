"""What happened with an invented family: each act behind its rows, small edits besides, who looked, who else may."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import TEAMS_OF_COORDINATOR, hat_of, key_of, partner_of, receivers
from intreccio.front.web.many.ways import Rows
from intreccio.front.web.stories import assessed, planned_acts, referred
from intreccio.front.web.stories.family_acts import STEPS
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.rules.ages import band_of

ACTS = 30
WORKING_DAY = 8 * 60  # minutes
LOOKS = 3
APART = timedelta(minutes=3)
# What is written again and again, and which fields change.
EDITS = (
    ("household.edited", "people.household", ("name",)),
    ("person.edited", "people.person", ("birth_date",)),
    ("household.edited", "people.household", ("municipality_code",)),
    ("person.edited", "people.person", ("citizenships",)),
)


def codes_of(family: Family, today: date) -> dict[str, Any]:
    """Municipality, team, age bands, needs: as the people area records them."""
    return {
        "municipality": family.municipality,
        "team": str(key_for("team", key_of(family.team))),
        "ages": sorted(band_of(person["birth"], today) for person in family.persons),
        "needs": [family.need],
    }


def events_of(
    family: Family, rows: Rows, services: list[Row], today: date, *, acts: int = ACTS
) -> Iterator[Row]:
    """What the rows imply, each act on its day; then edits, until there are so many, from the first day to yesterday."""
    codes, seen, count = codes_of(family, today), dict[date, int](), 0
    for act in _acts(family, rows, services):
        if isinstance(act["at"], date) and not isinstance(act["at"], datetime):
            seen[act["at"]] = place = seen.get(act["at"], -1) + 1
            act["at"] = datetime.combine(act["at"], time(10, 0, 30), UTC) + place * APART
        if act.get("household"):
            count += 1
            act["codes"] = {**codes, **act["codes"]} if act.get("codes") else codes
        yield act
    span, begin = max((today - family.since).days - 2, 1), datetime.combine(family.since, time(8), UTC)
    for place in range(acts - count):
        at = begin + timedelta(days=place * span // acts, minutes=place * 11 % WORKING_DAY)
        yield _edit(family, place, at, codes)


def _edit(family: Family, place: int, at: datetime, codes: Row) -> Row:
    kind, subject, fields = EDITS[place % len(EDITS)]
    person = family.persons[place % len(family.persons)]["key"]
    return {
        "kind": kind,
        "subject": (subject, person if subject == "people.person" else family.key),
        "household": family.key,
        "at": at,
        "membership": hat_of(family.team, "social_worker" if place % 3 else "educator"),
        "fields": list(fields),
        "codes": codes,
    }


def _acts(family: Family, rows: Rows, services: list[Row]) -> Iterator[dict[str, Any]]:
    by = hat_of(family.team, "social_worker")
    about = {"household": family.key, "membership": by, "at": family.since}
    yield {**about, "kind": "household.created", "subject": ("people.household", family.key)}
    for home in family.rows["homes"]:
        yield {
            **about,
            "kind": "person.added",
            "subject": ("people.person", home["person"]),
            "codes": {"role": home["role"]},
        }
    yield from _steps(family, rows)
    yield from _ended(family, rows)
    for chapter in (assessed, planned_acts):
        for act in chapter.acts_of(rows):
            yield dict(act)
    if rows.get("referrals"):
        for act in referred.acts_of({**rows, "services": services, "memberships": _hats(family, by)}):
            yield dict(act)


def _hats(family: Family, by: str) -> list[Row]:
    return [{"key": by, "organisation": receivers(family.team)[0]["organisation"]}]


def _steps(family: Family, rows: Rows) -> Iterator[dict[str, Any]]:
    (case,) = rows["cases"]
    said: dict[str, dict[str, Any]] = {
        "open_case": {"asked": list(case["needs"]), "asked_on": str(case["asked"])},
        "take_charge": {
            "by_team": str(key_for("team", key_of(family.team))),
            "responsible": str(key_for("membership", hat_of(family.team, "social_worker"))),
            "opened_on": str(case["opened"]),
            "asked_on": str(case["asked"]),
        },
        "close_case": {"opened_on": str(case["opened"]), "in_charge_since": str(case["in_charge"])},
    }
    for step in rows["case_steps"]:
        yield {
            "kind": "case.preliminary_ended" if step["verb"] == "end_preliminary" else STEPS[step["verb"]],
            "subject": ("cases.case", case["key"]),
            "household": family.key,
            "membership": step["by"],
            "at": step["day"],
            "codes": {"motive": step["motive"], **said.get(step["verb"], {})},
        }


def _ended(family: Family, rows: Rows) -> Iterator[dict[str, Any]]:
    """What follows a closing: who worked with the family goes home, and later it is heard again."""
    for worker in rows["case_workers"]:
        if worker["until"]:
            key = ("case_worker", worker["case"], worker["membership"], str(worker["since"]))
            codes = {"who": str(key_for("membership", worker["membership"])), "reason": worker["end_reason"]}
            yield _of(family, "case.worker_ended", "cases.caseworker", key, worker["until"], codes)
    for row in rows["case_follow_ups"]:
        if row["done"]:
            key = ("case_follow_up", row["case"], str(row["months"]), str(row["due"]))
            codes = {"months": row["months"], "outcome": row["outcome"]}
            yield _of(family, "case.follow_up_recorded", "cases.casefollowup", key, row["done"], codes)


def _of(
    family: Family, kind: str, table: str, key: tuple[str, ...], at: date, codes: dict[str, Any]
) -> dict[str, Any]:
    return {
        "kind": kind,
        "subject": (table, "/".join(key)),
        "key": key,
        "household": family.key,
        "membership": hat_of(family.team, "social_worker"),
        "at": at,
        "codes": codes,
    }


def readings_of(dice: random.Random, family: Family, rows: Rows, today: date) -> Iterator[Row]:
    """Openings of the family's page in the last weeks; and of what was asked for it, by whoever was to answer."""
    for place in range(LOOKS):
        yield {
            "page": "household_page",
            "household": family.key,
            "at": datetime.combine(
                today - timedelta(days=1 + place * 9), time(dice.randint(7, 15), place), UTC
            ),
            "membership": hat_of(family.team, dice.choice(("educator", "social_worker"))),
        }
    for row in rows.get("referrals", []):
        for step in row["steps"]:
            if step["verb"] == "see_referral":
                shown = [("referral", row["key"])]
                yield {
                    "page": "referral_page",
                    "at": step["at"],
                    "membership": step["by"],
                    "shown": shown,
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
