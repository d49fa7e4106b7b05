"""Who is not to be told is said where one is about to tell; nobody invites whoever has died."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases.actions.conferences import Doer, Prepared, plan_conference
from intreccio.families.cases.queries.conferences import who_could_come
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.queries.untold import untold_of
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import ELENA, HADDAD, LEO, MARCHETTI, NADIA, text

KARIM, CASE = key_for("person", "karim"), key_for("case", "marchetti")


@pytest.fixture
def karim_is_not_told(acting_as, today):
    with acting_as("assistente") as viewer:
        act = Act("parental", "limited", ("school",), False, "Tribunale", today)
        holding = Holding(Person.objects.get(pk=NADIA), act, Person.objects.get(pk=KARIM))
        write_responsibility(Household.objects.get(pk=MARCHETTI), holding, by=viewer)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("case_page", ""),
        ("ask_line", ""),
        ("send_report", ""),
        ("send_report", "?to=school"),
        ("send_report", "?to=court"),
        ("plan_conference", ""),
    ],
)
def test_it_is_said_where_one_is_about_to_tell(karim_is_not_told, signed_in, name, query):
    page = text(signed_in("assistente").get(reverse(name, args=[CASE]) + query))
    assert "Non informare Karim Haddad." in page


def test_where_everybody_may_be_told_nothing_is_said(signed_in):
    assert "Non informare" not in text(signed_in("assistente").get(reverse("case_page", args=[CASE])))


def test_whoever_is_invited_is_named_with_the_warning_beside(karim_is_not_told, signed_in):
    page = text(signed_in("assistente").get(reverse("plan_conference", args=[CASE])))
    assert "Karim Haddad: non informare" in page
    assert "Elena Marchetti: non informare" not in page


def test_the_other_home_s_judge_is_heard_too_by_who_reads_both(karim_is_not_told, acting_as, today):
    with acting_as("awa"):
        assert untold_of(HADDAD, today) == {str(KARIM): "Karim Haddad"}
    with acting_as("davide"):
        assert untold_of(HADDAD, today) == {}
    with acting_as("assistente"):
        assert untold_of(MARCHETTI, today + timedelta(days=-1)) == {}


def test_nobody_invites_whoever_has_died(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        leo = Person.objects.get(pk=LEO)
        record_death(leo, Household.objects.get(pk=MARCHETTI), by=viewer, version=leo.version, day=today)
        case = case_of("marchetti")
        family = dict(who_could_come(viewer, case, today)[0][1])
        assert f"person:{ELENA}" in family
        assert f"person:{LEO}" not in family
        meeting = Prepared(
            "team", today + timedelta(days=7), None, "", ("La scuola",), (Doer(person_id=LEO),)
        )
        with pytest.raises(Refused, match="not_of_these"):
            plan_conference(case, meeting, by=viewer, today=today)
