"""Of what is asked for a child, the yes is of who may decide: for school and health together, or with a written reason."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.rules.responsibility import Act, weighs

MARCHETTI = key_for("household", "marchetti")
ELENA, KARIM, LEO = (key_for("person", name) for name in ("elena", "karim", "leo"))
GUARDIAN = "avv. Anna Bianchi, tutrice"
SCHOOL = {"need": "futuro.istruzione"}


@pytest.fixture
def decides(acting_as, today):
    """`decides("suspended", KARIM)`: an act about Leo."""

    def write(standing="suspended", holder=None, words="", **changes):
        said = {"kind": "parental", "standing": standing, "decisions": (), "may_be_told": True,
                "authority": "Tribunale", "since": today, **changes}  # fmt: skip
        with acting_as("assistente") as viewer:
            person = Person.objects.get(pk=holder) if holder else None
            holding = Holding(Person.objects.get(pk=LEO), Act(**said), person, words)
            write_responsibility(Household.objects.get(pk=MARCHETTI), holding, by=viewer)

    return write


@pytest.mark.parametrize(
    ("need", "yes"),
    [
        ("futuro.istruzione", True), ("salute.sanitaria", True), ("salute.psicologica", True),
        ("emergenze.sanitario", True), ("futuro.educative", False), ("emergenze.alimentare", False), ("abitare", False),
    ],
)  # fmt: skip
def test_what_weighs_is_asked_of_both(need, yes):
    assert weighs(need) is yes


def test_for_school_both_say_yes_or_it_is_said_why(acting_as, send):
    with pytest.raises(Refused, match="who_decides") as no:
        send(**SCHOOL)
    assert "Manca il sì di Karim Haddad" in str(no.value.reason)
    both, alone = (
        send(**SCHOOL, consent_also=[str(KARIM)], consent_reason="non serve"),
        send(**SCHOOL, consent_reason=" è in viaggio "),
    )
    with acting_as("educatrice"):
        said = {row.referral_id: row for row in ReferralOrigin.objects.filter(referral__in=[both, alone])}
        assert (said[both].consent_also, said[both].consent_reason) == (["Karim Haddad"], "")
        assert (said[alone].consent_also, said[alone].consent_reason) == ([], "è in viaggio")


def test_the_reason_stays_with_the_family_s_side(acting_as, send):
    key = send(**SCHOOL, consent_reason="Karim è in viaggio")
    with acting_as("tommaso"):
        assert "viaggio" not in str(Referral.objects.get(pk=key).snapshot)
        assert not ReferralOrigin.objects.filter(referral=key).exists()


def test_for_an_afternoon_of_play_one_parent_is_enough_also_from_the_other_home(acting_as, send):
    key = send(consent_of=KARIM)
    with acting_as("educatrice"):
        origin = ReferralOrigin.objects.get(referral=key)
        assert (origin.consent_of_id, origin.consent_reason) == (KARIM, "")


def test_whose_responsibility_is_suspended_does_not_say_yes_for_a_child(send, decides):
    decides("suspended", KARIM)
    with pytest.raises(Refused, match="who_decides") as no:
        send(consent_of=KARIM, consent_reason="è urgente")
    assert "Per Leo manca ancora il sì di chi decide: Elena Marchetti" in str(no.value.reason)
    assert send(**SCHOOL), "and is not waited for"


def test_a_limit_counts_on_its_matter(send, decides):
    decides("limited", KARIM, decisions=("school",))
    with pytest.raises(Refused, match="who_decides"):
        send(consent_of=KARIM)
    assert send(**SCHOOL)
    assert send(need="emergenze.alimentare", consent_of=KARIM)


def test_a_guardian_who_is_not_of_the_family(acting_as, send, decides):
    decides("full", words=GUARDIAN, kind="guardian")
    with pytest.raises(Refused, match="who_decides"):
        send()
    key = send(consent_of=None, consent_words=GUARDIAN)
    with acting_as("educatrice"):
        origin = ReferralOrigin.objects.get(referral=key)
        assert (origin.consent_of_id, origin.consent_words) == (None, GUARDIAN)
    with pytest.raises(Refused, match="no_consent"):
        send(consent_of=None, consent_words="Qualcuno che passava")


def test_who_fosters_says_yes_to_what_is_of_every_day(send, decides):
    decides("full", words="Rita Sala, affidataria", kind="foster_carer")
    assert send(consent_of=None, consent_words="Rita Sala, affidataria")
    with pytest.raises(Refused, match="who_decides"):
        send(**SCHOOL, consent_of=None, consent_words="Rita Sala, affidataria")


def test_who_is_not_to_be_told_is_never_whom_to_call(acting_as, send, decides):
    decides("full", ELENA, may_be_told=False)
    key = send(consent_of=ELENA)
    with acting_as("educatrice"):
        assert "reach" not in ReferralOrigin.objects.get(referral=key).after_yes


def test_where_nobody_decides_it_is_asked_whether_the_court_knows(send, decides):
    for holder in (ELENA, KARIM):
        decides("suspended", holder)
    with pytest.raises(Refused, match="who_decides") as no:
        send()
    assert "serve una tutrice o un tutore" in str(no.value.reason)
    assert send(consent_reason="Scritto oggi al tribunale")


def test_the_form_says_it_beside_the_field_and_keeps_what_was_typed(signed_in, decides, today):
    decides("full", KARIM, may_be_told=False)
    client = signed_in("educatrice")
    service = key_for("service", "spazio_gioco_il_cortile")
    address = f"{reverse('create_referral')}?household={MARCHETTI}&need=futuro.istruzione&service={service}"
    said = {"person": str(LEO), "request": "Due mattine.", "urgency": "weeks", "answer_by": today.isoformat(),
            "least": ["name", "age"], "consent": "voice", "consent_of": str(ELENA), "consent_on": today.isoformat(),
            "once": str(new_key())}  # fmt: skip
    answer = client.post(address, said)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Manca il sì di Karim Haddad" in page
    assert "Non informare Karim Haddad." in page
    assert "Due mattine." in page
    led = client.post(address, {**said, "consent_reason": "Non si può chiederglielo"})
    assert led.status_code == 302
    assert "Non si può chiederglielo" in unescape(client.get(led.url).content.decode())


def test_retry_asks_again_for_the_yes(acting_as, asked, send, step, today):
    key = send(**SCHOOL, consent_reason="è in viaggio")
    step("decline_referral", key, reason="no_room")
    with acting_as("educatrice") as viewer:
        former = Referral.objects.get(pk=key)
        with pytest.raises(Refused, match="who_decides"):
            actions.retry_referral(former, asked=asked(**SCHOOL), by=viewer, today=today)
