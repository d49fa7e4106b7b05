"""A request without an answer, one of which nobody asked whether it helped, and the family's word as a contact."""

from datetime import timedelta

import pytest

from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.families.cases.queries.said import said_of
from intreccio.families.referrals.models import ReferralOrigin
from intreccio.ground.kernel.keys import key_for


def found(household, today, kind):
    return [
        one for one in prompts_of_household(key_for("household", household), today=today) if one.kind == kind
    ]


def test_a_request_without_an_answer_is_said_after_its_day(acting_as, today):
    with acting_as("lucia") as viewer:
        origin = ReferralOrigin.objects.get(referral_id=key_for("referral", "mattia_scuola"))
        assert found("conti", origin.answer_by + timedelta(days=3), "referral_unanswered") == []
        (prompt,) = found("conti", origin.answer_by + timedelta(days=4), "referral_unanswered")
        said = said_of(viewer, prompt, today=today)
        assert "Scuola aperta" in said.why
        assert str(origin.referral_id) in said.way.url


def test_what_ended_is_asked_about_until_the_family_has_said(acting_as, today):
    with acting_as("assistente") as viewer:
        (prompt,) = found("hoxha", today, "referral_unheard")
        assert "non abbiamo ancora chiesto" in said_of(viewer, prompt, today=today).why
        ReferralOrigin.objects.filter(referral_id=prompt.subject_id).update(
            state="answered", answered_on=today, family_words="Sì."
        )
        assert found("hoxha", today + timedelta(days=90), "referral_unheard") == []


@pytest.mark.parametrize("state", ["accepted", "under_way", "declined", "withdrawn"])
def test_what_has_an_answer_is_silent(acting_as, today, state):
    with acting_as("lucia"):
        ReferralOrigin.objects.filter(referral_id=key_for("referral", "mattia_scuola")).update(state=state)
        assert found("conti", today + timedelta(days=300), "referral_unanswered") == []


def test_the_familys_word_is_a_contact(acting_as, today):
    with acting_as("assistente"):
        rows = ReferralOrigin.objects.filter(household_id=key_for("household", "hoxha"))
        rows.update(answered_on=today)
        assert found("hoxha", today, "no_contact") == []
