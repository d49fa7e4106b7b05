"""The search box, for families: who is led where by which words."""

import pytest

from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Identifier
from intreccio.parties.people.queries import search_for
from intreccio.parties.people.tests.world import ELENA, MARCHETTI


@pytest.mark.parametrize(
    ("account", "words", "titles"),
    [
        ("educatrice", "march", {"Famiglia Marchetti Haddad"}),
        ("educatrice", "elena LEO", {"Famiglia Marchetti Haddad"}),
        ("educatrice", "elena tosi", set()),
        ("educatrice", "333 010 22", {"Famiglia Marchetti Haddad"}),
        ("educatrice", "mattia", {"Famiglia Conti"}),
        ("educatrice", "haddad", {"Famiglia Marchetti Haddad"}),
        ("educatrice", "ilaria", set()),
        ("educatrice", "", set()),
        ("awa", "haddad", {"Famiglia Marchetti Haddad", "Casa di Karim Haddad"}),
        ("scuola", "mattia", {"Famiglia Conti"}),
        ("scuola", "tosi", {"Famiglia Tosi"}),
        ("scuola", "ilaria", set()),
        ("scuola", "marchetti", set()),
        ("consultorio", "ilaria", {"Famiglia Tosi"}),
        ("comune", "haddad", {"Casa di Karim Haddad"}),
        ("admin", "marchetti", set()),
        ("elio", "marchetti", set()),
    ],
)
def test_words_lead_to_what_is_in_sight(acting_as, account, words, titles):
    with acting_as(account) as viewer:
        assert {found.title for found in search_for(viewer, words)} == titles


def test_a_fiscal_code_leads_only_who_reads_the_record(acting_as):
    with acting_as("educatrice") as viewer:
        code = Identifier.objects.get(person=ELENA).value
        assert search_for(viewer, code.lower())
    with acting_as("consultorio") as viewer:
        assert search_for(viewer, code)
    with acting_as("tommaso") as viewer:
        assert not search_for(viewer, code)


def test_the_matching_name_is_told_where_names_may_be_read(acting_as):
    with acting_as("educatrice") as viewer:
        (found,) = search_for(viewer, "elena")
        assert found.detail.startswith("Elena Marchetti · VSM-")
        assert str(MARCHETTI) in found.url
    with acting_as("scuola") as viewer:
        (found,) = search_for(viewer, "tosi")
        assert "Ilaria" not in found.detail


def test_a_search_is_a_reading_with_what_it_showed_and_no_words(acting_as):
    with acting_as("educatrice") as viewer:
        search_for(viewer, "elena")
        reading = Reading.objects.get(membership_id=viewer.membership_id, page="household_search")
        assert reading.shown == [MARCHETTI]
        assert reading.count == 1
