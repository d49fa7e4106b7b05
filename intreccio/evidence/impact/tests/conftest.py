"""What the tests of this area ask for: facts in any number, and numbers that are not kept from another test."""

import random
from datetime import date, timedelta

import pytest

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.queries import board, counts, words
from intreccio.evidence.impact.rules.periods import periods
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House

TOWNS = ("015189", "015159", "015173", "015125", "015116", "015024")
BODIES = tuple(key_for("organisation", key) for key in ("telaio", "comune_opera", "girasole"))
HELPED, REASONS = (
    ("yes", "yes", "yes", "partly", "no"),
    ("no_room", "no_room", "too_far", "not_eligible", "other"),
)
SCALES = {
    "economic": "Soldi, lavoro e casa",
    "social": "Chi c'è intorno",
    "educational": "Crescere e imparare",
}


@pytest.fixture(autouse=True)
def counted_anew(monkeypatch):
    monkeypatch.setattr(counts, "_year", counts._year.__wrapped__)
    monkeypatch.setattr(board, "_board", board._board.__wrapped__)
    monkeypatch.setattr(words, "scales", lambda: SCALES)


@pytest.fixture
def year(today):
    """The newest year of which numbers are told."""
    return periods(today)[0]


@pytest.fixture
def still_year(today):
    """A year so far back that the district has no fact of it."""
    return next(each for each in periods(today) if each.year == today.year - 2)


@pytest.fixture
def write(db):
    """`write([Fact(…)])`: as any actor may."""

    def written(facts):
        with acting(House("jobs")):
            Fact.objects.bulk_create(facts, batch_size=2000)

    return written


@pytest.fixture
def many(write, year):
    """`many(50)`: so many facts of each kind and month, spread over places, bodies and needs; the same every time."""

    def made(each, bodies=BODIES):
        months = [month for quarter in year.quarters for month in quarter.months]
        write(facts_of_months(months, each, bodies))

    return made


def monday_in(month: date, place: int) -> date:
    """One of the first four Mondays of a month."""
    first = month + timedelta(days=-month.weekday() % 7)
    return first + timedelta(weeks=place % 4)


def facts_of_months(months, each, bodies=BODIES, seed=1):
    dice = random.Random(seed)
    needs = [code for code in words.lines()]
    for number, month in enumerate(months):
        for place in range(each):
            base = {
                "week": monday_in(month, place),
                "municipality_code": dice.choice(TOWNS),
                "organisation_id": dice.choice(bodies),
                "ages": ["6-8"],
            }
            need = dice.choice(needs)
            yes = dice.random() < 0.35 + 0.04 * needs.index(need)
            yield Fact(kind="signal", **base)
            yield Fact(kind="first_contact", value=max(dice.randint(1, 13) - number // 2, 0), **base)
            yield Fact(kind="need_asked", need_code=need, **base)
            yield Fact(kind="taken_charge", value=dice.randint(3, 40), **base)
            yield Fact(kind="referral_sent", need_code=need, **base)
            yield Fact(
                kind="referral_decided", need_code=need, outcome="accepted" if yes else "declined",
                reason="" if yes else dice.choice(REASONS), value=dice.randint(0, 30), **base,
            )  # fmt: skip
            yield Fact(kind="referral_ended", need_code=need, reason="done", value=60, **base)
            if place % 4:
                yield Fact(kind="referral_helped", need_code=need, outcome=dice.choice(HELPED), **base)
            yield Fact(
                kind="goal_scored", outcome=dice.choice(("reached", "reached", "not_yet")), value=0, **base
            )
            for scale, middle in zip(SCALES, (0.4, 0.02, 0.6), strict=True):
                yield Fact(kind="change", outcome=scale, value=round(dice.gauss(middle, 0.7), 2), **base)
