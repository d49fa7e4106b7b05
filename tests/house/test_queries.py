"""No page of the full district asks more than fifteen queries, whoever opens it: areas add boxes, lines and counts to the
pages of others, and each of them looks cheap alone.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import reverse

from bench.counting import Counter
from bench.errands import MOST_QUERIES
from intreccio.families.cases.models import Case
from intreccio.families.plans.models import Plan
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.organisations.demo.district import MAIN_ACCOUNTS
from intreccio.parties.people.models import Household

# Besides those who try the house, a partner to whom a family has been opened.
PEOPLE = (*MAIN_ACCOUNTS, "consultorio")
SEE_NO_FAMILY = {"scuola", "admin"}
LISTS = ("today", "household_list", "referral_inbox", "referral_outbox", "observatory")
OF_EACH = 2


def pages() -> Iterator[str]:
    """What the viewer has: lists, families with and without a case, cases at every stage, plans in every state."""
    yield from map(reverse, LISTS)
    families = Household.objects.filter(voided_at=None)
    without = families.exclude(pk__in=Case.objects.values("household_id")).values_list("pk", flat=True)
    yield from (reverse("household_page", args=[key]) for key in without[:OF_EACH])
    for stage in Case.objects.order_by("stage").values_list("stage", flat=True).distinct():
        for case in Case.objects.filter(stage=stage).order_by("id")[:OF_EACH]:
            yield reverse("household_page", args=[case.household_id])
            yield reverse("case_page", args=[case.pk])
    for state in Plan.objects.order_by("state").values_list("state", flat=True).distinct():
        for plan in Plan.objects.filter(state=state).order_by("id")[:OF_EACH]:
            yield reverse("plan_page", args=[plan.pk])


@pytest.mark.parametrize("account", PEOPLE)
def test_no_page_of_the_district_asks_more_than_fifteen_queries(signed_in, acting_as, account):
    client = signed_in(account)
    client.get(reverse("help_page"))  # what a process keeps by itself is fetched once
    with acting_as(account):
        words_of_needs([])  # and so are the words of needs, which are everybody's
        addresses = list(pages())
    asked = {}
    for address in addresses:
        counter = Counter()
        with connection.execute_wrapper(counter):
            answer = client.get(address)
        # Who receives nothing is led on from the list of what arrives; who sees no family has no list of them.
        assert answer.status_code == 200 or address in map(reverse, LISTS), address
        asked[address] = counter.statements
    assert {address: number for address, number in asked.items() if number > MOST_QUERIES} == {}
    assert account in SEE_NO_FAMILY or len(asked) > len(LISTS) + OF_EACH
