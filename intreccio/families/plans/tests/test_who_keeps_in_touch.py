"""Who keeps in touch no longer works with the family: what waits falls to who answers for it, then to its team."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import change_responsible, end_worker, hand_over_case
from intreccio.families.cases.models import Case
from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.tests.test_paths import D, begun, case_of, walked
from intreccio.ground.kernel.keys import key_for

EDUCATOR, SOCIAL_WORKER = key_for("membership", "educatrice"), key_for("membership", "assistente")
OTHER_TEAM = key_for("team", "equipe_est")
NORTH = ("coordinatrice", "assistente", "educatrice", "psicologa")


@pytest.fixture
def asked(acting_as: Any) -> Any:
    """Who finds a path in Oggi, each with the kinds of what waits."""

    def find(path: FamilyPath, *accounts: str) -> dict[str, set[str]]:
        found = {}
        for account in accounts:
            with acting_as(account) as viewer:
                lines = waiting_for(viewer, 80, today=D)
            found[account] = {line.kind for line in lines if line.plan_id == path.pk}
        return found

    return find


def answers_for_it(by: Any, hat: Any) -> None:
    case = Case.objects.select_related("household").get(pk=case_of().pk)
    if case.responsible_id != hat:
        change_responsible(case, membership_id=hat, version=case.version, by=by, today=D)


def stops_working(by: Any, hat: Any) -> None:
    worker = case_of().workers.select_related("case__household").get(membership_id=hat, until=None)
    end_worker(worker, reason="done", by=by, today=D)


def test_when_their_work_ends_what_waits_falls_to_who_answers_for_the_family(acting_as, asked):
    with acting_as("coordinatrice") as viewer:
        answers_for_it(viewer, SOCIAL_WORKER)
        path = begun(viewer, contact_id=EDUCATOR)
    before = asked(path, *NORTH)
    assert before.pop("educatrice") == {"path"}
    assert not any(before.values())
    with acting_as("coordinatrice") as viewer:
        stops_working(viewer, EDUCATOR)
    now = asked(path, *NORTH)
    assert now.pop("assistente") == {"path"}
    assert not any(now.values())


def test_where_nobody_answers_it_is_the_teams(acting_as, asked, keeper):
    with acting_as("coordinatrice") as viewer:
        answers_for_it(viewer, SOCIAL_WORKER)
        path = begun(viewer, contact_id=EDUCATOR)
        stops_working(viewer, EDUCATOR)
        Case.objects.filter(pk=path.case_id).update(responsible_id=None)
    found = asked(path, *NORTH, "davide")
    assert found.pop("davide") == set()
    assert all(found.values())


def test_whoever_takes_it_up_finds_it_alone(acting_as, asked):
    with acting_as("coordinatrice") as viewer:
        answers_for_it(viewer, SOCIAL_WORKER)
        path = begun(viewer, contact_id=EDUCATOR)
        stops_working(viewer, EDUCATOR)
        chosen = walked(contact_id=key_for("membership", "psicologa"))
        actions.edit_path(path, chosen, version=1, by=viewer, today=D)
    found = asked(path, *NORTH)
    assert found.pop("psicologa") == {"path"}
    assert not any(found.values())


@pytest.fixture
def handed(acting_as: Any) -> FamilyPath:
    """The family goes to another team with a path that waits."""
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, contact_id=EDUCATOR)
        hand_over_case(
            Case.objects.select_related("household").get(pk=case_of().pk), to_team_id=OTHER_TEAM, motive="moved",
            summary="Le visite ogni dieci giorni.", by=viewer, today=D,
        )  # fmt: skip
    return path


def test_after_a_hand_over_it_is_of_the_new_team_and_the_former_one_finds_nothing(asked, handed):
    found = asked(handed, *NORTH, "davide", "lucia", "comune")
    assert found.pop("davide") == found.pop("lucia") == {"path"}
    assert found["comune"] == set(), "who leads the body reads, and takes no step"
    assert not any(found.values())


def test_its_page_says_who_answers_meanwhile(signed_in, handed):
    page = unescape(signed_in("davide").get(reverse("path_page", args=[handed.pk])).content.decode())
    assert "Chiara Fontana non segue più questa famiglia" in page
    assert reverse("edit_path", args=[handed.pk]) in page
    today = unescape(signed_in("davide").get("/").content.decode())
    assert "Chiara Fontana non segue più la famiglia" in today


def test_the_words_of_a_hand_over_name_the_open_paths(signed_in, acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, contact_id=EDUCATOR)
        ended = begun(viewer, contact_id=EDUCATOR, loss="job", zero=D)
        actions.end_path(ended, "alone", day=D, version=1, by=viewer, today=D)
        actions.set_silence(path, silent=True, version=1, by=viewer, today=D)
    address = reverse("hand_over_case", args=[path.case_id])
    page = unescape(signed_in("coordinatrice").get(address).content.decode())
    assert page.count("Percorso «SOLI MAI»") == 1
    assert "tiene i contatti Chiara Fontana" in page
    assert "ha chiesto silenzio" in page
