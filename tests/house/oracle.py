"""Who should see what, worked out in plain Python from the recipe of a world.

Written from the words of law 3 and of the issue, not from the code: it reads dictionaries and imports nothing of
policies, queries or models. Each function of `RULES` answers the keys of the rows that one membership should find in
one table. Where the words left room, the choice is said beside the rule.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for
from tests.house import (
    oracle_around,
    oracle_assessments,
    oracle_cases,
    oracle_diary,
    oracle_plans,
    oracle_school,
)

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
        self.teams = (
            self.working_in | self._led() if self.role in TEAM_ROLES | {"organisation_lead"} else set()
        )
        self.working_teams = self.working_in if self.role in TEAM_ROLES else set()

    def _working_in(self) -> set[str]:
        places = (place for place in self.world["team_memberships"] if place["membership"] == self.key)
        return {place["team"] for place in places if in_force(place, self.day)}

    def _led(self) -> set[str]:
        if self.role != "organisation_lead":
            return set()
        return {
            team["key"] for team in self.world["teams"] if team["organisation"] == self.hat["organisation"]
        }

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

    def opens_person(self, person: str, level: str, *, even_moved: bool = False) -> bool:
        """A person is seen through any home where they live, but not through a mistake while there is anything else.

        The team of a home they have left, or where they are only on paper, goes on seeing them while no other team has
        them in a home. Once one has, what is theirs is no longer its business: only who they were (`even_moved`) stays,
        and not even that where the new home is protected. Whom a grant opened the home they left sees them no more.
        """
        everywhere = [home for home in self.world.get("homes", []) if home["person"] == person]
        homes = [home for home in everywhere if not home.get("voided")]
        if not homes:
            # Law 8: a mistake stays readable to those who could; nobody vanishes because they were all a mistake of ours.
            return bool(everywhere) and all(self.in_charge(home["household"]) for home in everywhere)
        there = [
            home["household"]
            for home in homes
            if home.get("kind", "lives") == "lives"
            and (home.get("until") is None or self.day < home["until"])
        ]
        if any(self.opens(household, level) for household in there):
            return True
        if not any(self.in_charge(home["household"]) for home in homes):
            return False
        others = [household for household in there if not self.in_charge(household)]
        hidden = any(self.household[household].get("protected") for household in others)
        return not hidden if even_moved else not others

    def sent(self, signal: Row) -> bool:
        """Who signs in reads what they signalled themselves, under the hat they wore."""
        return self.at_work and signal.get("sender", {}).get("membership") == self.key


def rows(eyes: Eyes, name: str) -> Iterable[Row]:
    return eyes.world.get(name, [])


def home_key(home: Row) -> UUID:
    return key_for("home", home["household"], home["person"], home.get("kind", "lives"), str(home["since"]))


def grant_key(grant: Row) -> UUID:
    to = (str(grant.get("to_team")), str(grant.get("to_organisation")))
    return key_for("grant", grant["household"], *to, grant["level"], str(grant["since"]))


def responsibility_key(row: Row) -> UUID:
    who = row.get("holder") or row["holder_words"]
    return key_for("responsibility", row["household"], row["person"], who, str(row["since"]))


def language_key(row: Row) -> UUID:
    what = (row["household"], row.get("person", ""), row["use"], row["code"], str(row.get("since", "")))
    return key_for("language", *what)


def kinship_key(tie: Row) -> UUID:
    return key_for("kinship", tie["household"], tie["one"], tie["other"], tie["kind"])


def bond_key(bond: Row) -> UUID:
    return key_for("bond", bond["household"], bond["to"])


def sees_grant(eyes: Eyes, grant: Row) -> bool:
    """The team in charge and record readers see every grant; a grantee at work sees what was opened to it.

    Who sees no family does not see that one was opened either: the row names it, and says why.
    """
    to_us = eyes.at_work and eyes.role not in BLIND_ROLES and eyes.is_grantee(grant)
    return to_us or eyes.opens(grant["household"], "record")


def event_key(event: Row) -> UUID:
    return key_for("event", event.get("household", ""), event["subject"][1], event["kind"], str(event["at"]))


def reading_key(reading: Row) -> UUID:
    return key_for(
        "reading", reading["membership"], reading["page"], reading.get("household", ""), str(reading["at"])
    )


def names_of(person: Row) -> Iterable[UUID]:
    """The legal name has a short key; further ones are told apart by what they say."""
    if person["given"] or person["family"]:
        yield key_for("name", person["key"])
    for name in person.get("names", []):
        what = (
            ()
            if name["kind"] == "legal" and "since" not in name
            else (name["kind"], name["given"], name["family"])
        )
        yield key_for("name", person["key"], *what)


def identifiers_of(person: Row) -> Iterable[UUID]:
    if person.get("codice_fiscale"):
        yield key_for("identifier", person["key"])
    for code in person.get("identifiers", []):
        what = (
            () if code["kind"] == "codice_fiscale" and "since" not in code else (code["kind"], code["value"])
        )
        yield key_for("identifier", person["key"], *what)


def contact_points_of(person: Row) -> Iterable[UUID]:
    values = [person["phone"]] if person.get("phone") else []
    return (
        key_for("contact_point", person["key"], value)
        for value in (*values, *(each["value"] for each in person.get("contacts", [])))
    )


def of_persons(
    eyes: Eyes, level: str, keys: Callable[[Row], Iterable[UUID]], *, even_moved: bool = False
) -> set[UUID]:
    """Rows of persons whom this membership opens at a level."""
    seen = (
        row for row in rows(eyes, "persons") if eyes.opens_person(row["key"], level, even_moved=even_moved)
    )
    return {key for row in seen for key in keys(row)}


def sees_place(eyes: Eyes, household: str, level: str) -> bool:
    """Where somebody lived who must not be found now: only for who works with them."""
    row = eyes.household[household]
    return eyes.opens(household, level) and (not row.get("protected") or row["team"] in eyes.working_teams)


def of_households(eyes: Eyes, name: str, level: str, key: Callable[[Row], UUID]) -> set[UUID]:
    """Rows of households that this membership opens at a level."""
    return {key(row) for row in rows(eyes, name) if eyes.opens(row["household"], level)}


def at_the_desk(eyes: Eyes, row: Row) -> bool:
    """A desk's people see what is said there, and so does the lead of the body whose desk it is."""
    return row["desk"] in eyes.teams


