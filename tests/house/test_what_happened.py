"""Laws 5 and 6: what happened is written once, by who did it, with nobody's words."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.ground.kernel.events import hear, record
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.parties.people.models import Household

HOUSEHOLD = key_for("household", "marchetti")


def test_listeners_hear_in_the_same_transaction(acting_as):
    heard = []
    hear("kernel.tried")(lambda event, actor: heard.append((event.subject_id, actor)))
    with acting_as("educatrice") as viewer:
        household = Household.objects.get(pk=HOUSEHOLD)
        record("kernel.tried", household, by=viewer, household_id=HOUSEHOLD, fields=["name", "code"])
        assert heard == [(HOUSEHOLD, viewer)]
        kept = Event.objects.get(kind="kernel.tried")
        assert kept.fields == ["code", "name"]
        assert kept.subject_type == "people.household"


def test_nobody_writes_in_anothers_name(acting_as):
    with acting_as("educatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        Event(
            at="2026-01-01T00:00Z",
            kind="forged",
            subject_type="x",
            subject_id=new_key(),
            membership_id=key_for("membership", "assistente"),
        ).save(force_insert=True)


def test_what_happened_cannot_be_changed(acting_as):
    with acting_as("educatrice") as viewer:
        record("kernel.tried", Household.objects.get(pk=HOUSEHOLD), by=viewer, household_id=HOUSEHOLD)
        for change in (lambda: Event.objects.update(kind="other"), lambda: Event.objects.all().delete()):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change()
