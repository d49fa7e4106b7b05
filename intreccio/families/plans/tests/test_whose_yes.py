"""To whom an address is no longer given, whose yes is no longer the family's, and what a minor reads with one."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Goal
from intreccio.families.plans.queries.handing import may_be_handed
from intreccio.families.plans.tests.test_handing import DRAFT, MOTHER, address, draft, once, yeses
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import HouseholdMembership, Kinship, Person

HOME = key_for("household", "rossetti_lima")
FATHER, ELDEST = key_for("person", "rossetti_lima_2"), key_for("person", "rossetti_lima_4")


@pytest.fixture
def lives_elsewhere(acting_as, today):
    """`lives_elsewhere(kin=True)`: the mother has left the home yesterday; decides=False: she was nobody's mother."""

    def leave(*, kin=False, decides=False):
        with acting_as("assistente"):
            home = HouseholdMembership.objects.get(household=HOME, person=MOTHER, voided_at=None)
            role = home.role if decides else "other"
            left = today - timedelta(days=1)
            HouseholdMembership.objects.filter(pk=home.pk).update(until=left, role=role)
            if not decides:
                Kinship.objects.filter(household=HOME, one=MOTHER).update(kind="grandparent")
            if kin:
                HouseholdMembership(
                    household_id=HOME,
                    person_id=MOTHER,
                    team_id=home.team_id,
                    kind="kin",
                    role=role,
                    since=left,
                ).save(force_insert=True)

    return leave


def test_who_has_left_the_home_is_given_nothing_and_says_no_yes_of_the_family(
    acting_as, signed_in, phone, give, today, lives_elsewhere
):
    before = address(give())
    lives_elsewhere()
    assert phone.get(before).status_code == 410
    assert phone.post(before, once()).status_code == 410
    client = signed_in("assistente")
    assert str(MOTHER) not in client.get(reverse("hand_plan", args=[DRAFT])).content.decode()
    said = once(who=f"person:{MOTHER}", how="voice", day=today.isoformat())
    answer = client.post(reverse("accept_plan", args=[DRAFT]), said)
    assert answer.status_code == 422
    assert "Non è più di questa famiglia" in unescape(answer.content.decode())
    with acting_as("assistente") as by:
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        with pytest.raises(Refused, match="cannot_hand"):
            actions.hand_plan(draft(), who.person, by=by, today=today)
        with pytest.raises(Refused, match="not_of_the_family"):
            actions.accept_plan(draft(), who, how="voice", day=today, by=by, today=today)
        before_leaving = today - timedelta(days=3)
        actions.accept_plan(draft(), who, how="voice", day=before_leaving, by=by, today=today)
    assert len(yeses(acting_as)) == 1


def test_who_is_only_kin_and_decides_for_nobody_is_not_given_it(acting_as, today, lives_elsewhere):
    lives_elsewhere(kin=True)
    with acting_as("assistente") as by:
        assert str(MOTHER) not in {key for key, _name in may_be_handed(by, draft(), today)}
        with pytest.raises(Refused) as no:
            actions.hand_plan(draft(), Person.objects.get(pk=MOTHER), by=by, today=today)
    assert "Vive altrove" in str(no.value.reason)


@pytest.mark.parametrize("kin", [True, False])
def test_a_parent_who_lives_elsewhere_goes_on_deciding_and_is_named_among_who_sees_it(
    phone, give, lives_elsewhere, kin
):
    lives_elsewhere(kin=kin, decides=True)
    text = unescape(phone.get(address(give())).content.decode())
    assert "Clara" in text.partition("Questo progetto lo vedono: ")[2].partition("</p>")[0]


GROWN_UPS = "Con quel ragazzo non ce la faccio più"


def test_a_minor_reads_their_own_version_and_nothing_of_the_grown_ups(acting_as, phone, today):
    with acting_as("assistente") as by:
        Person.objects.filter(pk=ELDEST).update(birth_date=today.replace(year=today.year - 15, day=1))
        said = actions.Disagreed(GROWN_UPS)
        actions.write_disagreement(draft(), said, person=Person.objects.get(pk=MOTHER), by=by, today=today)
        titles = list(
            Goal.objects.filter(plan=DRAFT, side="parents", child_words="").values_list("title", flat=True)
        )
        link = actions.hand_plan(draft(), Person.objects.get(pk=ELDEST), by=by, today=today)
    assert titles
    opened = phone.get(address(link))
    text = unescape(opened.content.decode())
    assert opened.status_code == 200
    assert opened["Cache-Control"] == "no-store"
    assert "Che cosa stiamo facendo" in text
    assert "Possono leggerlo anche la tua famiglia" in text
    for words in (GROWN_UPS, *titles, "I cinque gradini"):
        assert words not in text
    answer = phone.post(address(link), once(reservation="Solo se papà non lo sa"))
    assert answer.status_code == 302
    with acting_as("assistente"):
        row = Acceptance.objects.get(plan=DRAFT, person=ELDEST)
    assert (row.how, row.reservation, row.reservation_shared) == (
        "own_version",
        "Solo se papà non lo sa",
        False,
    )
    assert row.imprint
    assert row.listened_by_id == row.written_by_id


def test_a_child_of_whom_no_birth_is_written_is_given_no_page_of_the_grown_ups(
    acting_as, phone, signed_in, today
):
    with acting_as("assistente") as by:
        Person.objects.filter(pk=ELDEST).update(birth_date=today.replace(year=today.year - 15, day=1))
        child = Person.objects.get(pk=ELDEST)
        before = actions.hand_plan(draft(), child, by=by, today=today)
        Person.objects.filter(pk=ELDEST).update(birth_date=None)
        assert str(ELDEST) not in {key for key, _name in may_be_handed(by, draft(), today)}
        with pytest.raises(Refused) as no:
            actions.hand_plan(draft(), child, by=by, today=today)
    assert "non è scritto quando" in str(no.value.reason)
    assert phone.get(address(before)).status_code == 410
    assert phone.post(address(before), once()).status_code == 410


def test_who_becomes_eighteen_in_a_year_of_which_no_day_is_written_is_given_no_page_of_the_grown_ups(
    acting_as, today
):
    with acting_as("assistente") as by:
        born = today.replace(year=today.year - 18, month=1, day=1)
        Person.objects.filter(pk=ELDEST).update(birth_date=born, birth_precision="year")
        assert str(ELDEST) not in {key for key, _name in may_be_handed(by, draft(), today)}
        with pytest.raises(Refused) as no:
            actions.hand_plan(draft(), Person.objects.get(pk=ELDEST), by=by, today=today)
    assert "non è scritto quando" in str(no.value.reason)
