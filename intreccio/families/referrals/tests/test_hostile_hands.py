"""Past the pages, as the serving role: nobody skips a step, speaks for the other side, or brings in another family."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from intreccio.families.cases.actions import hand_over_case
from intreccio.families.cases.models import Case
from intreccio.families.plans.models import PlanAction
from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral, ReferralOrigin, ReferralStep
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.offer.directory.models import Service
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.models import Household
from intreccio.workshop.messages.models import Mail

MARCHETTI, CORTILE = key_for("household", "marchetti"), key_for("service", "spazio_gioco_il_cortile")
LONG_AGO = "2026-01-01T00:00Z"


@pytest.mark.parametrize("verb", ["record_answer", "withdraw_referral", "made_up"])
def test_who_receives_does_not_speak_for_the_family(acting_as, send, step, verb):
    key = send()
    step("accept_referral", key)
    with acting_as("tommaso") as viewer:
        row = ReferralStep(
            referral_id=key, at=LONG_AGO, verb=verb, state_to="accepted", words="ha aiutato tanto",
            by_id=viewer.membership_id, by_receiver=True,
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.parametrize(("account", "state"), [("tommaso", "ended"), ("educatrice", "answered")])
def test_no_step_is_skipped(acting_as, send, account, state):
    key = send()
    more = {"ended": {"end_reason": "done"}, "answered": {"helped": "yes"}}[state]
    with acting_as(account), pytest.raises(DatabaseError), transaction.atomic():
        Referral.objects.filter(pk=key).update(state=state, **more)


def test_what_else_a_family_needs_is_not_told(acting_as, send):
    key = send()
    with acting_as("tommaso"), connection.cursor() as cursor:
        cursor.execute("SELECT referral_codes(%s) ? 'needs'", [key])
        assert cursor.fetchone() == (False,)


def test_a_line_of_another_family_s_plan_is_no_reason(acting_as, asked, today):
    with acting_as("educatrice") as viewer:
        other = PlanAction.objects.exclude(household_id=MARCHETTI).first()
        assert other is not None
        family = Household.objects.get(pk=MARCHETTI)
        with pytest.raises(DatabaseError), transaction.atomic():
            actions.create_referral(family, asked=asked(action_id=other.pk), by=viewer, today=today)


def new_referral(viewer, today, **instead):
    body = Service.objects.get(pk=CORTILE).organisation_id
    said = {
        "code": "X-1", "service_id": CORTILE, "receiver_id": body, "sender_id": viewer.organisation_id,
        "asked_by_id": viewer.membership_id, "need_code": "futuro.educative", "request": "x", "urgency": "now",
        "answer_by": today, "sent_at": LONG_AGO, "state_since": LONG_AGO, **instead,
    }  # fmt: skip
    return Referral(**said)


def test_a_body_is_asked_for_its_own_services(acting_as, today):
    with acting_as("educatrice") as viewer:
        other = Service.objects.exclude(
            organisation_id=Service.objects.get(pk=CORTILE).organisation_id
        ).first()
        with pytest.raises(DatabaseError), transaction.atomic():
            new_referral(viewer, today, receiver_id=other.organisation_id).save(force_insert=True)


def test_a_request_is_for_somebody_of_the_family(acting_as, today):
    with acting_as("educatrice") as viewer:
        referral = new_referral(viewer, today)
        referral.save(force_insert=True)
        team = Household.objects.get(pk=MARCHETTI).team_id
        with pytest.raises(DatabaseError), transaction.atomic():
            ReferralOrigin(
                household_id=MARCHETTI, team_id=team, referral=referral, person_id=key_for("person", "fatou"),
                sent_at=LONG_AGO, answer_by=today, consent="voice", consent_on=today,
            ).save(force_insert=True)  # fmt: skip


def test_a_preview_leaves_its_trace(signed_in, acting_as):
    """Without ever opening the page: names, telephone and fiscal code come back from a form sent for its preview."""
    address = f"{reverse('create_referral')}?household={MARCHETTI}&need=futuro.educative&service={CORTILE}"
    elena = str(key_for("person", "elena"))
    said = {
        "preview": "1",
        "person": elena,
        "least": ["reach"],
        "more": ["codice_fiscale"],
        "consent_of": elena,
    }
    answer = signed_in("educatrice").post(address, said)
    assert "333 010 2233" in answer.content.decode()
    with acting_as("coordinatrice"):
        assert Reading.objects.filter(page="create_referral", household_id=MARCHETTI).exists()


def test_a_form_sent_in_vain_leaves_its_trace(signed_in, acting_as):
    signed_in("educatrice").post(reverse("score_goal", args=[key_for("goal", "marchetti-1-c1")]), {})
    with acting_as("coordinatrice"):
        assert Reading.objects.filter(page="score_goal", household_id=MARCHETTI).exists()


def test_the_answer_is_told_to_who_has_the_family_now(acting_as, send, today):
    key = send()
    with acting_as("coordinatrice") as viewer:
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        team = Team.objects.exclude(pk__in=[case.team_id, *viewer.team_ids]).first().pk
        hand_over_case(
            case, to_team_id=team, motive="arranged", summary="Con loro, da oggi.", by=viewer, today=today
        )
    with acting_as("educatrice"):
        assert not Referral.objects.filter(pk=key).exists()
    with acting_as("tommaso") as viewer:
        referral = Referral.objects.select_related("service").get(pk=key)
        actions.decline_referral(referral, reason="other", by=viewer, today=today)
    with acting_as("admin"):
        told = Mail.objects.filter(letter="referral_answered").values_list("to", flat=True)
        assert "educatrice@example.org" not in told


@pytest.mark.parametrize("function", ["take_place", "give_back_place"])
def test_places_are_counted_beside_a_referral_by_nobody(db, function):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_function_privilege(current_user, %s, 'EXECUTE')", [f"{function}(uuid, date)"]
        )
        assert cursor.fetchone() == (False,)


def test_a_yes_by_hand_takes_its_place_and_finds_none_where_there_is_none(acting_as):
    """Whoever says yes past the pages: the state itself counts."""
    with acting_as("tommaso") as viewer:
        asked = Referral.objects.filter(
            receiver_id=viewer.organisation_id, state="seen", service__places_free__gt=0
        ).first()
        free = asked.service.places_free
        assert Referral.objects.filter(pk=asked.pk).update(state="accepted") == 1
        asked.refresh_from_db()
        assert (asked.took_a_place, Service.objects.get(pk=asked.service_id).places_free) == (True, free - 1)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Referral.objects.filter(pk=asked.pk).update(took_a_place=False)
