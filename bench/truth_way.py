"""What answers about plans, requests and the observatory must hold, read by the keeper from the families' own rows."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg

PLANS = """
    SELECT p.id, g.title FROM plans_plan p
    JOIN LATERAL (SELECT title FROM plans_goal WHERE plan_id = p.id AND voided_at IS NULL ORDER BY "order", id LIMIT 1) g ON true
    WHERE p.team_id = ANY (%s) AND p.state = 'in_force' AND p.voided_at IS NULL ORDER BY p.id
"""
LARGE = """
    SELECT h.id, h.name, p.id, g.title FROM people_household h
    JOIN plans_plan p ON p.household_id = h.id AND p.state = 'in_force' AND p.voided_at IS NULL
    JOIN LATERAL (SELECT title FROM plans_goal WHERE plan_id = p.id AND voided_at IS NULL ORDER BY "order", id LIMIT 1) g ON true
    WHERE h.team_id = ANY (%s)
    ORDER BY (SELECT count(*) FROM people_householdmembership m WHERE m.household_id = h.id) DESC, h.id LIMIT 1
"""
RECEIVED = """
    SELECT r.answer_by || '_' || r.id, r.code FROM referrals_referral r JOIN organisations_membership m ON m.organisation_id = r.receiver_id
    WHERE m.id = %s AND m.role IN ('partner', 'coordinator') AND r.state IN ('asked', 'seen') ORDER BY r.answer_by, r.id
"""
# Who says yes is a parent of theirs, of those whom no judge has limited where there is one.
ASKABLE = """
    SELECT c.household_id, m.person_id, adult.person_id FROM cases_case c
    JOIN people_householdmembership m ON m.household_id = c.household_id AND m.kind = 'lives' AND m.voided_at IS NULL
    JOIN LATERAL (SELECT person_id FROM people_householdmembership a WHERE household_id = c.household_id AND role = 'parent'
      ORDER BY EXISTS (SELECT FROM people_kinship k WHERE k.one_id = a.person_id AND k.other_id = m.person_id AND k.kind = 'parent') DESC,
        EXISTS (SELECT FROM people_responsibility r WHERE r.holder_id = a.person_id AND r.person_id = m.person_id), id
      LIMIT 1) adult ON true
    WHERE c.team_id = ANY (%s) AND c.in_charge_since IS NOT NULL AND c.ended_on IS NULL ORDER BY m.id
"""
# Of bodies where somebody answers who does nothing else here: a school, a consultorio.
OFFERS = """
    SELECT s.id, s.need_codes[1] FROM directory_service s WHERE s.status = 'active' AND s.need_codes <> '{}' AND EXISTS (
      SELECT FROM organisations_membership m WHERE m.organisation_id = s.organisation_id AND m.role = 'partner' AND m.until IS NULL)
    ORDER BY s.id LIMIT 40
"""
# Not from the facts that the page counts: from the steps of the cases. A week belongs to the quarter of its Monday.
TAKEN = """
    SELECT date_trunc('quarter', date_trunc('week', s.day))::date, t.organisation_id = m.organisation_id, count(*)
    FROM cases_casestep s JOIN organisations_team t ON t.id = s.team_id CROSS JOIN organisations_membership m
    WHERE s.verb = 'take_charge' AND m.id = %s GROUP BY 1, 2 ORDER BY 1, 2
"""
DIARY = """
    SELECT n.case_id, (SELECT text FROM diary_visitnote l WHERE l.case_id = n.case_id AND l.audience = 'record'
        AND l.voided_at IS NULL AND l.corrects_id IS NULL ORDER BY l.day DESC, l.written_at DESC, l.id DESC LIMIT 1)
    FROM diary_visitnote n WHERE n.team_id = ANY (%s) GROUP BY n.case_id ORDER BY count(*) DESC, n.case_id LIMIT 1
"""
# Weeks of a team that hold something with a day, and the family of one of those: from the families' own rows.
WEEKS = """
    SELECT DISTINCT ON (e.team_id, date_trunc('week', e.day)) e.team_id, e.day, h.name FROM (
      SELECT household_id, team_id, day FROM cases_conference
        WHERE voided_at IS NULL AND kind IN ('team', 'uvm', 'network') AND held_on IS NOT NULL
      UNION ALL SELECT household_id, team_id, day FROM diary_supportmeeting WHERE state IN ('planned', 'held')
      UNION ALL SELECT household_id, team_id, review_on FROM cases_case WHERE ended_on IS NULL AND voided_at IS NULL) e
    JOIN people_household h ON h.id = e.household_id
    WHERE e.team_id = ANY (%(teams)s) AND e.day BETWEEN %(today)s - 60 AND %(today)s + 60
    ORDER BY e.team_id, date_trunc('week', e.day), h.id LIMIT 400
