"""Steps and milestones of a family's path in a week: those that begin in it, to who may see them, letters never."""

from datetime import timedelta

import pytest

from intreccio.families.plans.actions import paths
from intreccio.families.plans.queries.calendar import entries_of
from intreccio.families.plans.tests.test_paths import D, begun
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.protocols.rules.calendar import timeline

NORTH, CHIARA = key_for("team", "equipe_nord"), key_for("membership", "educatrice")


def seen(viewer, path, since=D - timedelta(days=400), until=D + timedelta(days=900), **more):
    wanted = Wanted(since, until, **({"team_id": NORTH} | more))
    return [entry for entry in entries_of(viewer, wanted) if str(path.pk) in entry.url]


@pytest.fixture
def path(acting_as):
    with acting_as("educatrice") as viewer:
        return begun(viewer)


def test_every_step_that_is_asked_of_this_family_stands_on_its_first_day(acting_as, path):
    """Against the protocol's own line: what concerns a death, in a family, and was not over before it began."""
    lines = timeline(path.protocol_version.definition, path.zero, about="family", loss="death")
    expected = sorted(
        (max(line.first, path.begun_on), line.step["title"]) for line in lines if line.last >= path.begun_on
    )
    with acting_as("coordinatrice") as viewer:
        assert sorted((entry.day, entry.what.partition(": ")[2]) for entry in seen(viewer, path)) == expected
    assert expected


def test_letters_are_no_appointments(acting_as, path):
    titles = {letter["title"] for letter in path.protocol_version.definition["letters"]}
    with acting_as("coordinatrice") as viewer:
        assert not titles & {entry.what.partition(": ")[2] for entry in seen(viewer, path)}


def test_what_was_done_is_there_no_more(acting_as, path):
    with acting_as("educatrice") as viewer:
        before = {entry.what for entry in seen(viewer, path)}
        paths.mark_step(path, "be_there", "done", day=D, words="Due righe", by=viewer, today=D)
        gone = before - {entry.what for entry in seen(viewer, path)}
        assert len(gone) == 1


def test_a_week_holds_its_own_days_alone(acting_as, path):
    with acting_as("coordinatrice") as viewer:
        everything = seen(viewer, path)
        since, until = D + timedelta(days=20), D + timedelta(days=60)
        within = seen(viewer, path, since, until)
        assert within == [entry for entry in everything if since <= entry.day <= until]
        assert 0 < len(within) < len(everything)


def test_milestones_are_told_from_steps_and_each_is_known_by_itself(acting_as, path):
    with acting_as("coordinatrice") as viewer:
        entries = seen(viewer, path)
        assert {entry.kind for entry in entries} == {"step", "milestone"}
        assert len({entry.key for entry in entries}) == len(entries)
        assert path.pk not in {entry.key for entry in entries}


def test_it_is_in_the_week_of_who_keeps_in_touch(acting_as, path):
    with acting_as("educatrice") as viewer:
        assert seen(viewer, path, team_id=None, members=(CHIARA,))
        assert not seen(viewer, path, team_id=None, members=(key_for("membership", "psicologa"),))


@pytest.mark.parametrize("account", ["davide", "scuola", "admin"])
def test_a_stranger_finds_nothing(acting_as, path, account):
    with acting_as(account) as viewer:
        assert seen(viewer, path) == []


def test_a_path_that_has_ended_asks_nothing(acting_as, path):
    with acting_as("educatrice") as viewer:
        paths.end_path(path, why="walked", day=D, version=path.version, by=viewer, today=D)
        assert seen(viewer, path) == []
