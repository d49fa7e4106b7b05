"""Who of the family spoke was met; team and school were not the family."""

from datetime import timedelta

import pytest

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import PointOfView
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.ground.kernel.keys import key_for


def since(household_id, today):
    """Since when nobody of a family was heard, long after."""
    far = today + timedelta(days=900)
    return next(
        one.since for one in prompts_of_household(household_id, today=far) if one.kind == "no_contact"
    )


@pytest.mark.parametrize(
    ("voice", "is_contact"), [("family", True), ("mother", True), ("team", False), ("school", False)]
)
def test_who_spoke(acting_as, look_at, today, voice, is_contact):
    with acting_as("educatrice"):
        look = look_at("pellegrini_t0")
        row = PointOfView.objects.filter(assessment=look, voided_at=None).first()
        PointOfView.objects.filter(pk=row.pk).update(voice=voice, person=None, heard_on=today)
        assert (since(look.household_id, today) == today) is is_contact


@pytest.mark.parametrize("heard", ["said", "not_yet"])
def test_a_childs_words_count_and_their_lack_does_not(acting_as, look_at, today, heard):
    with acting_as("psicologa") as viewer:
        look = look_at("pellegrini_t0")
        said = (
            {"words": "", "not_heard": "not_met"}
            if heard == "not_yet"
            else {"words": "Ciao.", "not_heard": ""}
        )
        leo = key_for("person", "pellegrini_3")
        words = actions.ChildSaid(heard=heard, heard_on=today, **said)
        actions.write_child_words(look, leo, words, version=None, by=viewer)
        assert (since(look.household_id, today) == today) is (heard == "said")


def test_what_was_annulled_was_not_heard(acting_as, look_at, today):
    from intreccio.ground.kernel.editing import void

    with acting_as("educatrice") as viewer:
        look = look_at("pellegrini_t0")
        row = PointOfView.objects.filter(assessment=look, voided_at=None).first()
        PointOfView.objects.filter(pk=row.pk).update(voice="family", person=None, heard_on=today)
        void(row, by=viewer, reason="un'altra famiglia")
        assert since(look.household_id, today) != today
