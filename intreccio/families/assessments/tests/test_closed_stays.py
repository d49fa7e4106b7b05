"""Closed, an assessment is read and no longer written: the database says so too."""

import pytest
from django.db import DatabaseError, transaction

from intreccio.families.assessments.models import Assessment, ChildWords, PointOfView
from intreccio.ground.kernel.keys import key_for

CLOSED = key_for("assessment", "marchetti_t0")


def test_it_does_not_open_again(acting_as):
    with acting_as("assistente"), pytest.raises(DatabaseError), transaction.atomic():
        Assessment.objects.filter(pk=CLOSED).update(closed_on=None)


def test_nothing_is_put_into_a_child_s_mouth(acting_as):
    with acting_as("assistente"):
        assert ChildWords.objects.filter(assessment=CLOSED).exists()
        for wrong in ({"words": "mai detto"}, {"heard": "drawn"}, {"listener": "la maestra"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                ChildWords.objects.filter(assessment=CLOSED).update(**wrong)


def test_a_voice_keeps_its_answers_and_its_family(acting_as):
    with acting_as("assistente"):
        assert PointOfView.objects.filter(assessment=CLOSED).update(voice="team") == 0
        voice = PointOfView.objects.filter(assessment=key_for("assessment", "pellegrini_t0"))
        with pytest.raises(DatabaseError), transaction.atomic():
            voice.update(assessment=CLOSED)
