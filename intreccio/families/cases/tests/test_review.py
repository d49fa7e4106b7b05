"""The plan begins, is looked at together, goes on: `begin_plan`, `begin_review`, `end_review`."""

from datetime import timedelta

import pytest

from intreccio.families.cases import actions
from intreccio.families.cases.models import CaseStep
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused


def test_a_plan_begins_once(acting_as, case_of, today):
    with acting_as("educatrice") as viewer:
        case = case_of("quispe")
        actions.begin_plan(case, motive=Motive.AGREED, by=viewer, today=today)
        case.refresh_from_db()
        assert (case.stage, case.stage_since) == (Stage.PLAN, today)
        assert Event.objects.get(kind="case.plan_begun", subject_id=case.pk).codes["motive"] == "agreed"
        with pytest.raises(Refused, match="stage"):
            actions.begin_plan(case, motive=Motive.AGREED, by=viewer, today=today)


def test_a_review_is_prepared_for_a_day_and_the_plan_goes_on(acting_as, case_of, today):
    with acting_as("educatrice") as viewer:
        case, day = case_of("marchetti"), today + timedelta(days=8)
        actions.begin_review(case, words="La scuola. Ci sarà Elena.", review_on=day, by=viewer, today=today)
        case.refresh_from_db()
        assert (case.stage, case.review_on) == (Stage.REVIEW, day)
        actions.end_review(case, words="Leo parla di più.", by=viewer, today=today)
        case.refresh_from_db()
        assert (case.stage, case.stage_since) == (Stage.PLAN, today)
        log = CaseStep.objects.filter(case=case, day=today).order_by("id").values_list("verb", "words")
        assert list(log) == [
            ("begin_review", "La scuola. Ci sarà Elena."),
            ("end_review", "Leo parla di più."),
        ]
        kinds = Event.objects.filter(subject_id=case.pk, kind__startswith="case.review", at__date=today)
        assert set(kinds.values_list("kind", flat=True)) == {"case.review_begun", "case.review_ended"}


@pytest.mark.parametrize("days", [-1, 400])
def test_a_review_is_for_a_day_to_come(acting_as, case_of, today, days):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="review_day"):
        actions.begin_review(
            case_of("marchetti"), words="", review_on=today + timedelta(days=days), by=viewer, today=today
        )


def test_a_family_without_a_plan_has_nothing_to_review(acting_as, case_of, today):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="stage"):
        actions.begin_review(case_of("quispe"), words="", by=viewer, today=today)


def test_who_leads_the_body_reads_and_does_not_review(acting_as, case_of, today):
    with acting_as("comune") as viewer, pytest.raises(NotAllowed):
        actions.end_review(case_of("bassi"), words="Va bene.", by=viewer, today=today)


def test_a_family_in_review_can_be_handed_over_and_stays_in_review(acting_as, case_of, hat, today):
    from intreccio.ground.kernel.keys import key_for

    with acting_as("tommaso") as viewer:
        case = case_of("tosi")
        actions.hand_over_case(
            case, to_team_id=key_for("team", "equipe_est"), motive=Motive.MOVED, summary="Da qui.",
            keep=actions.Keep(today + timedelta(days=30), "le prime settimane"), by=viewer, today=today,
        )  # fmt: skip
        case.refresh_from_db()
        assert (case.stage, case.responsible_id) == (Stage.REVIEW, None)
