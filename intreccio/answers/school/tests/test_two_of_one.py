"""Two rows that were one child bring two of what there should be one of: the page says it, and loses nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from intreccio.answers.school.actions.paths import Lost, begin_school_path, end_school_path
from intreccio.answers.school.actions.plans import void_school_plan, write_school_plan
from intreccio.answers.school.actions.schooling import Ended, begin_schooling, end_schooling
from intreccio.answers.school.models import Schooling, SchoolPath, SchoolPlan
from intreccio.answers.school.tests.conftest import D, child_of, family_of
from intreccio.answers.school.tests.test_follows_the_child import PEI
from intreccio.answers.school.tests.test_paths import shipped, text
from intreccio.answers.school.tests.test_schooling import studies
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person

TWO_PATHS, TWO_PLANS, TWO_CLASSES = (
    "Ci sono due percorsi aperti",
    "Di un anno ce ne sono due",
    "Ci sono due classi di adesso",
)


def written(child: Any, by: Any) -> None:
    lost = Lost(D - timedelta(days=3), "death", by.membership_id)
    begin_school_path(family_of("marchetti"), child, shipped(), lost, by=by, today=D)
    write_school_plan(family_of("marchetti"), child, PEI, by=by, today=D)


@pytest.fixture
def twin(acting_as: Any) -> Any:
    """Nadia was written twice, and each row has a path, a PEI of this year and a class."""
    with acting_as("coordinatrice") as viewer:
        nadia, home = child_of("nadia"), family_of("marchetti")
        draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=nadia.birth_date)
        kept = add_person(home, draft, by=viewer, since=D - timedelta(days=9))
        begin_schooling(home, kept, studies(cycle="lower", school="Media Po"), by=viewer, today=D)
        for child in (nadia, kept):
            written(child, viewer)
        merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
    return kept


def page(client: Any, child: Any) -> str:
    return text(client.get(reverse("child_school", args=[key_for("household", "marchetti"), child.pk])))


def test_the_page_says_what_there_is_twice_until_one_of_each_stands(acting_as, signed_in, twin):
    words = page(signed_in("coordinatrice"), twin)
    for said in (TWO_PATHS, TWO_PLANS, TWO_CLASSES):
        assert words.count(said) == 1, said
    with acting_as("coordinatrice") as viewer:
        ((path, plan),) = zip(
            SchoolPath.objects.filter(child=twin),
            SchoolPlan.objects.filter(child=twin, year=PEI.year),
            strict=True,
        )
        end_school_path(path, day=D, version=1, by=viewer, today=D)
        void_school_plan(plan, reason="era lo stesso", by=viewer)
        end_schooling(
            Schooling.objects.get(child=twin, until=None), Ended(D, "changed"), version=1, by=viewer, today=D
        )
    words = page(signed_in("coordinatrice"), twin)
    for said in (TWO_PATHS, TWO_PLANS, TWO_CLASSES):
        assert said not in words, said


def test_of_one_of_each_nothing_is_said(signed_in, acting_as):
    with acting_as("coordinatrice"):
        nadia = child_of("nadia")
    words = page(signed_in("coordinatrice"), nadia)
    for said in (TWO_PATHS, TWO_PLANS, TWO_CLASSES):
        assert said not in words, said
