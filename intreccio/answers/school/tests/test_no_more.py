"""A child who has died: nothing of school asks for anything any more, and what was written stays readable."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.urls import reverse

from intreccio.answers.school.actions import paths as actions
from intreccio.answers.school.actions.sheets import Wanted, ask_teacher
from intreccio.answers.school.models import SchoolPath
from intreccio.answers.school.queries.paths import school_paths_in_sight, walk_of
from intreccio.answers.school.queries.sheets import Closed, needed_for, opened_by
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_paths import begun, text
from intreccio.answers.school.tests.test_sheets import actions_jobs, address, asked
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import record_death
from intreccio.parties.people.actions.life.undoing import undo_life_event
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail


def died(by: Any, child: Any = None) -> Any:
    child = child or child_of("nadia")
    return record_death(child, family_of("marchetti"), by=by, version=child.version, day=D)


def page_of_nadia(client: Any) -> str:
    return text(
        client.get(
            reverse("child_school", args=[key_for("household", "marchetti"), key_for("person", "nadia")])
        )
    )


def test_the_path_asks_for_no_step_keeps_what_was_done_and_is_offered_its_end(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_school_step(path, "place", "done", day=D, words="La biblioteca", by=viewer, today=D)
        died(viewer)
        path = school_paths_in_sight(viewer).get(pk=path.pk)
        walk = walk_of(path, D)
        assert (walk.asked, walk.soon, walk.later) == ([], [], [])
        assert [step.code for step in walk.kept] == ["place"]
        with pytest.raises(Refused, match="stilled"):
            actions.mark_school_step(path, "return", "done", day=D, words="", by=viewer, today=D)
    words = text(signed_in("educatrice").get(reverse("school_path_page", args=[path.pk])))
    assert "La biblioteca" in words
    assert "questo percorso tace" in words
    assert reverse("mark_school_step", args=[path.pk, "return"]) not in words
    with acting_as("educatrice") as viewer:
        actions.end_school_path(path, day=D, version=1, by=viewer, today=D)
        assert SchoolPath.objects.get(pk=path.pk).ended_on == D


def test_of_who_was_written_twice_too(acting_as):
    with acting_as("coordinatrice") as viewer:
        path, nadia = begun(viewer), child_of("nadia")
        draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=nadia.birth_date)
        kept = add_person(family_of("marchetti"), draft, by=viewer, since=D - timedelta(days=9))
        merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
        died(viewer, kept)
        assert walk_of(school_paths_in_sight(viewer).get(pk=path.pk), D).asked == []


def test_what_was_written_stays_readable_and_nothing_is_asked(acting_as, signed_in):
    before = page_of_nadia(signed_in("educatrice"))
    assert "Chiedi a chi insegna" in before
    with acting_as("educatrice") as viewer:
        died(viewer)
    words = page_of_nadia(signed_in("educatrice"))
    assert "Istituto comprensivo Via dei Tigli" in words
    assert "Ornella Riva" in words
    assert "Nadia non c'è più." in words
    for asking in (
        "Chiedi a chi insegna",
        "Scrivi dove studia",
        "Scrivi un PEI",
        "È finita, o cambia",
        "Comincia «",
        "diploma",
    ):
        assert asking not in words, asking
    person = text(
        signed_in("educatrice").get(
            reverse("person_page", args=[key_for("household", "marchetti"), key_for("person", "nadia")])
        )
    )
    assert (
        reverse("child_school", args=[key_for("household", "marchetti"), key_for("person", "nadia")])
        in person
    )


def test_no_teacher_is_asked_any_more_and_no_address_stays_open(acting_as, client):
    with acting_as("educatrice") as viewer:
        _sheet, token = asked(viewer)
        assert opened_by(token)
        died(viewer)
        assert needed_for(viewer, class_of("nadia-1"), D) is None
        wanted = Wanted("Riva", "r@example.org", D + timedelta(days=7), reason="perché sì")
        with pytest.raises(Refused):
            ask_teacher(class_of("nadia-1"), wanted, by=viewer, today=D)
    with pytest.raises(Closed):
        opened_by(token)
    assert client.get(address(token)).status_code == 410
    with acting(actions_jobs()):
        (mail,) = Mail.objects.filter(letter="school_sheet")
    send(mail.pk)
    assert outbox.outbox == [], "the mail that had not left does not leave"


def test_a_death_that_was_a_mistake_asks_again(acting_as):
    with acting_as("educatrice") as viewer:
        path, (_sheet, token) = begun(viewer), asked(viewer)
        undo_life_event(died(viewer), by=viewer, reason="era un'altra bambina")
        assert walk_of(school_paths_in_sight(viewer).get(pk=path.pk), D).asked
    assert opened_by(token)
