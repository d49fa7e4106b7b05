"""Law 3, the heart: what the database shows each person equals what the oracle works out from the recipe."""

import pytest
from django.apps import apps

from intreccio.front.web.demo import district, load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import SearchWord
from tests.house.compare import differences, wearing
from tests.house.oracle import RULES, Eyes
from tests.house.personal import OUTSIDE_THE_ORACLE, family_models
from tests.worlds import make_world

WORLD = district(today())
HATS = [hat["key"] for hat in WORLD["memberships"]]
# A lead never works with families nor at a desk: by design nothing.
NEVER_OF_A_LEAD = {"people.ProtectedAddress", "access.SignalSender", "school.SchoolPlan"}
# Notes are of psychologists alone: of the others nobody ever finds one.
ONLY_OF = {"diary.RestrictedNote": {"psicologa", "livia"}}
MAIN = ["coordinatrice", "assistente", "educatrice", "psicologa", "comune"]


def test_every_table_of_families_is_known_to_the_oracle():
    missing = {model._meta.label for model in family_models()} - set(RULES) - set(OUTSIDE_THE_ORACLE)
    assert not missing, (
        "add a rule to tests/house/oracle.py, from the words of the law and not from the policy"
    )


def test_the_oracle_speaks_of_tables_that_exist():
    assert all(apps.get_model(label) for label in RULES)


@pytest.mark.parametrize("hat", HATS)
def test_everybody_finds_exactly_what_they_have_a_right_to(db, hat):
    assert differences(WORLD, hat) == {}


@pytest.mark.parametrize("hat", MAIN)
@pytest.mark.parametrize("table", sorted(RULES))
def test_everybody_has_something_to_see_and_something_forbidden(hat, table):
    rule = RULES[table]
    mine = rule(Eyes(WORLD, hat))
    everything = set().union(*(rule(Eyes(WORLD, other)) for other in HATS))
    forbidden, visible = len(everything - mine), len(mine)
    assert forbidden, f"{hat} sees all of {table}: the district must hold something forbidden"
    if hat not in ONLY_OF.get(table, {hat}):
        assert not visible, f"{hat} sees rows of {table}"
    elif not (hat == "comune" and table in NEVER_OF_A_LEAD):
        assert visible, f"{hat} sees nothing of {table}: the district must hold something visible"


@pytest.mark.parametrize("hat", ["admin", "elio"])
def test_who_administers_sees_no_family(hat):
    assert all(rule(Eyes(WORLD, hat)) == set() for rule in RULES.values())


@pytest.mark.parametrize("hat", HATS)
def test_search_words_are_read_by_nobody_beyond_the_team_in_charge(db, hat):
    """Names, telephones and codes in comparable form: whom a grant opens the family finds it by the search function."""
    eyes = Eyes(WORLD, hat)
    with acting(wearing(WORLD, hat)):
        read = set(SearchWord.objects.values_list("household_id", flat=True))
    assert read <= {key_for("household", key) for key in eyes.household if eyes.in_charge(key)}


@pytest.mark.parametrize("seed", range(3))
def test_in_small_random_worlds_too(committed, seed):
    world = make_world(seed, today())
    load_world(world)
    found = {hat["role"]: wrong for hat in world["memberships"] if (wrong := differences(world, hat["key"]))}
    assert found == {}
