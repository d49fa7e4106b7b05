"""A request leaves with the least that is needed, in the words of that day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from intreccio.families.plans.models import PlanAction
from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral, ReferralOrigin, ReferralStep
from intreccio.families.referrals.queries.starting import start_from
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.actions.languages import write_language
from intreccio.parties.people.models import Household, Language, Person, PersonName


def test_create_referral_sends_the_minimum_and_nothing_else(acting_as, send):
    key = send()
    with acting_as("tommaso"):
        referral = Referral.objects.get(pk=key)
        assert referral.snapshot == {"name": "Leo", "age": "3 anni", "languages": "italiano, arabo"}
        assert not ReferralOrigin.objects.filter(referral=key).exists()
        assert [step.verb for step in ReferralStep.objects.filter(referral=key)] == ["create_referral"]


def test_whom_to_call_is_told_with_the_yes(acting_as, send, step):
    key = send()
    step("accept_referral", key)
    with acting_as("tommaso"):
        assert Referral.objects.get(pk=key).snapshot["reach"] == "Elena, 333 010 2233"


def test_what_was_sent_never_changes(acting_as, send, step, today):
    """Law 12: the family is written anew, the request stays as it left."""
    key = send()
    with acting_as("educatrice"):
        PersonName.objects.filter(person=key_for("person", "leo")).update(given="Leonardo")
        Language.objects.filter(household=key_for("household", "marchetti")).update(until=today)
    step("accept_referral", key)
    with acting_as("tommaso"):
        sent = Referral.objects.get(pk=key).snapshot
        assert (sent["name"], sent["languages"]) == ("Leo", "italiano, arabo")


@pytest.fixture
def needed(acting_as):
    """`needed("elena", "sq")`: somebody of the Marchetti family, or the home, needs a mediator."""

    def write(who: str, code: str) -> None:
        with acting_as("educatrice") as viewer:
            home = Household.objects.get(pk=key_for("household", "marchetti"))
            person = Person.objects.get(pk=key_for("person", who)) if who else None
            write_language(home, by=viewer, person=person, code=code, uses=["mediator"])

    return write


@pytest.fixture
def mediator_told(send, acting_as):
    """What Il Cortile reads of a mediator in a request, for Leo where nobody else is said."""

    def told(**instead) -> str | None:
        more = {"shared": ["name", "age", "mediator"], "more_reason": "Il primo giorno qualcuno traduca"}
        key = send(**more, **instead)
        with acting_as("tommaso"):
            return Referral.objects.get(pk=key).snapshot.get("mediator")

    return told


def test_about_one_child_nobody_reads_who_else_at_home_needs_a_mediator(needed, mediator_told):
    needed("elena", "ur")
    assert mediator_told(person_id=key_for("person", "nadia")) == "no, non serve"
    needed("nadia", "ur")
    assert mediator_told(person_id=key_for("person", "nadia")) == "sì, serve: in urdu"


def test_where_nobody_wrote_what_a_child_speaks_no_letter_says_that_no_mediator_is_needed(
    needed, mediator_told
):
    needed("", "ur")
    assert mediator_told() is None


def test_for_a_whole_home_the_language_is_read_and_not_who_needs_it(needed, mediator_told):
    for who, code in (("elena", "sq"), ("leo", "sq"), ("", "ur")):
        needed(who, code)
    assert mediator_told(person_id=None) == "sì, serve: in albanese; in urdu"


def test_of_a_home_of_which_no_language_is_written_a_request_does_not_say_no(acting_as, mediator_told, today):
    with acting_as("educatrice"):
        Language.objects.filter(household=key_for("household", "marchetti")).update(until=today)
    assert mediator_told(person_id=None) is None


def test_a_protected_family_has_no_place_in_any_letter(acting_as, asked, today):
    with acting_as("educatrice") as viewer:
        family = Household.objects.get(pk=key_for("household", "bah"))
        fatou = key_for("person", "fatou")
        wish = asked(
            shared=["name", "municipality", "reach"],
            more_reason="lo chiedono",
            consent_of=fatou,
            person_id=None,
        )
        referral = actions.create_referral(family, asked=wish, by=viewer, today=today)
        origin = ReferralOrigin.objects.get(referral=referral)
        assert "municipality" not in {*referral.snapshot, *origin.after_yes, *origin.shared}
        assert origin.codes["municipality"] == ""


def test_after_the_way_has_ended_a_request_is_of_the_family_and_of_no_case(acting_as, asked, today):
    with acting_as("sara") as viewer:
        family = Household.objects.get(pk=key_for("household", "galimberti"))
        wish = asked(consent_of=key_for("person", "galimberti_1"), person_id=None)
        referral = actions.create_referral(family, asked=wish, by=viewer, today=today)
        assert ReferralOrigin.objects.get(referral=referral).case_id is None


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        ({"request": "  "}, "cannot_send"),
        ({"shared": ["name", "surname"]}, "cannot_send"),
        ({"to": "letture_0_6"}, "cannot_send"),
        ({"consent_of": key_for("person", "fatou")}, "no_consent"),
        ({"person_id": key_for("person", "fatou")}, "not_at_home"),
    ],
)
def test_what_is_missing_is_said(send, instead, code):
    with pytest.raises(Refused) as no:
        send(**instead)
    assert no.value.code == code


def test_a_day_that_has_passed_is_no_day_to_answer_by(send, today):
    with pytest.raises(Refused):
        send(answer_by=today - timedelta(days=1))


@pytest.mark.parametrize("account", ["comune", "scuola", "admin"])
def test_who_does_not_work_with_the_family_asks_for_nobody(acting_as, asked, today, account):
    with acting_as("educatrice"):
        family = Household.objects.get(pk=key_for("household", "marchetti"))
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.create_referral(family, asked=asked(), by=viewer, today=today)


def test_the_act_of_the_family_carries_codes_and_no_words(acting_as, send):
    key = send()
    with acting_as("educatrice"):
        act = Event.objects.get(kind="referral.sent", subject_id=key)
        assert act.household_id == key_for("household", "marchetti")
        assert {"municipality", "team", "ages", "need", "service", "receiver", "sender", "urgency"} <= set(
            act.codes
        )
        assert "Leo" not in str(act.codes)


def test_for_a_line_of_a_plan_it_is_asked_for_the_person_of_its_goal(acting_as, today):
    """Of the others of the home nothing is told."""
    with acting_as("educatrice") as viewer:
        line = (
            PlanAction.objects.select_related("goal")
            .filter(household_id=key_for("household", "marchetti"), goal__person_id=key_for("person", "leo"))
            .exclude(goal__need_code="")
            .first()
        )
        start = start_from(viewer, household=None, need="", action=line.pk, service=None, today=today)
        assert start.person_id == key_for("person", "leo")


def test_what_is_sent_is_said_in_the_language_of_the_network(acting_as, send):
    with translation.override("en"):
        key = send(shared=["name", "age", "languages"])
    with acting_as("educatrice"):
        assert "anni" in Referral.objects.get(pk=key).snapshot["age"]


def test_whoever_chooses_among_families_has_read_their_names(signed_in, acting_as):
    client = signed_in("educatrice")
    address = reverse("create_referral")
    assert "Famiglia Marchetti Haddad" in client.get(address).content.decode()
    with acting_as("educatrice"):
        reading = Reading.objects.get(page="create_referral")
        assert key_for("household", "marchetti") in reading.shown
