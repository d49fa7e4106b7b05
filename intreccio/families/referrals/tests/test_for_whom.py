"""For whom one can ask: also for a child in foster care; never for whoever has died, in whatever home."""

from datetime import timedelta

import pytest

from intreccio.families.referrals import actions
from intreccio.families.referrals.queries.snapshot import family_of, words_to_send
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.tests.world import HADDAD, LEO, MARCHETTI, NADIA, fostered


def test_nobody_asks_for_a_child_who_has_died_in_the_other_home_either(acting_as, asked, today):
    with acting_as("assistente") as viewer:
        leo = Person.objects.get(pk=LEO)
        record_death(leo, Household.objects.get(pk=MARCHETTI), by=viewer, version=leo.version, day=today)
    with acting_as("lucia") as viewer:
        assert LEO not in {one.person.pk for one in family_of(viewer, HADDAD).members}
        with pytest.raises(Refused):
            actions.create_referral(Household.objects.get(pk=HADDAD), asked=asked(), by=viewer, today=today)


def test_one_asks_for_a_child_in_care_and_what_is_for_the_whole_home_does_not_name_them(
    acting_as, asked, today
):
    with acting_as("educatrice") as viewer:
        fostered(viewer, NADIA, MARCHETTI, today - timedelta(days=10))
        family = family_of(viewer, MARCHETTI)
        words = {
            about: words_to_send(family, ["name", "age"], person_id=about, reach_id=None, day=today).at_once
            for about in (NADIA, None)
        }
        assert words == {
            NADIA: {"name": "Nadia", "age": "11 anni"}, None: {"name": "Elena e Leo", "age": words[None]["age"]}}  # fmt: skip
        home = Household.objects.get(pk=MARCHETTI)
        made = actions.create_referral(home, asked=asked(person_id=NADIA), by=viewer, today=today)
        assert made.pk
