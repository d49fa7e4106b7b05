"""Who is of the family today: whoever has died lives nowhere, and a child in foster care is still a child of theirs."""

from datetime import timedelta

from django.urls import reverse

from intreccio.parties.people.actions.life import record_death, return_home
from intreccio.parties.people.actions.persons import Draft, add_person
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.life import here_of
from intreccio.parties.people.queries.listing import page_of
from intreccio.parties.people.queries.members import first_names, members_of
from intreccio.parties.people.queries.on_day import on_day
from intreccio.parties.people.queries.responsibility import deciding_of
from intreccio.parties.people.tests.world import HADDAD, LEO, MARCHETTI, NADIA, fostered, text


def member(viewer, household, person):
    members = members_of(viewer, household_of(viewer, household))
    return next(each for each in members if each.person.pk == person)


def leo_dies(by, today):
    """As his mother's team writes it; he lived with his father too, whom another team accompanies."""
    leo = Person.objects.get(pk=LEO)
    day = today - timedelta(days=4)
    return record_death(leo, Household.objects.get(pk=MARCHETTI), by=by, version=leo.version, day=day)


def nadia_is_fostered(by, today):
    fostered(by, NADIA, MARCHETTI, today - timedelta(days=30))


def ages_in_the_list(viewer, household):
    return next(line.minors for line in page_of(viewer).lines if line.key == household)


def test_who_has_died_lives_in_no_home_also_in_that_of_another_team(acting_as, today):
    with acting_as("assistente") as viewer:
        leo_dies(viewer, today)
    with acting_as("davide") as viewer:
        leo = member(viewer, HADDAD, LEO)
        assert (leo.lives_here, leo.belongs, leo.is_kin, leo.senses) == (False, False, True, [])
        members = members_of(viewer, household_of(viewer, HADDAD))
        assert "Leo" not in first_names(members)
        assert "3" not in ages_in_the_list(viewer, HADDAD)
        here = here_of(viewer, household_of(viewer, HADDAD))
        asked_for = [*here.living, *here.born, *here.children, *here.away]
        assert LEO not in {each.person.pk for each in asked_for}
        assert LEO not in {of.member.person.pk for of in deciding_of(HADDAD, members, today).of_each}


def test_the_other_home_s_page_says_that_he_is_no_longer_there(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        leo_dies(viewer, today)
    page = text(signed_in("davide").get(reverse("household_page", args=[HADDAD])))
    assert "Leo Haddad</a>, figlia o figlio · non c'è più" in page
    assert "Leo (3)" not in page


def test_on_a_day_after_a_death_nobody_says_that_they_live_there(acting_as, today):
    with acting_as("assistente") as viewer:
        leo_dies(viewer, today)
    for account, household in (("assistente", MARCHETTI), ("davide", HADDAD)):
        with acting_as(account) as viewer:
            seen = household_of(viewer, household)
            alive, after = (on_day(viewer, seen, today - timedelta(days=days)) for days in (5, 4))
            assert LEO in {then.member.person.pk for then in alive.people}
            assert LEO not in {then.member.person.pk for then in after.people}
            assert LEO in {then.member.person.pk for then in after.kin}


def test_before_the_day_of_a_death_one_lived_there(acting_as, today):
    with acting_as("assistente") as viewer:
        leo = member(viewer, MARCHETTI, LEO)
        leo.person.died_on, leo.day = today, today - timedelta(days=1)
        assert leo.lives_here
        leo.day = today
        assert not leo.lives_here


def test_a_child_in_foster_care_is_still_a_child_of_the_family(acting_as, today):
    with acting_as("assistente") as viewer:
        nadia_is_fostered(viewer, today)
        nadia = member(viewer, MARCHETTI, NADIA)
        assert (nadia.lives_here, nadia.is_kin, nadia.is_ours) == (False, True, True)
        assert ages_in_the_list(viewer, MARCHETTI) == "3 e 11 anni"
        members = members_of(viewer, household_of(viewer, MARCHETTI))
        assert first_names(members) == "Elena, Nadia (11) e Leo (3)"
        assert NADIA in {of.member.person.pk for of in deciding_of(MARCHETTI, members, today).of_each}
        kin = HouseholdMembership.objects.kept().get(household=MARCHETTI, person=NADIA, kind="kin")
        assert kin.until is None


def test_a_relative_who_lives_elsewhere_is_not_a_child_of_the_home(acting_as, today):
    """Kin alone is not enough, nor is a foster carer whose care has ended, nor having grown up with one."""
    with acting_as("assistente") as viewer:
        nadia_is_fostered(viewer, today)
        nadia = member(viewer, MARCHETTI, NADIA)
        nadia.day = nadia.person.birth_date.replace(year=nadia.person.birth_date.year + 18)
        assert not nadia.is_ours
        ines = next(
            each for each in members_of(viewer, household_of(viewer, MARCHETTI)) if each.given == "Ines"
        )
        assert not ines.is_ours


def test_who_has_come_home_again_is_there_once(acting_as, today):
    with acting_as("assistente") as viewer:
        draft = Draft(given="Sole", family="Riva", role="child", birth_date=today - timedelta(days=6 * 366))
        sole = add_person(
            Household.objects.get(pk=MARCHETTI), draft, by=viewer, since=today - timedelta(days=400)
        )
        fostered(viewer, sole.pk, MARCHETTI, today - timedelta(days=30))
        assert ages_in_the_list(viewer, MARCHETTI) == "3, 6 e 11 anni"
        kin = HouseholdMembership.objects.kept().get(household=MARCHETTI, person=sole, kind="kin")
        return_home(kin, by=viewer, day=today)
        assert ages_in_the_list(viewer, MARCHETTI) == "3, 6 e 11 anni"
        back = member(viewer, MARCHETTI, sole.pk)
        assert (back.lives_here, back.is_placed) == (True, False)
