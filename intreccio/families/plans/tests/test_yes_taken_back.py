"""A yes that is taken back while the plan counts: the plan says so, and whoever answers for the family finds it."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.cases.actions.attention import set_aside_prompt
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.versions import said_yes
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.rules.taken import Voided, taken_back
from intreccio.ground.kernel.clock import today as today_
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.models import HouseholdMembership, Person

PLAN, HOME = key_for("plan", "marchetti-1"), key_for("household", "marchetti")
WHY = "Ci ha ripensato: ritira il sì"


def plan():
    return Plan.objects.select_related("case__household").get(pk=PLAN)


def yes_of(key):
    return Acceptance.objects.select_related("plan__case__household").get(
        plan=PLAN, person=key_for("person", key), voided_at=None
    )


@pytest.fixture
def take_back(acting_as):
    """`take_back("elena")`: her yes is annulled, with the reason she gave."""

    def annul(key):
        with acting_as("assistente") as viewer:
            actions.void_acceptance(yes_of(key), reason=WHY, by=viewer)

    return annul


def page(client):
    return unescape(client.get(reverse("plan_page", args=[PLAN])).content.decode())


# Rule

D = today_()


@pytest.mark.parametrize(
    ("who", "day", "standing", "found"),
    [
        ("a", D, set(), True),
        ("a", D - timedelta(days=9), set(), False),
        ("a", D, {"a"}, False),
        ("a", D, {"b"}, True),
    ],
)
def test_taken_back_since_it_counts_and_not_said_again(who, day, standing, found):
    rows = [Voided(who, day, WHY)]
    assert bool(taken_back(rows, standing, since=D - timedelta(days=3))) is found


def test_of_each_the_last_one_is_told_and_of_a_draft_none():
    rows = [Voided("a", D - timedelta(days=1), "prima"), Voided("a", D, "poi"), Voided("b", D, "anche")]
    assert [one.reason for one in taken_back(rows, set(), since=D - timedelta(days=3))] == ["poi", "anche"]
    assert taken_back(rows, set(), since=None) == []


# The page


def test_the_plan_says_who_took_it_back_when_and_why(signed_in, acting_as, take_back):
    with acting_as("assistente"):
        Plan.objects.filter(pk=PLAN).update(without_reason="È in viaggio")
    take_back("elena")
    text = page(signed_in("assistente"))
    assert "Elena" in text.partition(" ha ritirato il suo sì")[0][-60:]
    assert "nessun adulto della famiglia dice sì" not in text
    take_back("karim")
    text = page(signed_in("assistente"))
    assert "ha ritirato il suo sì" in text
    assert WHY in text
    assert "nessun adulto della famiglia dice sì" in text
    assert "Quando è cominciato mancava un sì" in text


def test_where_nothing_was_taken_back_nothing_is_said(signed_in):
    assert "ha ritirato il suo sì" not in page(signed_in("assistente"))


def test_said_again_it_is_no_longer_said_to_be_missing(signed_in, acting_as, take_back, today):
    take_back("elena")
    with acting_as("assistente") as viewer:
        who = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)
        assert [one for one in waiting_for(viewer, 60, today=today) if one.kind == "withdrawn"] == []
    assert "ha ritirato il suo sì" not in page(signed_in("assistente"))


# Oggi, and what a team looks at


def lines(acting_as, account, today):
    with acting_as(account) as viewer:
        found = waiting_for(viewer, 60, today=today)
    return [one for one in found if one.kind == "withdrawn" and one.household_id == HOME]


def prompts(acting_as, today):
    with acting_as("assistente"):
        found = prompts_of_household(HOME, today=today)
    return [one for one in found if one.kind == "yes_withdrawn"]


def test_who_answers_for_the_family_finds_it_in_oggi_with_the_reason(signed_in, acting_as, take_back, today):
    assert lines(acting_as, "educatrice", today) == []
    take_back("elena")
    (line,) = lines(acting_as, "educatrice", today)
    assert line.what == WHY
    assert lines(acting_as, "psicologa", today) == []
    text = unescape(signed_in("educatrice").get(reverse("today")).content.decode())
    assert WHY in text


def test_it_is_among_what_the_team_looks_at_until_it_is_set_aside(acting_as, signed_in, take_back, today):
    take_back("elena")
    (prompt,) = prompts(acting_as, today)
    assert (prompt.since, prompt.due_on, prompt.what) == (today, today, WHY)
    board = unescape(signed_in("assistente").get(reverse("household_page", args=[HOME])).content.decode())
    assert WHY in board
    with acting_as("assistente") as viewer:
        case = Case.objects.select_related("household").get(household=HOME, ended_on=None)
        set_aside_prompt(
            case, kind=prompt.kind, subject_id=prompt.subject_id, reason="fine_so", words="Ne abbiamo parlato",
            until=None, by=viewer, today=today,
        )  # fmt: skip
    assert lines(acting_as, "educatrice", today) == []


def test_the_next_version_in_force_is_another_matter(acting_as, take_back, today):
    take_back("elena")
    with acting_as("assistente") as viewer:
        Plan.objects.filter(pk=PLAN).update(state="replaced", ended_on=today)
        assert [one for one in waiting_for(viewer, 60, today=today) if one.kind == "withdrawn"] == []
    assert prompts(acting_as, today) == []


# A mistake is nobody's change of mind


def test_a_yes_written_by_mistake_is_told_as_nobodys_change_of_mind(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        actions.void_acceptance(
            yes_of("elena"), reason="Ho scelto la persona sbagliata", why="mistake", by=viewer
        )
    client = signed_in("assistente")
    assert "ha ritirato il suo sì" not in page(client)
    assert lines(acting_as, "educatrice", today) == []
    assert prompts(acting_as, today) == []
    with acting_as("assistente") as viewer:
        actions.void_acceptance(yes_of("karim"), reason="Era di un altro", why="mistake", by=viewer)
    assert "nessun adulto della famiglia dice sì" in page(client)


def test_a_mistake_after_it_does_not_hide_that_a_yes_was_taken_back(acting_as, signed_in, take_back, today):
    take_back("elena")
    with acting_as("assistente") as viewer:
        who = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)
        actions.void_acceptance(yes_of("elena"), reason="Non lo aveva detto", why="mistake", by=viewer)
    assert [line.what for line in lines(acting_as, "educatrice", today)] == [WHY]
    assert "ha ritirato il suo sì" in page(signed_in("assistente"))


def test_the_form_asks_which_of_the_two(acting_as, signed_in):
    client = signed_in("assistente")
    with acting_as("assistente"):
        row = yes_of("elena")
    address = reverse("void_acceptance", args=[row.pk])
    assert client.post(address, {"once": new_key(), "reason": "boh"}).status_code == 422
    done = client.post(address, {"once": new_key(), "reason": "La persona sbagliata", "gone": "mistake"})
    assert done.status_code == 302
    with acting_as("assistente"):
        row.refresh_from_db()
        assert (row.gone, row.voided_at is not None) == ("mistake", True)
        with pytest.raises(DatabaseError), transaction.atomic():
            Acceptance.objects.filter(pk=row.pk).update(gone="withdrawn")


def test_the_yes_of_a_child_of_whom_no_birth_is_written_is_no_grown_ups(
    take_back, signed_in, acting_as, today
):
    for parent in ("elena", "karim"):
        take_back(parent)
    with acting_as("assistente"):
        Person.objects.filter(pk=key_for("person", "nadia")).update(birth_date=None)
        assert Acceptance.objects.filter(
            plan=PLAN, person=key_for("person", "nadia"), voided_at=None
        ).exists()
        assert not said_yes(plan(), today)
    page = signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode()
    assert "nessun adulto della famiglia dice sì" in unescape(page)


@pytest.mark.parametrize(
    ("role", "precision"), [("other", None), ("relative", None), ("child", "year"), ("child", "estimated")]
)
def test_the_yes_of_whoever_may_be_a_minor_is_no_grown_ups(
    take_back, signed_in, acting_as, today, role, precision
):
    for parent in ("elena", "karim"):
        take_back(parent)
    nadia = key_for("person", "nadia")
    with acting_as("assistente"):
        HouseholdMembership.objects.filter(person=nadia).update(role=role)
        born = today.replace(year=today.year - 18, month=1, day=1) if precision else None
        Person.objects.filter(pk=nadia).update(birth_date=born, birth_precision=precision or "exact")
        assert not said_yes(plan(), today)
    page = signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode()
    assert "nessun adulto della famiglia dice sì" in unescape(page)
