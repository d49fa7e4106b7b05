"""Two rows found to be one person are one along a path too, and part again; a day that is corrected moves the letters."""

from datetime import date, timedelta
from typing import Any

import pytest

from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.looking import look_at
from intreccio.families.plans.actions.reckoning import count_from_expected, look_again
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.along import along
from intreccio.families.plans.queries.looking import looking_of, whose_of
from intreccio.families.plans.queries.paths import paths_in_sight, walk_of
from intreccio.families.plans.tests.test_path_letters import waits
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, shipped, walked
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.parties.people.actions.life import expect_child, record_birth
from intreccio.parties.people.actions.merging import merge_persons, part_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person, edit_person
from intreccio.parties.people.models import Household, Person

HOME = key_for("household", "marchetti")


def twin(by: Any, birth: date) -> Person:
    draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=birth)
    return add_person(Household.objects.get(pk=HOME), draft, by=by, since=date(2026, 1, 1))


def born(person: Person, birth: date, by: Any) -> None:
    row = Person.objects.get(pk=person.pk)
    changes = {"sex": row.sex, "birth_date": birth, "birth_precision": row.birth_precision}
    edit_person(row, Household.objects.get(pk=HOME), by=by, version=row.version, **changes)


def asks_on(path: FamilyPath) -> str:
    return dict(waits(path))["how_are_you"]


def seen(viewer: Any, path: FamilyPath) -> FamilyPath:
    return paths_in_sight(viewer).get(pk=path.pk)


# Six weeks after the loss one writes; a week before and after a birthday one does not.
ASKED = D + timedelta(days=37)
OTHER_DAY = (D - timedelta(days=100)).replace(year=D.year - 11)


def on_that_day(years: int = 11) -> date:
    return ASKED.replace(year=ASKED.year - years)


def test_a_birth_that_is_corrected_moves_the_letters_at_once(acting_as):
    with acting_as("coordinatrice") as viewer:
        child = twin(viewer, OTHER_DAY)
        path = begun(viewer, zero=D - timedelta(days=5), person=child)
        assert asks_on(path) == str(ASKED)
        born(child, on_that_day(), viewer)
        assert asks_on(path) == str(ASKED + timedelta(days=8))
        born(child, OTHER_DAY, viewer)
        assert asks_on(path) == str(ASKED)


def test_a_path_that_counts_from_an_expected_birth_goes_with_its_day(acting_as):
    with acting_as("coordinatrice") as viewer:
        due, later = D + timedelta(days=60), D + timedelta(days=75)
        home = Household.objects.get(pk=HOME)
        child = expect_child(home, by=viewer, due_on=due).person
        path = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=due, person=child)
        other = begun(viewer, loss="job", zero=D, person=child)
        welcome = dict(waits(path))["welcome_baby"]
        born(child, later, viewer)
        path.refresh_from_db()
        assert (path.zero, path.version) == (later, 2)
        assert dict(waits(path))["welcome_baby"] == str(date.fromisoformat(welcome) + timedelta(days=15))
        assert Event.objects.filter(subject_id=path.pk, kind="path.edited", fields=["zero"]).exists()
        other.refresh_from_db()
        assert other.zero == D, "it counts from what happened"
        count_from_expected(child.pk, by=viewer)
        path.refresh_from_db()
        assert path.version == 2, "it is there already"


def test_two_paths_of_one_child_do_not_become_one_by_themselves(acting_as):
    with acting_as("coordinatrice") as viewer:
        due, later = D + timedelta(days=60), D + timedelta(days=75)
        child = expect_child(Household.objects.get(pk=HOME), by=viewer, due_on=due).person
        paths = [
            begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=day, person=child)
            for day in (due, later)
        ]
        born(child, later, viewer)
        for path in paths:
            path.refresh_from_db()
        assert [path.zero for path in paths] == [due, later]


def test_the_day_on_which_a_child_is_born_moves_no_path(acting_as):
    with acting_as("coordinatrice") as viewer:
        home = Household.objects.get(pk=HOME)
        child = expect_child(home, by=viewer, due_on=D + timedelta(days=3)).person
        path = begun(
            viewer, version=shipped("mille-giorni-1"), loss="", zero=D + timedelta(days=3), person=child
        )
        record_birth(child, home, by=viewer, version=1, day=D, given="Sole", family="Marchetti", sex="F")
        path.refresh_from_db()
        assert path.zero == D + timedelta(days=3)


