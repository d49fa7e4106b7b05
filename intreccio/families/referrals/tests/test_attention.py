"""A request without an answer, one of which nobody asked whether it helped, and the family's word as a contact."""

from datetime import timedelta

import pytest

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.families.cases.queries.said import said_of
from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral, ReferralOrigin
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
        referral = Referral.objects.get(pk=prompt.subject_id)
        actions.record_answer(referral, helped="yes", words="Sì, molto.", by=viewer, today=today)
        assert found("hoxha", today + timedelta(days=90), "referral_unheard") == []
        assert found("hoxha", today + timedelta(days=30), "no_contact") == []


@pytest.mark.parametrize("account", ["assistente", "lucia", "sara"])
def test_what_has_an_answer_is_silent(acting_as, today, account):
    """Long after, exactly what nobody answered is unanswered, and exactly what has only ended is unheard."""
    far = today + timedelta(days=900)
    with acting_as(account) as viewer:
        rows = list(ReferralOrigin.objects.filter(team_id__in=viewer.team_ids).select_related("referral"))
        assert rows
        open_homes = set(
            Case.objects.filter(ended_on=None, voided_at=None).values_list("household_id", flat=True)
        )
        for kind, states in (("referral_unanswered", {"asked", "seen"}), ("referral_unheard", {"ended"})):
            wanted = {
                row.referral_id for row in rows if row.state in states and row.household_id in open_homes
            }
            asked = {
                one.subject_id
                for home in {row.household_id for row in rows}
                for one in prompts_of_household(home, today=far)
                if one.kind == kind
            }
            assert asked == wanted
