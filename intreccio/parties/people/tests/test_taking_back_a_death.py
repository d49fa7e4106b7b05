"""A death written by mistake is taken back with all that followed from it, and in no other way."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death, undo_life_event
from intreccio.parties.people.actions.persons import edit_person
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person, Responsibility
from intreccio.parties.people.queries.finding import death_was_told
from intreccio.parties.people.rules.responsibility import Act
from intreccio.parties.people.tests.world import ELENA, HADDAD, LEO, MARCHETTI, NADIA, send, text


def home():
    return Household.objects.get(pk=MARCHETTI)


def haddad():
    return Household.objects.get(pk=HADDAD)


def dies(by, today, whom):
    person = Person.objects.get(pk=whom)
    return record_death(person, home(), by=by, version=person.version, day=today)


def edited(by, whom, **changes):
    person = Person.objects.get(pk=whom)
    same = {name: getattr(person, name) for name in ("birth_date", "birth_precision", "died_on", "sex")}
    edit_person(person, home(), by=by, version=person.version, **{**same, **changes})


def test_the_day_of_a_death_is_not_simply_emptied(acting_as, today):
    with acting_as("assistente") as viewer:
        dies(viewer, today, ELENA)
        with pytest.raises(Refused, match="revived") as no:
            edited(viewer, ELENA, died_on=None)
        assert "Che cosa è successo" in str(no.value.reason)
        assert Person.objects.get(pk=ELENA).died_on == today


def test_the_page_keeps_what_was_typed_and_leads_to_where_it_is_taken_back(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        event = dies(viewer, today, ELENA)
    client, path = signed_in("assistente"), reverse("edit_person", args=[MARCHETTI, ELENA])
    undo = reverse("undo_life_event", args=[MARCHETTI, event.pk])
    assert undo in text(client.get(path))
    emptied = send(client, path, sex="F", birth_date="1989-07-21", birth_precision="exact", died_on="")
    assert emptied.status_code == 422
    assert "annullatelo da «Che cosa è successo»" in text(emptied)
    assert client.get(undo).status_code == 200


def test_after_any_correction_of_the_card_the_death_is_still_taken_back(acting_as, today):
    """Somebody wrote the place of birth, and another day: all comes back, and what was written stays."""
    with acting_as("assistente") as viewer:
        event = dies(viewer, today, ELENA)
        edited(viewer, ELENA, birthplace_code="Z330")
        edited(viewer, ELENA, died_on=today.replace(day=1))
        undo_life_event(event, by=viewer, reason="era un'altra persona")
        elena = Person.objects.get(pk=ELENA)
        assert (elena.died_on, elena.birthplace_code) == (None, "Z330")


def test_with_a_mother_who_is_alive_after_all_come_back_the_judge_s_limits(acting_as, today):
    with acting_as("assistente") as viewer:
        act = Act("parental", "suspended", (), False, "Tribunale", today)
        child, mother = Person.objects.get(pk=NADIA), Person.objects.get(pk=ELENA)
        row = write_responsibility(home(), Holding(child, act, mother), by=viewer)
        event = dies(viewer, today, ELENA)
        assert Responsibility.objects.get(pk=row.pk).until == today
        undo_life_event(event, by=viewer, reason="era un'altra persona")
        assert Responsibility.objects.get(pk=row.pk).until is None


def test_who_also_lives_with_another_team_is_alive_again_in_both_homes(acting_as, today):
    with acting_as("assistente") as viewer:
        undo_life_event(dies(viewer, today, LEO), by=viewer, reason="era un altro bambino")
        assert Person.objects.get(pk=LEO).died_on is None


def test_of_a_relative_who_was_written_as_dead_the_day_can_be_emptied(acting_as, today):
    """Nothing followed from it: there is nothing else to take back."""
    with acting_as("assistente") as viewer:
        elena = Person.objects.get(pk=ELENA)
        edited(viewer, ELENA, died_on=today)
        edited(viewer, ELENA, died_on=None)
        elena.refresh_from_db()
        assert elena.died_on is None


def test_the_team_of_the_other_home_does_not_take_back_what_the_first_one_wrote(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        event = dies(viewer, today, NADIA)
    with acting_as("davide") as viewer:
        nadia = Person.objects.get(pk=NADIA)
        same = {name: getattr(nadia, name) for name in ("birth_date", "birth_precision", "sex")}
        with pytest.raises(Refused, match="revived") as no:
            edit_person(nadia, haddad(), by=viewer, version=nadia.version, **same, died_on=None)
        assert "L'ha scritto l'équipe di un'altra sua casa" in str(no.value.reason)
        assert Person.objects.get(pk=NADIA).died_on == today
        edit_person(nadia, haddad(), by=viewer, version=nadia.version, **same, died_on=today.replace(day=1))
    client, path = signed_in("davide"), reverse("edit_person", args=[HADDAD, NADIA])
    emptied = send(
        client, path, sex="F", birth_date=str(same["birth_date"]), birth_precision="exact", died_on=""
    )
    assert emptied.status_code in (409, 422)
    assert "sua casa: se era uno sbaglio lo annulla lei" in text(emptied)
    with acting_as("assistente") as viewer:
        undo_life_event(event, by=viewer, reason="era un'altra bambina")
        assert Person.objects.get(pk=NADIA).died_on is None


def test_death_was_told_is_answered_to_nobody_else(acting_as, today):
    with acting_as("assistente") as viewer:
        dies(viewer, today, NADIA)
        assert death_was_told(NADIA)
    for account in ("davide", "scuola", "sara"):
        with acting_as(account):
            assert death_was_told(NADIA) is (account == "davide")
