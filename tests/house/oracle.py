"""Who should see what, worked out in plain Python from the recipe of a world.

Written from the words of law 3, not from the code: it reads dictionaries and imports nothing of policies, queries or
models. Each function of `RULES` answers the keys of the rows that one membership should find in one table.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

LEVELS = {"known": 1, "contact": 2, "record": 3}
TEAM_ROLES = {"coordinator", "social_worker", "educator", "psychologist"}
BLIND_ROLES = {"administrator", "participant"}
Row = dict[str, Any]


def in_force(row: Row, day: date) -> bool:
    """`until` is the first day without it."""
    return row["since"] <= day and (row.get("until") is None or day < row["until"])


class Eyes:
    """One membership of one world, and what it has a right to."""

    def __init__(self, world: dict[str, Any], membership: str) -> None:
        self.world, self.key, self.day = world, membership, world["today"]
        self.hat = next(hat for hat in world["memberships"] if hat["key"] == membership)
        self.at_work = in_force(self.hat, self.day)
        self.role = self.hat["role"] if self.at_work else ""
        self.household = {row["key"]: row for row in world.get("households", [])}
        self.working_in = self._working_in()
        self.teams = self.working_in | self._led() if self.role in TEAM_ROLES | {"organisation_lead"} else set()
        self.working_teams = self.working_in if self.role in TEAM_ROLES else set()

    def _working_in(self) -> set[str]:
        places = (place for place in self.world["team_memberships"] if place["membership"] == self.key)
        return {place["team"] for place in places if in_force(place, self.day)}

    def _led(self) -> set[str]:
        if self.role != "organisation_lead":
            return set()
        return {team["key"] for team in self.world["teams"] if team["organisation"] == self.hat["organisation"]}

    def granted(self, level: str) -> set[str]:
        """Households that a grant in force opens at this level or above."""
        if not self.role or self.role in BLIND_ROLES:
            return set()
        return {
            grant["household"]
            for grant in self.world.get("grants", [])
            if LEVELS[grant["level"]] >= LEVELS[level]
            and in_force(grant, self.day)
            and not grant.get("withdrawn")
            and self.is_grantee(grant)
        }

    def is_grantee(self, grant: Row) -> bool:
        return grant.get("to_team") in self.teams or grant.get("to_organisation") == self.hat["organisation"]

    def in_charge(self, household: str) -> bool:
        return self.household[household]["team"] in self.teams

    def opens(self, household: str | None, level: str) -> bool:
        """Law 3: the team in charge sees all of it; whom a grant opens it, as far as the level."""
        return household is not None and (self.in_charge(household) or household in self.granted(level))

    def opens_person(self, person: str, level: str) -> bool:
        """A person is seen through any home of theirs."""
        homes = (home for home in self.world.get("homes", []) if home["person"] == person and not home.get("voided"))
        return any(self.opens(home["household"], level) for home in homes)


def rows(eyes: Eyes, name: str) -> Iterable[Row]:
    return eyes.world.get(name, [])


def home_key(home: Row) -> UUID:
    return key_for("home", home["household"], home["person"], home.get("kind", "lives"), str(home["since"]))


def grant_key(grant: Row) -> UUID:
    to = (str(grant.get("to_team")), str(grant.get("to_organisation")))
    return key_for("grant", grant["household"], *to, grant["level"], str(grant["since"]))


def sees_grant(eyes: Eyes, grant: Row) -> bool:
    """The team in charge and record readers see every grant; a grantee at work sees what was opened to it."""
    to_us = eyes.at_work and eyes.is_grantee(grant)
    return to_us or eyes.opens(grant["household"], "record")


def event_key(event: Row) -> UUID:
    return key_for("event", event.get("household", ""), event["subject"][1], event["kind"], str(event["at"]))


def reading_key(reading: Row) -> UUID:
    return key_for("reading", reading["membership"], reading["page"], str(reading["at"]))


RULES: dict[str, Callable[[Eyes], set[UUID]]] = {
    "people.Household": lambda eyes: {
        key_for("household", row["key"]) for row in rows(eyes, "households") if eyes.opens(row["key"], "known")
    },
    "people.HouseholdMembership": lambda eyes: {
        home_key(row) for row in rows(eyes, "homes") if eyes.opens(row["household"], "contact")
    },
    "people.Person": lambda eyes: {
        key_for("person", row["key"]) for row in rows(eyes, "persons") if eyes.opens_person(row["key"], "contact")
    },
    "people.PersonName": lambda eyes: {
        key_for("name", row["key"]) for row in rows(eyes, "persons") if eyes.opens_person(row["key"], "contact")
    },
    "people.ContactPoint": lambda eyes: {
        key_for("phone", row["key"])
        for row in rows(eyes, "persons")
        if row.get("phone") and eyes.opens_person(row["key"], "contact")
    },
    "people.Identifier": lambda eyes: {
        key_for("identifier", row["key"])
        for row in rows(eyes, "persons")
        if row.get("codice_fiscale") and eyes.opens_person(row["key"], "record")
    },
    "people.HomeAddress": lambda eyes: {
        key_for("address", row["household"], str(row["since"]))
        for row in rows(eyes, "addresses")
        if eyes.opens(row["household"], "contact")
    },
    "people.ProtectedAddress": lambda eyes: {
        key_for("protected_address", row["household"])
        for row in rows(eyes, "protected_addresses")
        if eyes.household[row["household"]]["team"] in eyes.working_teams
    },
    "people.Aspect": lambda eyes: {
        key_for("aspect", row["household"], row["words"])
        for row in rows(eyes, "aspects")
        if eyes.opens(row["household"], "record")
    },
    "people.Grant": lambda eyes: {grant_key(row) for row in rows(eyes, "grants") if sees_grant(eyes, row)},
    "kernel.Event": lambda eyes: {
        event_key(row) for row in rows(eyes, "events") if eyes.opens(row.get("household"), "record")
    },
    "kernel.Reading": lambda eyes: {
        reading_key(row)
        for row in rows(eyes, "readings")
        if row["membership"] == eyes.key or eyes.opens(row.get("household"), "record")
    },
}
