"""Law 6: reading is recorded."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import F
from django.http import Http404

from intreccio.ground.kernel import reading
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.reading import record_reading

HOUSEHOLD = key_for("household", "marchetti")


def mine(page):
    return Reading.objects.filter(page=page)


def test_one_opening_is_one_reading_for_ten_minutes(acting_as, monkeypatch):
    with acting_as("educatrice") as viewer:
        record_reading(viewer, "try", household_id=HOUSEHOLD)
        record_reading(viewer, "try", household_id=HOUSEHOLD)
        assert mine("try").count() == 1
        later = reading.now() + timedelta(minutes=11)
        monkeypatch.setattr(reading, "now", lambda: later)
        record_reading(viewer, "try", household_id=HOUSEHOLD)
        assert mine("try").count() == 2


def test_another_family_is_another_reading(acting_as):
    with acting_as("educatrice") as viewer:
        record_reading(viewer, "try", household_id=HOUSEHOLD)
        record_reading(viewer, "try", household_id=key_for("household", "bah"))
        assert mine("try").count() == 2


def test_a_search_keeps_what_it_showed_and_a_list_how_many(acting_as):
    shown = [new_key(), new_key()]
    with acting_as("educatrice") as viewer:
        record_reading(viewer, "search", shown=shown)
        record_reading(viewer, "list", count=25)
        assert mine("search").get().shown == sorted(shown)
        assert mine("search").get().count == 2
        assert mine("list").get().count == 25


def test_a_family_that_has_changed_hands_meanwhile_is_not_there(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Http404), transaction.atomic():
        record_reading(viewer, "try", household_id=new_key())


def test_it_says_who_and_under_which_hat(acting_as):
    with acting_as("educatrice") as viewer:
        record_reading(viewer, "try")
        row = mine("try").annotate(who=F("user_id")).get()
        assert (row.who, row.membership_id, row.role) == (viewer.user_id, viewer.membership_id, "educator")
