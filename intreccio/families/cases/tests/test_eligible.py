"""Promise 66: for which families a place takes charge; another one is taken in with a reason, and never in silence."""

from html import unescape

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.cases import actions
from intreccio.families.cases.queries import eligible
from intreccio.families.cases.rules.eligible import why_a_reason, why_not_take
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import HouseholdMembership
from intreccio.parties.people.rules.ages import age_on

NORTH = key_for("team", "equipe_nord")


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["", "  ", "sono incinta di sei mesi"]))
def test_a_reason_is_asked_where_there_are_fewer_and_only_there(minors, at_least, words):
    assert (why_a_reason(minors=minors, at_least=at_least) is None) is (minors >= at_least)
    refused = why_not_take(minors=minors, at_least=at_least, words=words) is not None
    assert refused is (minors < at_least and not words.strip())


def test_the_place_says_one_and_it_is_dated(acting_as, today):
    with acting_as("assistente"):
        assert eligible.at_least(today) == 1


def test_who_is_below_eighteen_counts_once_in_whatever_sense(acting_as, case_of, today):
    with acting_as("assistente"):
        case = case_of("gashi")
        homes = HouseholdMembership.objects.kept().filter(household=case.household).select_related("person")
        born = {
            home.person_id: home.person.birth_date
            for home in homes
            if home.until is None and home.kind != "kin"
        }
        young = [key for key, birth in born.items() if birth and (birth > today or age_on(birth, today) < 18)]
        assert eligible.minors_in(case.household_id, today) == len(young) > 0


def take(case, hat, viewer, today, words=""):
    choice = actions.Choice(NORTH, hat("educatrice"))
    actions.take_charge(case, choice=choice, motive=Motive.AGREED, words=words, by=viewer, today=today)


def test_take_charge_asks_why_and_goes_on_with_a_reason(acting_as, case_of, hat, today, monkeypatch):
    monkeypatch.setattr(eligible, "value_at", lambda _code, _day: 50)
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused) as no:
            take(case_of("gashi"), hat, viewer, today)
        assert no.value.code == "no_minors"
        take(case_of("gashi"), hat, viewer, today, "Aspettano un bambino per marzo.")
        assert case_of("gashi").stage == "in_charge"


def test_the_page_says_it_before_anybody_writes(signed_in, acting_as, case_of, monkeypatch):
    with acting_as("assistente"):
        address = reverse("take_charge", args=[case_of("gashi").pk])
    assert "Scrivete perché si va avanti" not in unescape(
        signed_in("assistente").get(address).content.decode()
    )
    monkeypatch.setattr(eligible, "minors_in", lambda _household, _day: 0)
    page = signed_in("assistente").get(address)
    assert "non è scritto nessuno con meno di diciotto anni" in unescape(page.content.decode())
    assert page.context["form"].fields["words"].required