def follows(eyes: Eyes, signal: Row) -> bool:
    """Who decides about a signal, and who may read the record of the family it turned out to be about.

    Law 3 knows levels and not roles: where a team has opened its record to a partner, the signals belong to it. Without
    that a partner reads only what it has signalled itself.
    """
    return at_the_desk(eyes, signal) or eyes.opens(signal.get("household"), "record")


def sees_sender(eyes: Eyes, signal: Row) -> bool:
    """Only who works at the desk: not the lead, not the team that takes the family in charge."""
    return signal["desk"] in eyes.working_teams or eyes.sent(signal)


def sees_contact(eyes: Eyes, contact: Row) -> bool:
    """The desk's people; whoever may read the record of the family it turned out to be."""
    return at_the_desk(eyes, contact) or eyes.opens(contact.get("household"), "record")


def of_signals(eyes: Eyes, may: Callable[[Eyes, Row], bool], part: str, kind: str) -> set[UUID]:
    """Keys of the steps or words of the signals that this membership may read so far."""
    return {
        key_for(kind, signal["key"], row["key"])
        for signal in rows(eyes, "signals")
        if may(eyes, signal)
        for row in signal.get(part, [])
    }


def sees_pass(eyes: Eyes, signal: Row, each: Row) -> bool:
    """A desk remembers where it has sent a signal, without a word of it; who follows the signal reads where it came from."""
    return each["from"] in eyes.teams or follows(eyes, signal)


def worker_key(worker: Row) -> UUID:
    return key_for("case_worker", worker["case"], worker["membership"], str(worker["since"]))


def case_step_key(step: Row) -> UUID:
    return key_for("case_step", step["case"], step["verb"], str(step["day"]))


def family_document_key(row: Row) -> UUID:
    return key_for("family_document", row["household"], row["title"])


