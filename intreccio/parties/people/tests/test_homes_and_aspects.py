"""Addresses, protected addresses, aspects, mistakes; two rows that are one person."""

import pytest

from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.actions.addresses import (
    edit_address,
    mark_protected,
    protect_address,
    write_address,
)
from intreccio.parties.people.actions.aspects import add_aspect, close_aspect, edit_aspect
from intreccio.parties.people.actions.merging import merge_persons, part_persons
from intreccio.parties.people.actions.search import forget_home, index_household, index_person
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import (
    Aspect,
    ContactPoint,
    HomeAddress,
    Household,
    HouseholdMembership,
    Person,
    ProtectedAddress,
    SearchWord,
)
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.tests.world import (
    BAH,
    CONTI,
    ELENA,
    ILARIA,
    ILARIA_AGAIN,
    LEO,
    MARCHETTI,
    MATTIA,
    TOSI,
    address,
    text,
)
from intreccio.parties.people.vocabulary import AspectKind

PLACE = {"line": "Via Nuova 1", "postal_code": "20089", "municipality_code": "015189"}


def at_home(viewer, household_id):
    seen = household_of(viewer, household_id)
    assert seen is not None
    return members_of(viewer, seen)


def test_write_address_ends_the_one_before(acting_as, today):
    with acting_as("educatrice") as viewer:
        was = HomeAddress.objects.get(household=MARCHETTI, until__isnull=True)
        standing = (was.pk, was.version)
        write_address(Household.objects.get(pk=MARCHETTI), by=viewer, since=today, standing=standing, **PLACE)
        present = HomeAddress.objects.filter(household=MARCHETTI, until__isnull=True)
        assert [row.line for row in present] == ["Via Nuova 1"]


def test_edit_address_corrects_it(acting_as):
    with acting_as("lucia") as viewer:
        row = HomeAddress.objects.get(household=CONTI)
        edit_address(row, by=viewer, version=1, since=row.since, **PLACE)
        assert HomeAddress.objects.get(pk=row.pk).line == "Via Nuova 1"


def test_a_protected_family_gets_no_open_address(acting_as, today):
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        write_address(Household.objects.get(pk=BAH), by=viewer, since=today, **PLACE)


def test_protect_address_marks_the_household_and_ends_the_open_address(acting_as, today):
    with acting_as("lucia") as viewer:
        household = Household.objects.get(pk=CONTI)
        row = protect_address(household, by=viewer, since=today, reason="lo chiede il tribunale", **PLACE)
        assert Household.objects.get(pk=CONTI).is_protected
        assert not HomeAddress.objects.filter(household=CONTI, until__isnull=True).exists()
        void_row(row, household, by=viewer, reason="era un'altra famiglia")
        assert not Household.objects.get(pk=CONTI).is_protected


def test_an_educator_reads_a_protected_address_and_does_not_write_it(acting_as, today):
    with acting_as("educatrice") as viewer:
        assert ProtectedAddress.objects.filter(household=BAH).exists()
        with pytest.raises(NotAllowed):
            protect_address(
                Household.objects.get(pk=BAH), by=viewer, since=today, reason="perché sì", **PLACE
            )


def test_mark_protected_again_changes_nothing(acting_as):
    with acting_as("educatrice"):
        household = Household.objects.get(pk=BAH)
        mark_protected(household)
        assert household.version == 1


def test_add_aspect_writes_one_row_a_need(acting_as, today):
    with acting_as("educatrice") as viewer:
        acts = Event.objects.filter(household_id=MARCHETTI, kind="aspect.added")
        before = acts.count()
        rows = add_aspect(
            Household.objects.get(pk=MARCHETTI), by=viewer, kind=AspectKind.NEEDED, words="Un nido", since=today,
            person=Person.objects.get(pk=LEO), need_codes=["futuro.genitorialita", "abitare"],
        )  # fmt: skip
        assert [row.need_code for row in rows] == ["futuro.genitorialita", "abitare"]
        assert acts.count() == before + 2


