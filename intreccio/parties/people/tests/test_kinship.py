"""How persons are tied: written by who answers for the family, read by who reads its record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.bonds import Bonded, add_bond, edit_bond
from intreccio.parties.people.actions.kinship import NewRelative, add_relative, edit_kinship, write_kinship
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Bond, Household, HouseholdMembership, Kinship
from intreccio.parties.people.queries.ecomap import surroundings_of
from intreccio.parties.people.queries.genogram import genogram_of
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.kin import kin_of
from intreccio.parties.people.rules.kinship import Tie
from intreccio.parties.people.tests.world import ELENA, HADDAD, LEO, MARCHETTI, NADIA
from tests.drills.at_once import acted, told

KARIM, LUISA = key_for("person", "karim"), key_for("person", "luisa_m")


def home():
    return Household.objects.get(pk=MARCHETTI)


def drawn(viewer, day, household=MARCHETTI):
    return genogram_of(viewer, household_of(viewer, household), day)


def test_write_kinship_and_edit_kinship(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = write_kinship(home(), Tie(LUISA, LEO, "kin_carer", today), by=viewer, note=" il mercoledì ")
        assert (row.team_id, row.note) == (home().team_id, "il mercoledì")
        said = {"kind": "foster_carer", "since": today, "until": None, "note": ""}
        edit_kinship(row, by=viewer, version=1, **said)
        with pytest.raises(Changed):
            edit_kinship(row, by=viewer, version=1, **said)
        with pytest.raises(Refused, match="kinship"):
            edit_kinship(row, by=viewer, version=2, **{**said, "until": today - timedelta(1)})
        kinds = Event.objects.filter(subject_id=row.pk).values_list("kind", flat=True)
        assert sorted(kinds) == ["kinship.edited", "kinship.written"]
        assert "Luisa Galli accoglie in affido Leo Haddad" in drawn(viewer, today).said


def test_what_cannot_be_writes_nothing(acting_as, today):
    with acting_as("educatrice") as viewer:
        before = Kinship.objects.filter(household_id=MARCHETTI).count()
        for tie in (Tie(LUISA, NADIA, "parent"), Tie(NADIA, LUISA, "parent"), Tie(ELENA, KARIM, "couple")):
            with pytest.raises(Refused):
                write_kinship(home(), tie, by=viewer)
        assert Kinship.objects.filter(household_id=MARCHETTI).count() == before


def test_who_is_not_of_this_home_is_tied_to_nobody(acting_as):
    with acting_as("awa") as viewer, pytest.raises(Refused, match="not_in_home"):
        write_kinship(Household.objects.get(pk=HADDAD), Tie(KARIM, ELENA, "separated"), by=viewer)


def test_the_row_of_a_couple_ends_where_the_next_begins(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = write_kinship(home(), Tie(ELENA, KARIM, "divorced", today), by=viewer)
        parted = Kinship.objects.get(household_id=MARCHETTI, kind="separated")
        assert (parted.until, parted.version) == (row.since, 2)
        said = drawn(viewer, today).said
        assert f"Karim Haddad ed Elena Marchetti sono divorziati, dal {today.year}" in said


def test_add_relative_writes_somebody_and_their_ties_in_one(acting_as, today):
    with acting_as("educatrice") as viewer:
        place = new_key()
        ties = [Tie(place, NADIA, "foster_carer"), Tie(place, LEO, "foster_carer")]
        draft = Draft("", "", "other", "F", date(1980, 1, 1), kind="kin")
        person = add_relative(home(), NewRelative(draft), ties, by=viewer, place=place)
        stay = HouseholdMembership.objects.get(person=person)
        assert (stay.kind, stay.since) == ("kin", today)
        assert Kinship.objects.filter(one=person).count() == 2
        shown = drawn(viewer, today)
        assert "Madre, nome non noto accoglie in affido Nadia Haddad e Leo Haddad" in shown.said


def test_a_relative_who_cannot_be_tied_is_not_written_either(acting_as, today):
    with acting_as("educatrice") as viewer:
        persons = HouseholdMembership.objects.filter(household_id=MARCHETTI).count()
        place = new_key()
        new = NewRelative(Draft("Troppo", "Giovane", "other", "", date(2014, 1, 1)), since=today)
        with pytest.raises(Refused):
            add_relative(
                home(),
                new,
                [Tie(place, NADIA, "adoptive_parent"), Tie(place, ELENA, "adoptive_parent")],
                by=viewer,
                place=place,
            )
        future = replace(new, died_on=today + timedelta(1))
        with pytest.raises(Refused, match="born"):
            add_relative(home(), future, [], by=viewer, place=place)
    with acting_as("educatrice"):
        assert HouseholdMembership.objects.filter(household_id=MARCHETTI).count() == persons


def test_a_voided_tie_is_drawn_no_more_and_stays_readable(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = Kinship.objects.get(household_id=MARCHETTI, one_id=LUISA, kind="parent")
        void_row(row, home(), by=viewer, reason="è la zia")
        assert not any("Luisa Galli è la madre" in each for each in drawn(viewer, today).said)
        assert Kinship.objects.get(pk=row.pk).void_reason == "è la zia"


def test_add_bond_and_edit_bond(acting_as, today):
    with acting_as("educatrice") as viewer:
        said = Bonded("L'oratorio ", "free_time", "strong", "both", NADIA, "Nadia", today)
        row = add_bond(home(), said, by=viewer)
        assert row.to == "L'oratorio"
        edit_bond(row, replace(said, quality="weak"), by=viewer, version=1)
        with pytest.raises(Changed):
            edit_bond(row, said, by=viewer, version=1)
        with pytest.raises(Refused, match="bond"):
            add_bond(home(), replace(said, since=today + timedelta(1)), by=viewer)
        shown = surroundings_of(viewer, household_of(viewer, MARCHETTI), today)
        told = next(each for each in shown.told if each.to == "L'oratorio")
        assert (told.whose, told.quality, told.said_by) == ("Nadia", "debole", "Nadia")
        void_row(row, home(), by=viewer, reason="era un'altra famiglia")
        shown = surroundings_of(viewer, household_of(viewer, MARCHETTI), today)
        assert not any(each.to == "L'oratorio" for each in shown.told)


def test_an_ended_bond_is_of_its_days(acting_as, today):
    with acting_as("educatrice") as viewer:
        seen = household_of(viewer, MARCHETTI)
        ended = Bonded(
            "Il corso di nuoto", "free_time", "ordinary", "receives", None, "", today - timedelta(90), today
        )
        add_bond(home(), ended, by=viewer)
        before, after = (surroundings_of(viewer, seen, day).told for day in (today - timedelta(1), today))
        assert "Il corso di nuoto" in [each.to for each in before]
        assert "Il corso di nuoto" not in [each.to for each in after]


@pytest.mark.parametrize("account", ["scuola", "comune", "admin"])
def test_a_stranger_reads_and_writes_none(acting_as, account):
    with acting_as("educatrice"):
        family = home()
    with acting_as(account) as viewer:
        assert not Kinship.objects.filter(household_id=MARCHETTI).exists()
        assert not Bond.objects.filter(household_id=MARCHETTI).exists()
        with pytest.raises((NotAllowed, Refused)):
            write_kinship(family, Tie(LUISA, LEO, "kin_carer"), by=viewer)
        with pytest.raises((NotAllowed, Refused)):
            add_bond(family, Bonded("x", "other", "weak", "both"), by=viewer)


def test_each_home_is_told_only_what_is_its_own(acting_as, today):
    """In the father's home nobody reads what is tied in the mother's, and of who lives there only what one may know."""
    with acting_as("davide") as viewer:
        shown = drawn(viewer, today, HADDAD)
        assert [home.name for home in shown.homes] == ["Casa di Karim Haddad"]
        assert not any("Elena" in each or "Luisa" in each for each in shown.said)
    with acting_as("awa") as viewer:
        both = drawn(viewer, today, HADDAD)
        assert {home.letter for home in both.homes} == {"A", "B"}


def test_who_reads_by_a_grant_sees_that_somebody_is_there_and_no_more(acting_as, today):
    with acting_as("consultorio") as viewer:
        shown = drawn(viewer, today)
        unknown = [line for line in shown.lines if not line.relative.seen]
        assert {line.relative.name for line in unknown} == {"una persona"}
        assert not any("Luisa" in each or "Karim" in each for each in (*shown.said, shown.in_words))
        assert "Una persona è genitore di Elena Marchetti" in shown.said
        assert all(not sign.figure.open for sign in shown.drawing.signs if sign.figure.name == "una persona")


def test_at_a_date_ties_homes_and_ages_are_of_that_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        then = today - timedelta(days=3 * 365)
        said = drawn(viewer, then).said
        assert any("sono sposati" in each and "Karim" in each for each in said)
        assert not any("separati" in each for each in said)
        before = drawn(viewer, today - timedelta(days=6 * 365))
        assert not any(line.relative.id == LEO for line in before.lines), "not yet born"
        assert not any("vive" in line.about for line in before.lines), "where they lived nobody has written"


def test_the_pen_knows_partners_parents_and_siblings(acting_as):
    with acting_as("educatrice") as viewer:
        kin = kin_of(viewer, home())
        assert kin.partners_of(ELENA) == [KARIM]
        assert set(kin.parents_of(NADIA)) == {ELENA, KARIM}
        assert kin.siblings_of(NADIA) == [LEO]
        assert kin.beginning(ELENA, "child").chosen == [KARIM]


def test_two_who_write_a_father_at_once_write_one(committed):
    """The rule counts two parents by birth: whoever comes second reads what the first has written."""
    with acting(viewer := viewer_named("educatrice")):
        place, draft = new_key(), Draft("Sole", "", "child", kind="kin")
        child = add_relative(
            home(), NewRelative(draft), [Tie(ELENA, place, "parent")], by=viewer, place=place
        )

    def father(person):
        return acted(viewer, lambda by: write_kinship(home(), Tie(person, child.pk, "parent"), by=by))

    assert sorted(told(father(KARIM), father(LUISA))) == ["done", "kinship"]
    with acting(viewer):
        assert Kinship.objects.filter(other=child, kind="parent").count() == 2