"""
FEW = 5
NOT_SAID = "per ora non si può dire"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in force, and the first of its goals."""

    id: UUID
    goal: str


@dataclass(frozen=True, slots=True)
class Received:
    """A request that waits for an answer, and where the list goes on after it."""

    key: str
    code: str


@dataclass(frozen=True, slots=True)
class Askable:
    """Somebody for whom a service can be asked, and who says yes for the family."""

    household_id: UUID
    person_id: UUID
    adult_id: UUID


@dataclass(frozen=True, slots=True)
class Offer:
    """A service that answers here, and a need it answers to."""

    service_id: UUID
    need: str


@dataclass(frozen=True, slots=True)
class Week:
    """A day of a week in which a team has something, and a family that must be in it."""

    team_id: UUID
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Large:
    """The largest family in sight, and its plan in force."""

    household_id: UUID
    name: str
    plan_id: UUID
    goal: str


@dataclass(frozen=True, slots=True)
class Diary:
    """The longest diary in sight, and the words of its last note."""

    case_id: UUID
    last: str


@dataclass(frozen=True, slots=True)
class Way:
    """What one person can see of plans and requests; `taken`: how many families the observatory says were taken in charge."""

    plans: Sequence[Plan]
    received: Sequence[Received]
    askable: Sequence[Askable]
    offers: Sequence[Offer]
    taken: str
    large: Large | None = None
    diary: Diary | None = None
    weeks: Sequence[Week] = ()


def way_of(keeper: psycopg.Connection, membership_id: UUID, role: str, teams: list[UUID]) -> Way:
    """For the person with this hat."""
    askable = [Askable(*row) for row in keeper.execute(ASKABLE, [teams]).fetchall()]
    random.Random("ask").shuffle(askable)
    return Way(
        [Plan(*row) for row in keeper.execute(PLANS, [teams]).fetchall()],
        [Received(*row) for row in keeper.execute(RECEIVED, [membership_id]).fetchall()],
        askable,
        [Offer(*row) for row in keeper.execute(OFFERS).fetchall()],
        taken_words(
            keeper.execute(TAKEN, [membership_id]).fetchall(),
            date.today(),
            leads=role == "organisation_lead",
        ),
        large_of(keeper, teams),
        diary_of(keeper, teams),
        [Week(*row) for row in keeper.execute(WEEKS, {"teams": teams, "today": date.today()}).fetchall()],
    )


def diary_of(keeper: psycopg.Connection, teams: list[UUID]) -> Diary | None:
    """None where nobody in sight has a note."""
    row = keeper.execute(DIARY, [teams]).fetchone()
    return Diary(*row) if row else None


def large_of(keeper: psycopg.Connection, teams: list[UUID]) -> Large | None:
    """None where nobody in sight has a plan in force."""
    row = keeper.execute(LARGE, [teams]).fetchone()
    return Large(*row) if row else None


def taken_words(counted: Sequence[tuple[date, bool, int]], today: date, *, leads: bool) -> str:
    """The number of the newest year as far as its quarters are over; a last one that holds fewer than five is waited for.

    Who leads a body knows its own families: then those of the others must be five.
    """
    by_quarter: dict[date, list[int]] = {}
    for quarter, mine, n in counted:
        told = by_quarter.setdefault(quarter, [0, 0])
        told[0] += n
        told[1] += 0 if mine and leads else n
    whole = waiting = held = 0
    for quarter in quarters_over(today):
        n, guarded = by_quarter.get(quarter, [0, 0])
        waiting, held = waiting + n, held + guarded
        if held >= FEW:
            whole, waiting, held = whole + waiting, 0, 0
    return f"{whole:,}".replace(",", ".") if whole else NOT_SAID


def quarters_over(today: date) -> list[date]:
    """First days of the quarters of the newest year of which every week is over."""
    monday = today - timedelta(days=today.weekday())
    years: Any = [[date(year, month, 1) for month in (1, 4, 7, 10)] for year in (today.year, today.year - 1)]
    ends = {
        first: date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
        for year in years
        for first in year
    }
    over = [[first for first in year if ends[first] <= monday] for year in years]
    return next(year for year in over if year)