RULES: dict[str, Callable[[Eyes], set[UUID]]] = {
    "people.Household": lambda eyes: {
        key_for("household", row["key"])
        for row in rows(eyes, "households")
        if eyes.opens(row["key"], "known")
    },
    "people.HouseholdMembership": lambda eyes: of_households(eyes, "homes", "contact", home_key),
    "people.Person": lambda eyes: of_persons(
        eyes, "contact", lambda row: [key_for("person", row["key"])], even_moved=True
    ),
    "people.PersonName": lambda eyes: of_persons(eyes, "contact", names_of, even_moved=True),
    "people.ContactPoint": lambda eyes: of_persons(eyes, "contact", contact_points_of),
    "people.Identifier": lambda eyes: of_persons(eyes, "record", identifiers_of),
    "people.HomeAddress": lambda eyes: {
        key_for("address", row["household"], str(row["since"]))
        for row in rows(eyes, "addresses")
        if sees_place(eyes, row["household"], "contact")
    },
    "people.ProtectedAddress": lambda eyes: {
        key_for("protected_address", row["household"])
        for row in rows(eyes, "protected_addresses")
        if eyes.household[row["household"]]["team"] in eyes.working_teams
    },
    "people.Aspect": lambda eyes: of_households(
        eyes, "aspects", "record", lambda row: key_for("aspect", row["household"], row["words"])
    ),
    "people.Kinship": lambda eyes: of_households(eyes, "kinship", "record", kinship_key),
    "people.Bond": lambda eyes: of_households(eyes, "bonds", "record", bond_key),
    "people.Isee": lambda eyes: of_households(
        eyes, "isee", "record", lambda row: key_for("isee", row["household"], str(row["since"]))
    ),
    "people.Language": lambda eyes: of_households(eyes, "languages", "contact", language_key),
    "people.FamilyDocument": lambda eyes: of_households(eyes, "documents", "record", family_document_key),
    # Whoever reads the row of a paper opens its file, and nobody else: whoever has put it there no longer, if the family has left.
    # So with a signature and with a child's drawing: the file is for whom its row is for.
    "documents.Document": lambda eyes: (
        of_households(
            eyes, "documents", "record", lambda row: key_for("document", row["household"], row["title"])
        )
        | oracle_plans.signatures(eyes)
        | oracle_assessments.files_of_drawings(eyes)
    ),
    "people.Responsibility": lambda eyes: of_households(
        eyes, "responsibilities", "record", responsibility_key
    ),
    "people.LifeEvent": lambda eyes: of_households(
        eyes,
        "life_events",
        "record",
        lambda row: key_for("life_event", row["household"], row["kind"], str(row["since"])),
    ),
    "people.Grant": lambda eyes: {grant_key(row) for row in rows(eyes, "grants") if sees_grant(eyes, row)},
    "access.Signal": lambda eyes: {
        key_for("signal", row["key"]) for row in rows(eyes, "signals") if follows(eyes, row) or eyes.sent(row)
    },
    "access.SignalSender": lambda eyes: {
        key_for("sender", row["key"]) for row in rows(eyes, "signals") if sees_sender(eyes, row)
    },
    # What the desk decides is not told to who signalled: to them only «received» and «read», and words.
    "access.Triage": lambda eyes: {
        key_for("signal", row["key"]) for row in rows(eyes, "signals") if follows(eyes, row)
    },
    "access.SignalStep": lambda eyes: of_signals(eyes, follows, "steps", "signal_step"),
    "access.SignalPass": lambda eyes: {
        key_for("signal_pass", row["key"], each["from"])
        for row in rows(eyes, "signals")
        for each in row.get("passes", [])
        if sees_pass(eyes, row, each)
    },
    "access.SignalWord": lambda eyes: of_signals(
        eyes, lambda e, s: follows(e, s) or e.sent(s), "words", "signal_word"
    ),
    "access.Contact": lambda eyes: {
        key_for("contact", row["key"]) for row in rows(eyes, "contacts") if sees_contact(eyes, row)
    },
    "cases.Case": lambda eyes: of_households(
        eyes, "cases", "record", lambda row: key_for("case", row["key"])
    ),
    "cases.CaseWorker": lambda eyes: of_households(eyes, "case_workers", "record", worker_key),
    "cases.CaseStep": lambda eyes: of_households(eyes, "case_steps", "record", case_step_key),
    "kernel.Event": lambda eyes: {
        event_key(row) for row in rows(eyes, "events") if eyes.opens(row.get("household"), "record")
    },
    "kernel.Reading": lambda eyes: {
        reading_key(row)
        for row in rows(eyes, "readings")
        if row["membership"] == eyes.key or eyes.opens(row.get("household"), "record")
    },
}

from tests.house import oracle_referrals  # noqa: E402  # it speaks with the words above

RULES.update(oracle_assessments.RULES)
RULES.update(oracle_plans.RULES)
RULES.update(oracle_school.RULES)
_OF_ASSESSMENTS = RULES["instruments.Response"]
# A response is of a voice or a sheet of an assessment, or of a teacher's sheet.
RULES["instruments.Response"] = lambda eyes: _OF_ASSESSMENTS(eyes) | oracle_school.answers(eyes)
RULES.update(oracle_diary.RULES)
RULES.update(oracle_cases.RULES)
RULES.update(oracle_referrals.RULES)
RULES.update(oracle_around.RULES)
