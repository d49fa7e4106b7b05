"""A death written by mistake is taken back with all that followed from it, and in no other way."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death, undo_life_event
from intreccio.parties.people.actions.persons import edit_person
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person, Responsibility
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import LEO, MARCHETTI, NADIA, send, text

KARIM = key_for("person", "karim")


def home():
    return Household.objects.get(pk=MARCHETTI)


def dies(by, today, whom):
    person = Person.objects.get(pk=whom)
    return record_death(person, home(), by=by, version=person.version, day=today)


def edited(by, whom, **changes):
    person = Person.objects.get(pk=whom)
    same = {name: getattr(person, name) for name in ("birth_date", "birth_precision", "died_on", "sex")}
    edit_person(person, home(), by=by, version=person.version, **{**same, **changes})


def test_the_day_of_a_death_is_not_simply_emptied(acting_as, today):
    with acting_as("assistente") as viewer:
        dies(viewer, today, LEO)
        with pytest.raises(Refused, match="revived") as no:
            edited(viewer, LEO, died_on=None)
        assert "Che cosa è successo" in str(no.value.reason)
        assert Person.objects.get(pk=LEO).died_on == today


def test_the_page_keeps_what_was_typed_and_leads_to_where_it_is_taken_back(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        event = dies(viewer, today, LEO)
    client, path = signed_in("assistente"), reverse("edit_person", args=[MARCHETTI, LEO])
    undo = reverse("undo_life_event", args=[MARCHETTI, event.pk])
    assert undo in text(client.get(path))
    emptied = send(client, path, sex="M", birth_date="2023-07-21", birth_precision="exact", died_on="")
    assert emptied.status_code == 422
    assert "annullatelo da «Che cosa è successo»" in text(emptied)
    assert client.get(undo).status_code == 200


def test_after_any_correction_of_the_card_the_death_is_still_taken_back(acting_as, today):
    """Somebody wrote the place of birth, and another day: all comes back, and what was written stays."""
    with acting_as("assistente") as viewer:
        event = dies(viewer, today, LEO)
        edited(viewer, LEO, birthplace_code="Z330")
        edited(viewer, LEO, died_on=today.replace(day=1))
        undo_life_event(event, by=viewer, reason="era un'altra persona")
        leo = Person.objects.get(pk=LEO)
        assert (leo.died_on, leo.birthplace_code) == (None, "Z330")


def test_with_a_father_who_is_alive_after_all_come_back_the_judge_s_limits(acting_as, today):
    with acting_as("assistente") as viewer:
        act = Act("parental", "suspended", (), False, "Tribunale", today)
        row = write_responsibility(
            home(), Holding(Person.objects.get(pk=NADIA), act, Person.objects.get(pk=KARIM)), by=viewer
        )
        try:
            event = dies(viewer, today, KARIM)
        except Refused as no:  # another team answers for him
            pytest.fail(str(no.reason))
        assert Responsibility.objects.get(pk=row.pk).until == today
        undo_life_event(event, by=viewer, reason="era un'altra persona")
        assert Responsibility.objects.get(pk=row.pk).until is None


def test_of_a_relative_who_was_written_as_dead_the_day_can_be_emptied(acting_as, today):
    """Nothing followed from it: there is nothing else to take back."""
    with acting_as("assistente") as viewer:
        leo = Person.objects.get(pk=LEO)
        edited(viewer, LEO, died_on=today)
        edited(viewer, LEO, died_on=None)
        leo.refresh_from_db()
        assert leo.died_on is None
