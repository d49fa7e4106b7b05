"""A family goes to another team: `hand_over_case`, `pass_on`, `follow_household`; the giver's sight ends everywhere."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, CaseStep, CaseWorker
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, History, Reading
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.actions.households import hand_over
from intreccio.parties.people.models import Grant, Household
from intreccio.parties.people.vocabulary import Level

SOUTH = key_for("team", "equipe_sud")
SUMMARY = "Arta ha cambiato casa. Resta aperta l'iscrizione al nido."


def give(case, viewer, today, **more):
    actions.hand_over_case(
        case, to_team_id=SOUTH, motive=Motive.MOVED, summary=SUMMARY, by=viewer, today=today, **more
    )


def test_the_new_team_finds_all_of_it_and_nobody_answers_yet(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        give(case_of("gashi"), viewer, today)
    with acting_as("tommaso"):
        case = case_of("gashi")
        assert (case.team_id, case.responsible_id, case.team_since) == (SOUTH, None, today)
        assert CaseStep.objects.get(case=case, verb="hand_over_case").words == SUMMARY
        assert CaseStep.objects.filter(case=case).count() == 2
        assert CaseWorker.objects.get(case=case, membership=hat("assistente")).end_reason == "handed_over"
        assert Event.objects.filter(kind="case.handed_over", subject_id=case.pk).exists()


def test_the_old_team_finds_nothing_anywhere(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        give(case, viewer, today)
    for account in ("assistente", "educatrice", "psicologa"):
        with acting_as(account):
            assert not Household.objects.filter(pk=case.household_id).exists()
            assert not Case.objects.filter(household_id=case.household_id).exists()
            assert not CaseWorker.objects.filter(household_id=case.household_id).exists()
            assert not CaseStep.objects.filter(household_id=case.household_id).exists()
            assert not Event.objects.filter(household_id=case.household_id).exists()
            assert not History.objects.filter(household_id=case.household_id).exists()
            assert (
                not Reading.objects.filter(household_id=case.household_id)
                .exclude(membership_id=key_for("membership", account))
                .exists()
            )


def test_a_kept_window_shows_and_does_not_let_write(acting_as, case_of, today, hat):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        give(case, viewer, today, keep=actions.Keep(today + timedelta(days=30), "Le prime settimane"))
        case = case_of("gashi")
        with pytest.raises(Refused):
            actions.add_worker(case, membership_id=hat("sara"), why="", by=viewer, today=today)
        assert not Case.objects.filter(pk=case.pk).update(why="riscritto")


def test_who_works_in_both_teams_stays(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("ramos")
        give(case, viewer, today)
        case.refresh_from_db()
        assert case.responsible_id is None
        assert CaseWorker.objects.get(case=case, membership=hat("coordinatrice")).until is None


def test_a_hand_over_from_another_page_is_followed_too(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        hand_over(case.household, to_team_id=SOUTH, by=viewer, reason_code="moved")
    with acting_as("sara"):
        case = case_of("gashi")
        assert (case.team_id, case.team_since, case.responsible_id) == (SOUTH, today, None)
        assert not case.workers.filter(until=None).exists()


@pytest.mark.parametrize(("team", "summary"), [("equipe_nord", SUMMARY), ("equipe_sud", " ")])
def test_a_hand_over_needs_another_team_and_words(acting_as, case_of, today, team, summary):
    with acting_as("assistente") as viewer, pytest.raises(Refused):
        actions.hand_over_case(
            case_of("gashi"),
            to_team_id=key_for("team", team),
            motive=Motive.MOVED,
            summary=summary,
            by=viewer,
            today=today,
        )


def test_the_old_team_gets_404_on_every_page(acting_as, case_of, signed_in, today, hat):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        worker = case.workers.get()
        give(case, viewer, today)
    client = signed_in("assistente")
    for name in (
        "take_charge",
        "end_preliminary",
        "hand_over_case",
        "void_case",
        "change_responsible",
        "add_worker",
    ):
        assert client.get(reverse(name, args=[case.pk])).status_code == 404, name
        assert client.post(reverse(name, args=[case.pk])).status_code == 404, name
    assert client.get(reverse("case_page", args=[case.pk])).status_code == 404
    assert client.get(reverse("end_worker", args=[case.pk, worker.pk])).status_code == 404
    assert client.get(reverse("open_case"), {"household": case.household_id}).status_code == 404
    assert b"Gashi" not in client.get(reverse("case_list"), {"stage": "preliminary_analysis"}).content


def test_close_to_giver_leaves_no_window_to_the_body_that_gives(acting_as, signed_in, case_of, today):
    """`close_to_giver`: the family has gone to another body: a window opened before, to a colleague's team, does not stay behind."""
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        giver = case.team.organisation_id
        shared = {
            "level": Level.RECORD,
            "purpose": "collaboration",
            "reason": "prova",
            "since": today,
            "until": None,
        }
        ours = grant(case.household, by=viewer, **shared, to_organisation_id=giver)
        theirs = grant(
            case.household, by=viewer, **shared, to_organisation_id=key_for("organisation", "scuola_tigli")
        )
        page = signed_in("assistente").get(reverse("hand_over_case", args=[case.pk])).content.decode()
        assert "Se va a un altro ente, si chiude per" in page
        assert "Resta aperta a" in page
        give(case, viewer, today, keep=actions.Keep(today + timedelta(days=30), "Le prime settimane"))
    with acting_as("tommaso"):
        standing = Grant.objects.standing(today).filter(household=case.household_id)
        assert ours.pk not in set(standing.values_list("pk", flat=True))
        assert {row.purpose for row in standing} == {"collaboration", "continuity"}
        assert theirs in standing
