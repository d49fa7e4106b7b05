"""What a minor keeps for who works with the family is not told by the story either, nor under another row of the same child."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Disagreement
from intreccio.families.plans.tests import test_what_a_minor_said as minors
from intreccio.families.plans.tests.test_what_a_minor_said import KEPT, OUTSIDE, PLAN, of_another_body, plan
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import Household, Person

HOME, NADIA = key_for("household", "marchetti"), key_for("person", "nadia")
TAKEN_BACK, A_NO = "annullato un sì al progetto", "scritto su che cosa non si è d'accordo"
PAGES = ("household_story", "household_page")
says = minors.says


@pytest.fixture
def take_back(acting_as):
    """`take_back("nadia")`: the yes is annulled."""

    def annul(who):
        with acting_as("assistente") as by:
            row = Acceptance.objects.select_related("plan__case__household").get(
                plan=PLAN, person=key_for("person", who)
            )
            actions.void_acceptance(row, reason=KEPT, by=by)

    return annul


@pytest.fixture
def written_twice(acting_as):
    """`written_twice(born)`: a row of Nadia's with that birth, not yet found to be hers."""

    def write(born):
        with acting_as("coordinatrice") as by:
            draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=born)
            home = Household.objects.get(pk=HOME)
            return Person.objects.get(pk=add_person(home, draft, by=by, since=date(2026, 1, 1)).pk)

    return write


def story(signed_in, account, page):
    return unescape(signed_in(account).get(reverse(page, args=[HOME])).content.decode()).lower()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "told"), [("nadia", False), ("elena", True)])
def test_the_story_tells_another_body_only_of_a_grown_up_that_a_yes_was_taken_back(
    take_back, signed_in, page, who, told
):
    take_back(who)
    assert TAKEN_BACK in story(signed_in, "assistente", page)
    assert (TAKEN_BACK in story(signed_in, OUTSIDE, page)) is told


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shared", [False, True])
def test_the_story_tells_another_body_of_a_minors_no_only_where_the_minor_agrees(
    says, signed_in, page, shared
):
    before = story(signed_in, OUTSIDE, page).count(A_NO)
    says("nadia", KEPT, shared=shared)
    assert story(signed_in, "assistente", page).count(A_NO) > before
    assert story(signed_in, OUTSIDE, page).count(A_NO) == before + shared


def test_of_two_rows_that_are_one_child_the_birth_of_the_kept_one_counts(
    acting_as, signed_in, today, written_twice
):
    twin = written_twice(date(1988, 3, 4))
    with acting_as("coordinatrice") as by:
        yes = actions.accept_plan(plan(), actions.Signer(twin), how="voice", day=today, by=by, today=today)
        said = actions.Disagreed(f"NO {KEPT}", said_on=today)
        no = actions.write_disagreement(plan(), said, person=twin, by=by, today=today)
        merge_persons(Person.objects.get(pk=NADIA), Person.objects.get(pk=twin.pk), by=by, reason="due volte")
        yes = Acceptance.objects.select_related("plan__case__household").get(pk=yes.pk)
        actions.void_acceptance(yes, reason=KEPT, by=by)
    for where, text in of_another_body(signed_in).items():
        assert KEPT not in text, where
    with acting_as(OUTSIDE):
        assert not Acceptance.objects.filter(pk=yes.pk).exists()
        assert not Disagreement.objects.filter(pk=no.pk).exists()


@pytest.mark.parametrize(
    ("written", "finds"), [(None, True), (date(1988, 3, 4), True), (date(2015, 3, 4), False)]
)
def test_of_two_rows_that_are_one_grown_up_the_other_body_goes_on_reading(
    acting_as, today, written_twice, written, finds
):
    twin = written_twice(written)
    with acting_as("coordinatrice") as by:
        no = actions.write_disagreement(
            plan(), actions.Disagreed("Non così", said_on=today), person=twin, by=by, today=today
        )
        elena = Person.objects.get(pk=key_for("person", "elena"))
        merge_persons(elena, Person.objects.get(pk=twin.pk), by=by, reason="due volte")
    with acting_as(OUTSIDE):
        assert Disagreement.objects.filter(pk=no.pk).exists() is finds
