"""What the rows about plans, requests to services and the observatory ask."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, pairwise
from uuid import uuid4

from bench.truth import Truth
from bench.truth_way import Askable
from bench.visitor import Errand


def plan_page(truth: Truth) -> Iterator[Errand]:
    """A plan in force: one of its goals must be there."""
    order = list(truth.way.plans)
    random.Random("plan").shuffle(order)
    for plan in cycle(order):
        yield Errand(f"/plans/{plan.id}", (plan.goal,))


def plan_page_large(truth: Truth) -> Iterator[Errand]:
    """The plan of the largest family."""
    large = truth.way.large
    yield from cycle([Errand(f"/plans/{large.plan_id}", (large.goal,))] if large else [])


def team_week(truth: Truth) -> Iterator[Errand]:
    """The week of a team, among those that hold something."""
    order = list(truth.way.weeks)
    random.Random("week").shuffle(order)
    for week in cycle(order):
        yield Errand(f"/teams/{week.team_id}/week?day={week.day}", (week.name,))


def referral_inbox(truth: Truth) -> Iterator[Errand]:
    """What is to be answered, from anywhere in the list on: the next one must follow."""
    received = list(pairwise(truth.way.received))
    random.Random("inbox").shuffle(received)
    first = Errand("/referrals/", (truth.way.received[0].code,))
    for one, after in cycle(received or [(None, None)]):
        yield Errand(f"/referrals/?after={one.key}", (after.code,)) if one and after else first


def referral_send(truth: Truth) -> Iterator[Errand]:
    """A request for somebody of whom nothing was asked just before; its words must stand on the page it leads to."""
    offers = cycle(truth.way.offers)
    for asked, offer in zip(cycle(truth.way.askable), offers):
        words = f"Due mattine con altri bambini, se avete posto ({uuid4().hex[:12]})."
        path = f"/referrals/new?household={asked.household_id}&need={offer.need}&service={offer.service_id}"
        yield Errand(path, (words,), new_request(asked, words), leads_on=True)


def new_request(asked: Askable, words: str) -> dict[str, str | list[str]]:
    """What the form of a request sends: the least that is needed, with a yes by voice."""
    return {
        "once": str(uuid4()),
        "person": str(asked.person_id),
        "request": words,
        "urgency": "weeks",
        "answer_by": (date.today() + timedelta(days=7)).isoformat(),
        "least": ["name", "age", "reach", "languages"],
        "more_reason": "",
        "consent": "voice",
        "consent_of": str(asked.adult_id),
        "consent_reason": "L'altro genitore è lontano, e lo sa.",
        "consent_on": (date.today() - timedelta(days=1)).isoformat(),
    }


def observatory(truth: Truth) -> Iterator[Errand]:
    """The numbers of the year: how many families were taken in charge."""
    yield from cycle([Errand("/observatory/", (truth.way.taken,))])