def test_edit_aspect_and_close_aspect(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = Aspect.objects.get(household=MARCHETTI, words="La nonna c'è")
        edit_aspect(row, by=viewer, version=1, words="Detto meglio", said_by="Elena")
        close_aspect(row, by=viewer, version=2, until=today)
        assert Aspect.objects.get(pk=row.pk).until == today
        with pytest.raises(Refused):
            close_aspect(row, by=viewer, version=3, until=today)


def test_void_row_keeps_the_reason_and_takes_away_the_words(acting_as):
    with acting_as("educatrice") as viewer:
        household = Household.objects.get(pk=MARCHETTI)
        point = ContactPoint.objects.get(person=ELENA, value="333 010 2233")
        void_row(point, household, by=viewer, reason="non è più suo")
        void_row(point, household, by=viewer, reason="un secondo tocco")
        assert ContactPoint.objects.get(pk=point.pk).void_reason == "non è più suo"
        assert Event.objects.filter(household_id=MARCHETTI, kind="contact_point.voided").count() == 1
        assert not SearchWord.objects.filter(person=ELENA, word="3330102233").exists()


def test_void_row_of_a_stay_takes_the_person_out_of_search_and_leaves_the_mistake_to_be_read(
    acting_as, signed_in
):
    """Law 8: who was written here by mistake, and nowhere else, does not vanish."""
    with acting_as("lucia") as viewer:
        stay = HouseholdMembership.objects.get(household=CONTI, person=MATTIA)
        void_row(stay, Household.objects.get(pk=CONTI), by=viewer, reason="era un altro Mattia")
        assert Person.objects.filter(pk=MATTIA).exists()
        assert not SearchWord.objects.filter(person=MATTIA).exists()
        assert HouseholdMembership.objects.get(pk=stay.pk).void_reason
    page = text(signed_in("lucia").get(address("household_page", CONTI)))
    assert "era un altro Mattia" in page
    assert signed_in("lucia").get(address("person_page", CONTI, MATTIA)).status_code == 200
    with acting_as("educatrice"):
        assert not Person.objects.filter(pk=MATTIA).exists()


def test_merge_persons_shows_one_and_part_persons_shows_two(acting_as):
    with acting_as("tommaso") as viewer:
        kept, other = Person.objects.get(pk=ILARIA), Person.objects.get(pk=ILARIA_AGAIN)
        merge_persons(kept, other, by=viewer, reason="stesso telefono")
        members = at_home(viewer, TOSI)
        assert [member.given for member in members] == ["Ilaria", "Davide"]
        part_persons(Person.objects.get(pk=ILARIA_AGAIN), by=viewer, reason="sono cugine")
        members = at_home(viewer, TOSI)
        assert [member.given for member in members] == ["Ilaria", "Ilaria", "Davide"]


def test_merge_persons_of_two_teams_gives_each_the_one_person(acting_as):
    """Two rows for one child, each written by another team; who works in both says so."""
    with acting_as("coordinatrice") as viewer:
        merge_persons(
            Person.objects.get(pk=ELENA), Person.objects.get(pk=ILARIA), by=viewer, reason="ha due cognomi"
        )
    with acting_as("sara") as viewer:
        names = [member.name for member in at_home(viewer, TOSI)]
        assert "Elena Marchetti" in names
    with acting_as("coordinatrice") as viewer:
        part_persons(Person.objects.get(pk=ILARIA), by=viewer, reason="no, sono due")
    with acting_as("sara"):
        assert not Person.objects.filter(pk=ELENA).exists()
        assert not SearchWord.objects.filter(person=ELENA).exists()


def test_merge_persons_is_refused_in_a_chain_and_for_who_answers_for_one_only(acting_as):
    with acting_as("tommaso") as viewer:
        kept, other = Person.objects.get(pk=ILARIA), Person.objects.get(pk=ILARIA_AGAIN)
        merge_persons(kept, other, by=viewer, reason="stesso telefono")
        with pytest.raises(Refused):
            merge_persons(other, kept, by=viewer, reason="all'incontrario")
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed):
        merge_persons(
            Person.objects.get(pk=ELENA), Person.objects.get(pk=MATTIA), by=viewer, reason="non è mia"
        )


def test_index_household_index_person_and_forget_home_say_the_same_twice(acting_as):
    with acting_as("lucia"):
        before = SearchWord.objects.filter(household=CONTI).count()
        index_household(Household.objects.get(pk=CONTI))
        index_person(Person.objects.get(pk=MATTIA))
        assert SearchWord.objects.filter(household=CONTI).count() == before
        forget_home(HouseholdMembership.objects.get(household=CONTI, person=MATTIA))
        assert not SearchWord.objects.filter(household=CONTI, person=MATTIA).exists()
