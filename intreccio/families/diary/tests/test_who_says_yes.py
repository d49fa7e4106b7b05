"""A line for a minor has the yes of who decides for them, of both parents or with the reason; and who it can be for."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.diary import actions
from intreccio.families.diary.actions import Asked
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.tests.conftest import case_of, person
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import leave_home
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import fostered, text

MARCHETTI = key_for("household", "marchetti")
GUARDIAN = "avv. Anna Bianchi, tutrice"


def asked(day, **more):
    said = {"kind": "young", "for_whom": [person("nadia")], "question": "Esce poco.", "rhythm": "weekly",
            "yes_of": person("elena"), "yes_how": "voice", "yes_on": day}  # fmt: skip
    return Asked(**{**said, **more})


def ask(viewer, day, **more):
    return actions.ask_line(case_of("marchetti"), asked(day, **more), by=viewer, today=day)


def an_act(viewer, day, *, holder="karim", words="", **more):
    said = {"kind": "parental", "standing": "forfeited", "decisions": (), "may_be_told": True,
            "authority": "Tribunale", "since": day, **more}  # fmt: skip
    whose = None if words else Person.objects.get(pk=person(holder))
    holding = Holding(Person.objects.get(pk=person("nadia")), Act(**said), whose, words)
    write_responsibility(Household.objects.get(pk=MARCHETTI), holding, by=viewer)


def test_both_parents_say_yes_or_it_is_said_why(acting_as, signed_in, day):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused) as no:
            ask(viewer, day)
        assert "Manca il sì di Karim Haddad" in str(no.value.reason)
        both = ask(viewer, day, yes_also=[str(person("karim"))], yes_reason="non serve")
        assert both.yes_of_id == person("elena")
        assert (both.question, both.yes_also, both.yes_reason) == ("Esce poco.", [str(person("karim"))], "")
        alone = ask(viewer, day, yes_reason=" è in viaggio ")
        assert (alone.question, alone.yes_also, alone.yes_reason) == ("Esce poco.", [], "è in viaggio")
    shown = [
        text(signed_in("assistente").get(reverse("line_page", args=[line.pk]))) for line in (both, alone)
    ]
    assert "Ha detto di sì anche: Karim" in shown[0]
    assert "Si va avanti senza un altro sì perché: è in viaggio" in shown[1]


def test_the_yes_of_a_father_who_has_forfeited_is_not_enough(acting_as, day):
    with acting_as("assistente") as viewer:
        an_act(viewer, day)
        with pytest.raises(Refused) as no:
            ask(viewer, day, yes_of=person("karim"), yes_reason="è urgente")
        assert "Per Nadia manca ancora il sì di chi decide: Elena Marchetti" in str(no.value.reason)
        assert ask(viewer, day).yes_of_id == person("elena")


def test_a_guardian_who_is_not_of_the_family_says_yes_in_words(acting_as, signed_in, day):
    with acting_as("assistente") as viewer:
        an_act(viewer, day, words=GUARDIAN, kind="guardian", standing="full")
        with pytest.raises(Refused):
            ask(viewer, day, yes_reason="è urgente")
        line = ask(viewer, day, yes_of=GUARDIAN)
        assert (line.yes_of_id, line.yes_how, line.yes_on) == (None, "", None)
        assert (line.question, line.yes_also) == ("Esce poco.", [GUARDIAN])
    assert f"Ha detto di sì anche: {GUARDIAN}." in text(
        signed_in("assistente").get(reverse("line_page", args=[line.pk]))
    )


def test_where_nobody_decides_it_is_said_whom_one_has_told(acting_as, day):
    with acting_as("assistente") as viewer:
        an_act(viewer, day)
        an_act(viewer, day, holder="elena", standing="suspended")
        nobody = {"yes_of": None, "yes_how": "", "yes_on": None}
        with pytest.raises(Refused) as no:
            ask(viewer, day, **nobody)
        assert "serve una tutrice o un tutore" in str(no.value.reason)
        line = ask(viewer, day, **nobody, yes_reason="ho scritto al tribunale")
        assert line.yes_reason == "ho scritto al tribunale"


def test_the_page_offers_only_who_decides_and_says_who_is_not_to_be_told(acting_as, signed_in, day):
    with acting_as("assistente") as viewer:
        an_act(viewer, day, may_be_told=False)
    page = text(signed_in("assistente").get(reverse("ask_line", args=[key_for("case", "marchetti")])))
    assert "Non informare Karim Haddad" in page
    offered = page.split('name="yes_of"')[1].split("</select>")[0]
    assert "Elena Marchetti" in offered
    assert "Nadia" not in offered


def test_a_child_in_foster_care_can_have_a_line_and_so_can_a_father_who_lives_elsewhere(acting_as, day):
    with acting_as("assistente") as viewer:
        fostered(viewer, person("nadia"), MARCHETTI, day - timedelta(days=30))
        family = family_of(viewer, Household.objects.get(pk=MARCHETTI))
        names = [each.given for each in family.here]
        assert {"Nadia", "Karim"} <= set(names)
        assert "Ines" not in names
        line = ask(viewer, day, kind="parents", for_whom=[person("elena"), person("karim")], yes_of=None)
        assert line.for_whom == [person("elena"), person("karim")]


def test_who_was_written_by_mistake_or_has_left_is_asked_for_no_more(acting_as, day):
    with acting_as("assistente") as viewer:
        stay = HouseholdMembership.objects.kept().get(
            household=MARCHETTI, person=person("nadia"), kind="lives"
        )
        leave_home(stay, by=viewer, version=stay.version, until=day, still_kin=False)
        with pytest.raises(Refused, match="not_here"):
            ask(viewer, day)
