"""The tree as somebody at work sees it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.ground.needs import queries
from intreccio.ground.needs.actions import used
from intreccio.ground.needs.models import NeedUse

pytestmark = pytest.mark.django_db


def somebody() -> Viewer:
    return Viewer(user_id=new_key(), membership_id=new_key(), organisation_id=new_key(), role="educator")


def test_the_tree_has_the_five_areas_with_their_sixteen_lines_and_housing() -> None:
    viewer = somebody()
    with acting(viewer):
        tree = queries.tree(viewer)
    assert [branch.label for branch in tree.branches] == [
        "Emergenze",
        "Sostegno alle famiglie",
        "Seminare futuro",
        "Inclusione lavorativa",
        "Infrastruttura sociale",
        "Abitare",
    ]
    assert sum(len(branch.leaves) for branch in tree.branches) == 16 + 1
    assert tree.most_used == ()


def test_it_is_grown_once_and_costs_one_query_afterwards() -> None:
    viewer = somebody()
    queries._kept.clear()
    with acting(viewer):
        with CaptureQueriesContext(connection) as first:
            queries.tree(viewer)
        with CaptureQueriesContext(connection) as second:
            queries.tree(viewer)
    assert (len(first), len(second)) == (2, 1)


def test_it_remembers_what_i_pick_most() -> None:
    viewer = somebody()
    with acting(viewer):
        for codes in (
            ["emergenze.alimentare", "futuro.istruzione"],
            ["futuro.istruzione"],
            ["futuro.istruzione", "emergenze.alimentare"],
        ):
            used(viewer, codes)
        used(viewer, ["lavoro.inserimenti"])
        most_used = queries.tree(viewer).most_used
    assert [leaf.plain for leaf in most_used] == ["Scuola e compiti", "Cibo e spesa"]


def test_what_another_picks_is_not_mine_to_see() -> None:
    one, other = somebody(), somebody()
    with acting(one):
        used(one, ["emergenze.alimentare"])
        used(one, ["emergenze.alimentare"])
    with acting(other):
        assert queries.tree(other).most_used == ()
        assert not NeedUse.objects.exists()


def test_the_public_form_sees_the_tree_and_is_remembered_by_nobody() -> None:
    house = House("public_form")
    with acting(house):
        used(house, ["emergenze.alimentare"])
        assert len(queries.tree(house).branches) == 6


def test_codes_have_their_words() -> None:
    viewer = somebody()
    with acting(viewer):
        words = queries.words_of_needs(["lavoro.inserimenti", "emergenze.alimentare", "nothing"])
    assert [leaf.plain for leaf in words.values()] == ["Cibo e spesa", "Trovare un lavoro"]
