"""What this area draws on the pages of a plan and of a review, and what holds a closing back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import void_case
from intreccio.families.cases.models import Case
from intreccio.families.referrals.models import ReferralOrigin
from intreccio.families.referrals.panels import boxes, waiting
from intreccio.families.referrals.queries.around import beside
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Refused


def case_of(key):
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def test_what_is_open_holds_the_closing_back_and_shows_at_the_review(acting_as):
    with acting_as("educatrice") as viewer:
        reasons = objections("why_not_close", case_of("hoxha"), motive="goals_reached")
        assert any("1 invio è ancora aperto" in str(reason) for reason in reasons)
        assert [row.state for row in boxes.on_review_page(viewer, case=case_of("hoxha"))["asked"]] == [
            "ended"
        ]


def test_of_a_family_out_of_reach_its_word_is_not_waited_for(acting_as):
    with acting_as("educatrice"):
        assert boxes.why_not_close(case_of("hoxha"), motive="not_met") is None
        assert boxes.why_not_close(case_of("marchetti"), motive="not_met")


def test_what_is_over_holds_nothing_back(acting_as):
    with acting_as("educatrice") as viewer:
        assert boxes.why_not_close(case_of("el_amrani")) is None
        assert boxes.on_review_page(viewer, case=case_of("el_amrani")) is None


def line(**more):
    return SimpleNamespace(**{"pk": uuid4(), "service_id": uuid4(), "state": "to_do", **more})


def test_a_plan_offers_to_ask_for_the_lines_that_wait_for_a_service(acting_as):
    lines = [line(), line(state="done"), line(service_id=None)]
    with acting_as("educatrice") as viewer:
        plan = SimpleNamespace(
            household_id=key_for("household", "marchetti"), team_id=key_for("team", "equipe_nord")
        )
        assert boxes.on_plan_page(viewer, plan=plan, actions=lines)["to_ask"] == lines[:1]
    with acting_as("consultorio") as viewer:
        assert boxes.on_plan_page(viewer, plan=plan, actions=lines) is None


def test_a_line_carried_into_a_new_version_has_been_asked_already(acting_as):
    with acting_as("educatrice") as viewer:
        plan = SimpleNamespace(
            household_id=key_for("household", "marchetti"), team_id=key_for("team", "equipe_nord")
        )
        drawn = boxes.on_plan_page(
            viewer, plan=plan, actions=[line(service_id=key_for("service", "scuola_aperta"))]
        )
        assert ([row.state for row in drawn["asked"]], drawn["to_ask"]) == (["under_way"], [])


def test_who_may_not_ask_is_offered_nothing(acting_as):
    with acting_as("scuola") as viewer:
        assert boxes.on_service_page(viewer, service=SimpleNamespace(organisation_id=uuid4())) is None
    with acting_as("educatrice") as viewer:
        bussola = SimpleNamespace(organisation_id=key_for("organisation", "bussola"))
        assert boxes.on_service_page(viewer, service=bussola) == {"can_answer": False}


def test_of_a_way_that_has_ended_nothing_more_is_asked(acting_as):
    with acting_as("educatrice") as viewer:
        assert boxes.on_case_page(viewer, case=case_of("marchetti"))["may_ask"]
        assert not (boxes.on_case_page(viewer, case=case_of("el_amrani")) or {}).get("may_ask")


def test_within_today_is_said_of_what_is_due_today(acting_as, monkeypatch, today):
    line = waiting.Line(
        "to_answer", uuid4(), None, "Scuola aperta", "Il Telaio", "asked", "now", today, datetime.now(UTC)
    )
    later, before = (replace(line, answer_by=today + timedelta(days=days)) for days in (5, -5))
    monkeypatch.setattr(waiting, "waiting_lines", lambda *_args, **_more: [line, later, before])
    with acting_as("scuola") as viewer:
        said = list(waiting.waits(viewer, 9))
    assert [one.urgent for one in said] == [True, False, True]
    assert all("vi chiede un posto subito" in one.why for one in said[:2])
    assert "aspettava una risposta entro" in said[2].why


def test_a_case_is_not_annulled_while_a_request_is_open(acting_as, signed_in):
    with acting_as("coordinatrice") as viewer:
        case = case_of("hoxha")
        with pytest.raises(Refused, match="held_back"):
            void_case(case, reason="era un'altra famiglia", by=viewer)
    page = signed_in("coordinatrice").get(reverse("void_case", args=[case.pk])).content.decode()
    assert "lo ritirate" in page


def test_a_service_that_has_begun_stands_around_the_home_until_it_ends(acting_as, today):
    with acting_as("educatrice") as viewer:
        begun = ReferralOrigin.objects.filter(
            state="under_way", household__team_id__in=viewer.team_ids
        ).first()
        service, day = begun.referral.service.name, begun.referral.decided_at.date()
        names = {each.to for each in beside(viewer, begun.household_id, today)}
        assert service in names
        assert service not in {each.to for each in beside(viewer, begun.household_id, day - timedelta(2))}
    with acting_as("admin") as viewer:
        assert not list(beside(viewer, begun.household_id, today))
