"""PEI and PDP: two plans with their names, read by the team at work and by nobody else."""

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from intreccio.answers.school.actions.plans import (
    Agreed,
    edit_school_plan,
    void_school_plan,
    write_school_plan,
)
from intreccio.answers.school.models import SchoolPlan
from intreccio.answers.school.queries.plans import plans_of, school_plans_in_sight
from intreccio.answers.school.queries.pupils import family_in_sight
from intreccio.answers.school.rules.plans import why_not_plan
from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.tests.conftest import D, child_of, family_of
from intreccio.answers.school.vocabulary import LAWS, PlanKind
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.queries.story import story_of
from intreccio.parties.people.vocabulary import Level
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.tests.makers import picture

NADIA = key_for("person", "nadia")


def agreed(**changes: Any) -> Agreed:
    said = {
        "kind": "pei",
        "year": school_year(D),
        "signed_on": D,
        "signed_by": "La scuola",
        "review_on": None,
        "agreed": "Tempi lunghi.",
    }
    return Agreed(**(said | changes))


def written(by: Any, **changes: Any) -> SchoolPlan:
    return write_school_plan(family_of("marchetti"), child_of("nadia"), agreed(**changes), by=by, today=D)


@pytest.mark.parametrize(
    ("changes", "goes"),
    [
        ({}, True),
        ({"signed_on": date(2026, 12, 1)}, False),
        ({"signed_by": " "}, False),
        ({"review_on": date(2026, 10, 1)}, False),
    ],
)
def test_a_plan_was_signed_by_somebody_on_a_day_that_has_come(changes, goes):
    said = {
        "signed_on": date(2026, 11, 1),
        "review_on": None,
        "signed_by": "La scuola",
        "today": date(2026, 11, 30),
    }
    assert (why_not_plan(**(said | changes)) is None) == goes


def test_each_of_the_two_says_its_law():
    assert "104/1992" in str(LAWS[PlanKind.PEI])
    assert "170/2010" in str(LAWS[PlanKind.PDP])


def test_they_never_stand_in_one_list(acting_as):
    with acting_as("educatrice") as viewer:
        written(viewer)
        written(viewer, kind="pdp")
        pei, pdp = plans_of(viewer, [NADIA])
        assert [row.kind for row in pei.plans] == ["pei"]
        assert [row.kind for row in pdp.plans] == ["pdp"]
        with pytest.raises(Refused, match="one"):
            written(viewer)
        with pytest.raises(Refused, match="plan"):
            written(viewer, year=school_year(D) - 1, signed_on=D + timedelta(days=1))


def test_it_is_corrected_and_annulled(acting_as):
    with acting_as("educatrice") as viewer:
        plan = written(viewer)
        edit_school_plan(plan, agreed(signed_by="La scuola e la mamma"), version=1, by=viewer, today=D)
        with pytest.raises(Changed):
            edit_school_plan(plan, agreed(), version=1, by=viewer, today=D)
        void_school_plan(plan, reason="era di un'altra bambina", by=viewer)
        assert plans_of(viewer, [NADIA])[0].plans == []
        told = Event.objects.filter(subject_id=plan.pk).order_by("id")
        assert [event.kind for event in told] == [
            "school_plan.written",
            "school_plan.edited",
            "school_plan.voided",
        ]
        assert not any("pei" in str(event.codes) for event in told)


@pytest.mark.parametrize(
    "account", ["educatrice", "psicologa", "coordinatrice", "comune", "sara", "admin", "elio"]
)
def test_to_whom_the_record_was_opened_it_is_not_there(acting_as, account):
    """The team of the north reads the record of the Conti; the plan of the school is for who accompanies them."""
    key = key_for("school_plan", "mattia-pdp")
    with acting_as(account) as viewer:
        assert not SchoolPlan.objects.filter(pk=key).exists()
        assert not school_plans_in_sight(viewer).filter(household_id=key_for("household", "conti")).exists()
    with acting_as("davide") as viewer:
        assert school_plans_in_sight(viewer).filter(pk=key).exists()


def test_the_story_tells_it_to_the_team_alone(acting_as):
    """Not to who leads its body either."""
    said = []
    for account in ("davide", "educatrice", "comune"):
        with acting_as(account) as viewer:
            seen = family_in_sight(viewer, key_for("household", "conti"))
            said.append(any("piano della scuola" in one.text for one in story_of(viewer, seen, most=200)))
    assert said == [True, False, False]


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_its_paper_is_kept_and_opened_by_the_team(signed_in, acting_as):
    page = signed_in("educatrice")
    where = reverse("write_school_plan", args=[key_for("household", "marchetti"), NADIA])
    file = SimpleUploadedFile("pei di nadia.png", picture("PNG"), "image/png")
    sent = {
        "once": str(new_key()), "kind": "pei", "year": school_year(D), "signed_on": D.isoformat(), "signed_by": "La scuola",
        "agreed": "Una pausa ogni mezz'ora.", "file": file,
    }  # fmt: skip
    assert "multipart/form-data" in text(page.get(where))
    answer = page.post(where, sent)
    assert answer.status_code == 302, text(answer)[:3000]
    words = text(page.get(answer["Location"]))
    assert "PEI, piano educativo individualizzato" in words
    assert "Una pausa ogni mezz'ora." in words
    with acting_as("educatrice"):
        plan = SchoolPlan.objects.get(household_id=key_for("household", "marchetti"), kind="pei")
    paper = reverse("open_school_plan", args=[plan.pk])
    opened = page.get(paper)
    assert opened.status_code == 200
    assert "nadia" not in opened["Content-Disposition"].lower()
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="open_school_plan").exists()
    for stranger in ("davide", "admin", "elio", "comune"):
        assert signed_in(stranger).get(paper).status_code == 404
        with acting_as(stranger):
            assert not Document.objects.filter(pk=plan.document_id).exists()


def test_without_a_paper_there_is_nothing_to_open(signed_in):
    assert (
        signed_in("davide")
        .get(reverse("open_school_plan", args=[key_for("school_plan", "mattia-pdp")]))
        .status_code
        == 404
    )


@pytest.mark.parametrize(
    ("home", "ours", "theirs"),
    [("gashi", "coordinatrice", "davide"), ("conti", "davide", "comune")],  # by a grant; leading the body
)
def test_who_has_looked_tells_others_of_no_plan(signed_in, acting_as, home, ours, theirs):
    with acting_as("coordinatrice") as viewer:
        opened = {
            "level": Level.RECORD,
            "purpose": "collaboration",
            "reason": "Si lavora insieme",
            "since": D,
            "until": None,
        }
        if home == "gashi":
            grant(family_of(home), by=viewer, **opened, to_team_id=key_for("team", "equipe_est"))
    with acting_as(ours):
        plan = SchoolPlan.objects.filter(household=key_for("household", home))[0]
    assert signed_in(ours).get(reverse("edit_school_plan", args=[plan.pk])).status_code == 200
    looked = reverse("household_sight", args=[plan.household_id])
    for account, is_told in ((ours, True), (theirs, False)):
        words = unescape(signed_in(account).get(looked).content.decode())
        assert ("un piano della scuola" in words) is is_told, account
        assert "una pagina della famiglia" in words or is_told
