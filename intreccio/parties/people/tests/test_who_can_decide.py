"""Who is offered to decide, and what a page says of whom it does not know: as it is read by who works there."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death
from intreccio.parties.people.actions.persons import Draft, add_person
from intreccio.parties.people.actions.responsibility import Holding, edit_responsibility, write_responsibility
from intreccio.parties.people.models import Household, Kinship, Person
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.responsibility import deciding_in
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import HADDAD, MARCHETTI, NADIA, text

KARIM = key_for("person", "karim")
UNKNOWN = "Non è scritto chi è l'altro genitore."
ASK = "un'altra équipe può sapere di limiti"


def page_of(signed_in, account, household, name="household_page"):
    return text(signed_in(account).get(reverse(name, args=[household]))).replace("&#x27;", "'")


def guardian(kind="guardian", **changes):
    said = {"standing": "full", "decisions": (), "may_be_told": True, "authority": "Tribunale", **changes}
    return Act(kind=kind, **said)


def somebody(viewer, today, given, household=MARCHETTI, **more):
    draft = Draft(given=given, family="Riva", role="other", **more)
    return add_person(
        Household.objects.get(pk=household), draft, by=viewer, since=today - timedelta(days=900)
    )


def dies(viewer, today, person, household=MARCHETTI):
    person.refresh_from_db()
    home = Household.objects.get(pk=household)
    return record_death(person, home, by=viewer, version=person.version, day=today)


def test_a_home_that_knows_one_parent_says_so_and_that_another_team_may_know_more(signed_in):
    page = page_of(signed_in, "davide", HADDAD)
    assert UNKNOWN in page
    assert ASK in page


def test_where_both_are_written_nothing_is_missing(signed_in):
    assert UNKNOWN not in page_of(signed_in, "assistente", MARCHETTI)


def test_an_act_that_says_that_one_alone_decides_settles_it(acting_as, today):
    with acting_as("lucia") as viewer:
        seen = household_of(viewer, HADDAD)
        assert {of.other_unknown for of in deciding_in(viewer, seen, today).of_each} == {True}
        child, father = Person.objects.get(pk=NADIA), Person.objects.get(pk=KARIM)
        act = guardian("parental", authority="", since=today)
        write_responsibility(seen.household, Holding(child, act, father), by=viewer)
        of = next(of for of in deciding_in(viewer, seen, today).of_each if of.member.person.pk == NADIA)
        assert (of.other_unknown, [says.who for says in of.says]) == (False, ["Karim Haddad"])


def test_the_dead_are_not_offered_and_not_taken(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        aldo = somebody(viewer, today, "Aldo")
        dies(viewer, today, aldo)
        holding = Holding(Person.objects.get(pk=NADIA), guardian(since=today), Person.objects.get(pk=aldo.pk))
        home = Household.objects.get(pk=MARCHETTI)
        with pytest.raises(Refused, match="responsibility") as no:
            write_responsibility(home, holding, by=viewer)
        assert "non c'è più" in str(no.value.reason)
    assert str(aldo.pk) not in page_of(signed_in, "assistente", MARCHETTI, "write_responsibility")


def test_a_guardian_who_dies_in_another_home_displaces_the_mother_no_more(acting_as, today):
    """The act stands, as nobody has closed it: it gives nothing any more, and can still be corrected."""
    with acting_as("assistente") as viewer:
        aldo, home = somebody(viewer, today, "Aldo"), Household.objects.get(pk=MARCHETTI)
        holding = Holding(Person.objects.get(pk=NADIA), guardian(since=today), aldo)
        row = write_responsibility(home, holding, by=viewer)
        aldo.refresh_from_db()
        aldo.died_on = today
        aldo.save(update_fields=["died_on"])
        deciding = deciding_in(viewer, household_of(viewer, MARCHETTI), today)
        decides = deciding.decides(str(NADIA))
        assert [*map(deciding.called, decides.must)] == ["Karim Haddad", "Elena Marchetti"]
        assert str(decides.cannot[str(aldo.pk)]) == "non c'è più"
        corrected = Holding(holding.person, guardian(since=today, authority="Tribunale di Pavia"), aldo)
        edit_responsibility(row, corrected, by=viewer, version=1)


def test_a_minor_s_guardian_is_not_asked_after_the_eighteenth_birthday(acting_as, today):
    with acting_as("assistente") as viewer:
        born = date(today.year - 18, today.month, 1)
        giulia = somebody(viewer, today, "Giulia", birth_date=born)
        home = Household.objects.get(pk=MARCHETTI)
        holding = Holding(giulia, guardian("guardian", since=today), None, "avv. Tutrice")
        row = write_responsibility(home, holding, by=viewer)
        type(row).objects.filter(pk=row.pk).update(since=date(2020, 1, 1), version=2)
        deciding = deciding_in(viewer, household_of(viewer, MARCHETTI), today)
        of = next(of for of in deciding.of_each if of.member.person.pk == giulia.pk)
        assert [says.who for says in of.says] == ["Giulia Riva"]
        assert [(who, "diciotto anni" in str(why)) for who, why in of.cannot] == [("avv. Tutrice", True)]


def test_of_a_child_of_one_written_parent_a_line_of_the_page_is_enough(acting_as, today):
    """Kinship that says the other one, also dead for years, is an answer."""
    with acting_as("davide") as viewer:
        mother = somebody(viewer, today, "Sana", household=HADDAD)
        home = Household.objects.get(pk=HADDAD)
        Kinship(household=home, team_id=home.team_id, one=mother, other_id=NADIA, kind="parent").save(
            force_insert=True
        )
        dies(viewer, today, mother, HADDAD)
        deciding = deciding_in(viewer, household_of(viewer, HADDAD), today)
        assert not deciding.decides(str(NADIA)).other_unknown