def test_the_days_of_who_was_written_twice_are_those_of_the_row_that_stays(acting_as):
    with acting_as("coordinatrice") as viewer:
        kept, other = twin(viewer, on_that_day()), twin(viewer, OTHER_DAY)
        path = begun(viewer, zero=D - timedelta(days=5), person=other)
        assert asks_on(path) == str(ASKED)
        merge_persons(kept, other, by=viewer, reason="era scritta due volte")
        assert asks_on(path) == str(ASKED + timedelta(days=8))
        part_persons(Person.objects.get(pk=other.pk), by=viewer, reason="erano due bambine")
        assert asks_on(path) == str(ASKED)


@pytest.fixture
def merged(acting_as: Any) -> Any:
    """A path about a loss; Nadia was looked at, then merged into another row of hers."""
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        nadia = Person.objects.get(pk=NADIA)
        look_at(path, nadia, {"told": ("there", "La mamma, con parole vere")}, by=viewer, today=D)
        kept = twin(viewer, nadia.birth_date)
        merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
    return path, kept


def told_of(viewer: Any, path: FamilyPath) -> dict[Any, str]:
    found = looking_of(path, walk_of(path, D).reading.checks, whose_of(viewer, path))
    return {one.whose.person_id: one.items[0].last.words for one in found if one.items[0].last}


def test_what_was_looked_at_of_a_merged_child_is_read_and_not_asked_again(acting_as, merged):
    path, kept = merged
    with acting_as("educatrice") as viewer:
        path = seen(viewer, path)
        words = "La mamma, con parole vere"
        assert told_of(viewer, path) == {kept.pk: words}
        assert look_at(path, kept, {"told": ("there", words)}, by=viewer, today=D) == 0, "nothing is new"
        assert look_at(path, kept, {"told": ("there", "Anche il papà")}, by=viewer, today=D) == 1
        assert told_of(viewer, path) == {kept.pk: "Anche il papà"}


def test_apart_again_each_has_what_was_said_of_it(acting_as, merged):
    path, kept = merged
    with acting_as("coordinatrice") as viewer:
        look_at(path, kept, {"told": ("there", "Anche il papà")}, by=viewer, today=D)
        part_persons(Person.objects.get(pk=NADIA), by=viewer, reason="erano due bambine")
        assert told_of(viewer, seen(viewer, path)) == {
            NADIA: "La mamma, con parole vere",
            kept.pk: "Anche il papà",
        }


def test_a_merged_child_of_whom_the_path_is_is_not_looked_at_beside(acting_as):
    with acting_as("coordinatrice") as viewer:
        nadia = Person.objects.get(pk=NADIA)
        path = begun(viewer, person=nadia)
        merge_persons(twin(viewer, nadia.birth_date), nadia, by=viewer, reason="era scritta due volte")
        path = seen(viewer, path)
        assert not any("Nadia" in one.name for one in whose_of(viewer, path))
        assert "Nadia" in along(viewer, path, D)["whom"]


def test_the_form_of_a_path_of_a_merged_child_shows_it_and_changes_nobody(signed_in, acting_as):
    with acting_as("coordinatrice") as viewer:
        nadia = Person.objects.get(pk=NADIA)
        path = begun(viewer, person=nadia)
        kept = twin(viewer, nadia.birth_date)
        merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
    client = signed_in("educatrice")
    page = client.get(f"/paths/{path.pk}/edit").content.decode()
    assert f'value="{kept.pk}" selected' in page
    sent = {"once": str(new_key()), "version": "1", "zero": walked().zero.isoformat(), "loss": "death",
            "person": str(kept.pk), "contact": str(key_for("membership", "assistente"))}  # fmt: skip
    assert client.post(f"/paths/{path.pk}/edit", sent).status_code == 302
    path.refresh_from_db()
    assert (path.person_id, path.contact_id) == (NADIA, key_for("membership", "assistente"))


def test_what_another_team_answers_for_is_not_reckoned(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5), person=twin(viewer, OTHER_DAY))
        FamilyPath.objects.filter(pk=path.pk).update(waiting_letters=[], letter_on=None)
        look_again(HOME, team_ids=[key_for("team", "equipe_est")])
        assert waits(path) == []
        look_again(HOME, team_ids=viewer.team_ids)
        assert asks_on(path) == str(ASKED)


def test_a_path_that_has_ended_is_not_reckoned_again(acting_as):
    with acting_as("coordinatrice") as viewer:
        child = twin(viewer, OTHER_DAY)
        path = begun(viewer, zero=D - timedelta(days=5), person=child)
        actions.end_path(path, "alone", day=D, version=1, by=viewer, today=D)
        born(child, on_that_day(), viewer)
        assert asks_on(path) == str(ASKED)
