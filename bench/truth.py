"""What every answer must hold, read by the keeper beside the pages and before they are asked."""

import random
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from bench.truth_way import Way, way_of
from tools.refusal import Refusal

HAT = (
    "SELECT m.id, c.name, teams_of(m.id), m.role FROM accounts_user u JOIN accounts_colleague c ON c.id = u.id"
    " JOIN organisations_membership m ON m.user_id = u.id"
    " WHERE u.email = %s"
)
FAMILIES = """
    SELECT h.id, h.name, c.id FROM people_household h JOIN cases_case c ON c.household_id = h.id
    WHERE h.team_id = ANY (%s) AND h.voided_at IS NULL ORDER BY h.sort_name, h.id
"""
# Who leads a team or meets families at the desk is told of analyses that last: the longest comes first.
DECIDES = {"coordinator", "social_worker"}
LONGEST = """
    SELECT h.name FROM cases_case c JOIN people_household h ON h.id = c.household_id
    WHERE c.team_id = ANY (%s) AND c.stage = 'preliminary_analysis' AND c.voided_at IS NULL AND c.responsible_id IS NOT NULL
    ORDER BY c.stage_since, c.id LIMIT 1
"""
NOTHING_WAITS = "Sei in pari"
WORDS = """
    SELECT h.name, array_agg(s.word) FROM people_searchword s JOIN people_household h ON h.id = s.household_id
    WHERE s.team_id = ANY (%s) GROUP BY h.id
"""
SURNAMES = """
    SELECT n.family FROM people_householdmembership m JOIN people_personname n ON n.person_id = m.person_id
    WHERE m.team_id = ANY (%s) GROUP BY 1 ORDER BY count(DISTINCT m.household_id) DESC, 1 LIMIT 60
"""
SERVICES = "SELECT name, search_words FROM directory_service WHERE status = 'active' ORDER BY name, id"
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A household and its case."""

    household_id: UUID
    name: str
    case_id: UUID


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person can see: families as the list orders them, common surnames and in which families they meet.

    waiting: one of these must stand on Oggi.
    """

    membership_id: UUID
    name: str
    role: str
    teams: list[UUID]
    families: list[Family]
    waiting: Names
    surnames: dict[str, Names]

    @property
    def team_id(self) -> UUID:
        """The first of their teams."""
        return self.teams[0]

    def shuffled(self, seed: str) -> list[Family]:
        """In the same chance order at every run."""
        order = list(self.families)
        random.Random(seed).shuffle(order)
        return order


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that answers are compared with, for one person."""

    sight: Sight
    services: dict[str, Names]
    way: Way


def truth_of(keeper: psycopg.Connection, email: str) -> Truth:
    """For the person with this address."""
    sight = sight_of(keeper, email)
    way = way_of(keeper, sight.membership_id, sight.role, sight.teams)
    return Truth(sight, service_words(keeper), way)


def sight_of(keeper: psycopg.Connection, email: str) -> Sight:
    """What somebody can see. Raises Refusal where the account is not there."""
    hat = keeper.execute(HAT, [email]).fetchone()
    if hat is None:
        raise Refusal(f"{email} non c'è: il database della misura va rifatto (--fresh).")
    membership_id, name, teams, role = hat
    families = [Family(*row) for row in keeper.execute(FAMILIES, [teams]).fetchall()]
    words = keeper.execute(WORDS, [teams]).fetchall()
    surnames = [surname for (surname,) in keeper.execute(SURNAMES, [teams]).fetchall()]
    met = {surname: names for surname in surnames if (names := households_with(surname, words))}
    longest = keeper.execute(LONGEST, [teams]).fetchone() if role in DECIDES else None
    waiting = longest or (NOTHING_WAITS, *(family.name for family in families))
    return Sight(membership_id, name, role, teams, families, waiting, met)


def households_with(surname: str, words: list[Any]) -> Names:
    """Households in which a word begins like this surname; none for surnames of two words or with an apostrophe."""
    sought = surname.lower()
    if not sought.isalpha() or not sought.isascii():
        return ()
    return tuple({name for name, said in words if any(word.startswith(sought) for word in said)})


def service_words(keeper: psycopg.Connection) -> dict[str, Names]:
    """Long words that meet in the names of services, and the services that are found by them."""
    services = [(name, words.split()) for name, words in keeper.execute(SERVICES).fetchall()]
    parts = (
        {part.lower() for part in name.split() if len(part) > 5 and part.isalpha()} for name, _ in services
    )
    common = Counter(word for said in parts for word in said if word.isascii()).most_common(40)
    return {
        word: tuple({name for name, words in services if any(one.startswith(word) for one in words)})
        for word, _ in common
    }
