"""After a closing: the path that hears the family again at six and twelve months is offered, and what is heard is written once."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import close_case, record_follow_up, reopen_case
from intreccio.families.cases.actions.closing import Agreed
from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.vocabulary import HowItGoes, Motive
from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.paths import walk_of
from intreccio.families.plans.tests.test_paths import D, case_of, shipped, walked
from intreccio.families.plans.tests.test_silence_and_homes import in_charge
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.households import create_household

EDUCATOR = key_for("membership", "educatrice")
IN_SIX = D + timedelta(days=182)


@pytest.fixture
def closed(acting_as: Any) -> Case:
    """The way of a family ends; Chiara will hear it in six months, and nothing is agreed for twelve."""
    with acting_as("coordinatrice") as viewer:
        team = case_of().team_id
        other = create_household(
            by=viewer, name="Casa di Paolo", municipality_code="015189", team_id=team, today=D
        )
        case = in_charge(other, viewer)
        agreed = [
            Agreed(6, IN_SIX, "La scuola nuova di Nadia", EDUCATOR),
            Agreed(12, D + timedelta(days=365), left_out="Preferiscono chiamare loro"),
        ]
        close_case(case, motive=Motive.STOPPED, words="Grazie", follow_ups=agreed, by=viewer, today=D)
    return case


def afterwards(viewer: Any) -> FamilyPath:
    case = Case.objects.select_related("household").get(household__name="Casa di Paolo")
    chosen = walked(loss="", zero=D, contact_id=EDUCATOR)
    return actions.begin_path(case, shipped("dopo-la-conclusione-2"), chosen, by=viewer, today=D)


def test_a_closing_offers_it_from_its_day(signed_in, acting_as, closed):
    client = signed_in("educatrice")
    with acting_as("educatrice"):
        begins = reverse("begin_path", args=[closed.pk, shipped("dopo-la-conclusione-2").pk])
    page = unescape(client.get(reverse("case_page", args=[closed.pk])).content.decode())
    assert "Dopo la conclusione ci si risente" in page
    assert reverse("path_list", args=[closed.pk]) in page
    listed = unescape(client.get(reverse("path_list", args=[closed.pk])).content.decode())
    offered = listed.index("Se ne può cominciare uno")
    first = listed.index("/new", offered)
    assert listed.index(begins) < first, "it stands first"
    form = client.get(begins).content.decode()
    assert f'value="{D.isoformat()}"' in form


def test_what_was_agreed_at_the_closing_is_read_along_it(signed_in, acting_as, closed):
    with acting_as("educatrice") as viewer:
        path = afterwards(viewer)
        follow_up = CaseFollowUp.objects.get(case=closed, months=6)
    page = unescape(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    assert "La scuola nuova di Nadia" in page
    assert reverse("record_follow_up", args=[closed.pk, follow_up.pk]) in page
    assert "Preferiscono chiamare loro" in page


def test_what_is_heard_is_written_once_and_its_step_is_done(signed_in, acting_as, closed):
    with acting_as("educatrice") as viewer:
        path = afterwards(viewer)
        follow_up = CaseFollowUp.objects.select_related("case__household").get(case=closed, months=6)
        record_follow_up(
            follow_up,
            outcome=HowItGoes.values[0],
            words="Nadia va volentieri",
            version=follow_up.version,
            by=viewer,
            today=D,
        )
        assert [step.code for step in walk_of(path, D).kept] == ["six"]
        path.refresh_from_db()
        assert path.next_step != "six"
    page = unescape(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    assert "Nadia va volentieri" in page


def test_a_step_that_somebody_has_written_already_stays_as_it_is(acting_as, closed):
    with acting_as("educatrice") as viewer:
        path = afterwards(viewer)
        actions.mark_step(
            path, "six", "not_needed", day=D, words="Si sono fatti vivi loro", by=viewer, today=D
        )
        follow_up = CaseFollowUp.objects.select_related("case__household").get(case=closed, months=6)
        record_follow_up(
            follow_up,
            outcome=HowItGoes.values[0],
            words="Bene",
            version=follow_up.version,
            by=viewer,
            today=D,
        )
        (step,) = walk_of(path, D).kept
        assert step.mark.words == "Si sono fatti vivi loro"


def test_of_a_family_that_is_accompanied_again_its_page_says_so(signed_in, acting_as, closed):
    with acting_as("coordinatrice") as viewer:
        path = afterwards(viewer)
        case = Case.objects.select_related("household").get(pk=path.case_id)
        reopen_case(case, motive=Motive.NEW_NEED, words="La casa", by=viewer, today=D)
    client, address = signed_in("coordinatrice"), reverse("path_page", args=[path.pk])
    page = unescape(client.get(address).content.decode())
    assert "è di nuovo in carico" in page
    assert reverse("end_path", args=[path.pk]) in page


def test_before_the_closing_nobody_is_told_that_it_is_over(signed_in, acting_as):
    """One agrees on it some weeks before."""
    with acting_as("educatrice") as viewer:
        soon = walked(loss="", zero=D + timedelta(days=20), contact_id=EDUCATOR)
        path = actions.begin_path(case_of(), shipped("dopo-la-conclusione-2"), soon, by=viewer, today=D)
    page = unescape(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    assert "Accordarsi prima di salutarsi" in page
    assert "è di nuovo in carico" not in page


def test_of_another_path_or_month_nothing_is_done(acting_as, closed):
    with acting_as("educatrice") as viewer:
        path = afterwards(viewer)
        actions.mark_heard(closed, 7, by=viewer, today=D)
        assert walk_of(path, D).kept == []
        for _again in range(2):
            actions.mark_heard(closed, 12, by=viewer, today=D)
        assert [step.code for step in walk_of(path, D).kept] == ["twelve"]


def test_an_awaited_child_is_proposed_with_its_day(signed_in, acting_as):
    client = signed_in("assistente")
    with acting_as("assistente"):
        version = shipped("mille-giorni-1")
    form = client.get(reverse("begin_path", args=[key_for("case", "bah"), version.pk])).content.decode()
    assert f'value="{(D + timedelta(days=90)).isoformat()}"' in form
    assert f'value="{key_for("person", "bah_baby")}" selected' in form


def test_accompaniment_begins_on_the_day_of_taking_charge(signed_in, acting_as):
    with acting_as("educatrice"):
        case, version = case_of(), shipped("accompagnamento-2")
    form = signed_in("educatrice").get(reverse("begin_path", args=[case.pk, version.pk])).content.decode()
    assert f'value="{case.in_charge_since.isoformat()}"' in form
