"""What each row of the measure asks, family after family."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, pairwise
from uuid import uuid4

from bench.errands_diary import diary_large, visit_note_save
from bench.errands_way import (
    observatory,
    plan_page,
    plan_page_large,
    referral_inbox,
    referral_send,
    team_week,
)
from bench.truth import Truth
from bench.visitor import Errand
from intreccio.front.web.many.names import ITALY

# Budgets for one client: milliseconds to the 95th of a hundred answers, milliseconds of processor.
PAGE, CREATION = (60, 20), (120, 40)
MOST_QUERIES = 15
EVERYBODY = ("educator", "coordinator", "organisation_lead")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what it asks, within which budget, who may ask it."""

    name: str
    errands: Callable[[Truth], Iterator[Errand]]
    budget: tuple[int, int] = PAGE
    roles: tuple[str, ...] = EVERYBODY
    writes: bool = False
    counted_once: bool = False  # the first page of a process counts what it then keeps


def today(truth: Truth) -> Iterator[Errand]:
    """Oggi names the family that waits longest; where nothing waits, it says so."""
    yield from cycle([Errand("/", truth.sight.waiting)])


def household_list(truth: Truth) -> Iterator[Errand]:
    """The list from any family on: the next one must follow."""
    families = truth.sight.families
    following = {one.household_id: after for one, after in pairwise(families)}
    for family in cycle(truth.sight.shuffled("list")):
        if after := following.get(family.household_id):
            yield Errand(f"/households/?after={family.household_id}", (after.name,))


def household_search(truth: Truth) -> Iterator[Errand]:
    """Common surnames: one of the families they meet in must be there."""
    for surname, names in cycle(list(truth.sight.surnames.items())):
        yield Errand("/search", names, {"words": surname.lower()})


def household_page(truth: Truth) -> Iterator[Errand]:
    """A family."""
    for family in cycle(truth.sight.shuffled("page")):
        yield Errand(f"/households/{family.household_id}", (family.name,))


def household_page_large(truth: Truth) -> Iterator[Errand]:
    """The largest family, with the longest story."""
    large = truth.way.large
    yield from cycle([Errand(f"/households/{large.household_id}", (large.name,))] if large else [])


def case_page(truth: Truth) -> Iterator[Errand]:
    """Its way with us."""
    for family in cycle(truth.sight.shuffled("case")):
        yield Errand(f"/cases/{family.case_id}", (family.name,))


def service_search(truth: Truth) -> Iterator[Errand]:
    """Services by a word of their names: anywhere, near a municipality, for a child of some age."""
    filters = cycle(
        ({}, {"municipality": "015189"}, {"municipality": "015159", "age": "8 anni"}, {"day": "2"})
    )
    for (word, names), more in zip(cycle(list(truth.services.items())), filters):
        yield Errand("/services/", names, {"words": word, **more})


def household_create(truth: Truth) -> Iterator[Errand]:
    """A family that nobody has seen before, with its first person."""
    dice = random.Random(uuid4().int)
    while True:
        surname = f"{ITALY.surname(dice)} {dice.choice(ITALY.surnames[200:])}"
        yield Errand(
            "/households/new", (f"Famiglia {surname}",), new_household(truth, surname, dice), leads_on=True
        )


def new_household(truth: Truth, surname: str, dice: random.Random) -> dict[str, str]:
    """What the form of a new family sends."""
    return {
        "once": str(uuid4()),
        "team_id": str(truth.sight.team_id),
        "name": f"Famiglia {surname}",
        "municipality_code": "015189",
        "languages": "it",
        "persons-TOTAL_FORMS": "1",
        "persons-INITIAL_FORMS": "0",
        "persons-0-given": ITALY.given(dice, "F"),
        "persons-0-family": surname,
        "persons-0-role": "parent",
        "persons-0-birth_date": f"{dice.randint(1960, 2003)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        "persons-0-birth_precision": "exact",
        "persons-0-sex": "F",
        "persons-0-phone": f"333 {dice.randint(0, 9999999):07d}",
    }


ROWS = (
    Row("today", today),
    Row("household_list", household_list),
    Row("household_search", household_search),
    Row("household_page", household_page),
    Row("household_page_large", household_page_large),
    Row("case_page", case_page),
    Row("service_search", service_search),
    Row("plan_page", plan_page),
    Row("plan_page_large", plan_page_large),
    Row("team_week", team_week),
    Row("referral_inbox", referral_inbox, roles=("partner", "coordinator")),
    Row("observatory", observatory, roles=("coordinator", "organisation_lead"), counted_once=True),
    Row("diary_large", diary_large, roles=("educator", "coordinator")),
    Row("visit_note_save", visit_note_save, CREATION, ("educator", "coordinator"), writes=True),
    Row("household_create", household_create, CREATION, ("educator", "coordinator"), writes=True),
    Row("referral_send", referral_send, CREATION, ("educator", "coordinator"), writes=True),
)
